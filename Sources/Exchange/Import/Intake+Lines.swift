import Care

extension Intake {
  /// - Parameter counts: false where the same resource has been counted in another chart.
  func place(_ resource: Resource, _ item: FHIRItem, in id: PatientID, counts: Bool = true) throws {
    let outcome = try draft(id).place(
      resource, names: item.names.names(references), primary: references.origin(item.names.primary),
      written: item.written, statement: { statement(item) })
    if counts { count(outcome, item) }
  }

  func count(_ outcome: ChartDraft.Outcome, _ item: FHIRItem) {
    switch outcome {
    case .new: count(item.type, \.new)
    case .changed: count(item.type, \.changed)
    case .unchanged: count(item.type, \.unchanged)
    case .repeated:
      count(item.type, \.changed)
      remark(item.json, "This document has the resource twice and differently; the later one was kept.")
    }
  }
}
