import Care
import Dashboard
import Journal

extension Session {
  /// The chart of the patient whom somebody means by a record number, an id or a name.
  ///
  /// A number or id that fits counts before any name.
  func chart(of wanted: String, in workspace: Workspace) throws -> Chart {
    let row = try Self.patient(wanted, in: workspace.lists.census)
    guard let chart = try journal.chart(row.patient) else {
      throw Fault.usage("That patient's chart is not in the journal.")
    }
    return chart
  }

  private static func patient(_ wanted: String, in census: SortedPages<CensusRow>) throws -> CensusRow {
    let rows = (0..<census.count).lazy.compactMap { census[$0] }
    let numbered = Array(rows.filter { $0.mrn == wanted || $0.patient.description == wanted }.prefix(2))
    if numbered.count > 1 {
      throw Fault.usage("More than one patient has that number; give the id that `rounds list patients --json` shows.")
    }
    if let row = numbered.first { return row }
    let words = Folding.fold(wanted).split { $0 == " " || $0 == "," }
    let named = Array(
      rows.filter { row in
        let name = Folding.fold(row.name)
        return !words.isEmpty && words.allSatisfy { name.contains($0) }
      })
    guard let row = named.first else {
      throw Fault.usage("No patient has that number or name. `rounds list patients` shows them all.")
    }
    guard named.count == 1 else {
      // Names are of the user's own record, on the user's own terminal.
      let some = named.prefix(5).map { "\($0.name) (\($0.mrn.isEmpty ? $0.patient.description : $0.mrn))" }
      throw Fault.usage(
        "\(named.count) patients fit: \(some.joined(separator: "; "))\(named.count > 5 ? "; …" : ""). "
          + "Give the number.")
    }
    return row
  }
}
