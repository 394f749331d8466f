import Care

/// What one document adds to one chart.
final class ChartDraft {
  enum Outcome {
    case new, changed, unchanged
    /// The document had it already and says it differently this time; the later one counts.
    case repeated
  }

  private let chart: Chart
  /// Present among the chart's names once this document has been taken in.
  private let mark: OriginID
  /// A document that was taken in before changes nothing that is there: since then a newer document or a person may
  /// have.
  private let wasRead: Bool

  private var lines: [ImportedLine] = []
  private var positions: [LineID: Int] = [:]
  private var origins: [OriginID: LineID] = [:]
  private var placed: Set<LineID> = []
  private var firstUnchanged: ImportedLine?

  init(chart: Chart, mark: OriginID, wasRead: Bool) {
    self.chart = chart
    self.mark = mark
    self.wasRead = wasRead
  }

  /// The lines to append, with the document's mark; empty where it says nothing new and was taken in before.
  var finished: [ImportedLine] {
    guard chart.origins[mark] == nil else { return lines }
    var marked = lines.isEmpty ? [firstUnchanged].compactMap { $0 } : lines
    if !marked.isEmpty { marked[0].origins.append(mark) }
    return marked
  }

  /// - Parameter statement: names what the source says of it, word for word.
  func place(
    _ resource: Resource, names: [ItemName], primary: OriginID, written: String, statement: () -> String
  ) -> Outcome {
    let id = line(for: resource.kind, names: names, primary: primary, written: written)
    let known = names.map(\.origin).filter { owner(of: $0) == nil || owner(of: $0) == id }
    var line = ImportedLine(id: id, origins: known, origin: written, resource: resource)
    // A source that repeats what it said of something doesn't undo what was done with it here.
    let said = Self.amended.contains(resource.kind) ? OriginID(key: "said:\(id):\(statement())") : nil
    if let said { line.origins.append(said) }
    placed.insert(id)
    if let position = positions[id] {
      let isSame = lines[position].resource == resource
      line.origins += lines[position].origins.filter { !line.origins.contains($0) }
      lines[position] = line
      keep(line)
      return isSame ? .unchanged : .repeated
    }
    guard let existing = chart.resource(id, kind: resource.kind) else {
      add(line)
      return .new
    }
    guard existing == resource || wasRead || said.map({ chart.origins[$0] == id }) ?? false else {
      add(line)
      return .changed
    }
    line.resource = existing
    if known.contains(where: { chart.origins[$0] == nil }) { add(line) }
    if firstUnchanged == nil { firstUnchanged = line }
    return .unchanged
  }

  private func add(_ line: ImportedLine) {
    positions[line.id] = lines.count
    lines.append(line)
    keep(line)
  }

  private func keep(_ line: ImportedLine) {
    for origin in line.origins { origins[origin] = line.id }
  }

  private func owner(of origin: OriginID) -> LineID? { origins[origin] ?? chart.origins[origin] }

  /// The line that a resource is: the one that has one of its names, else one of its own.
  private func line(for kind: ResourceKind, names: [ItemName], primary: OriginID, written: String) -> LineID {
    for name in names {
      guard let id = owner(of: name.origin), holds(id, kind) else { continue }
      switch name.strength {
      case .global: return id
      case .plain: if !ItemName.areDifferent(written, writtenName(of: id, kind)) { return id }
      case .business: if !placed.contains(id), Self.identified.contains(kind) { return id }
      }
    }
    // Where a resource of another type has the name, this one is called by its type as well.
    return owner(of: primary) == nil ? LineID(primary) : LineID(key: "\(kind.rawValue):\(primary)")
  }

  private func holds(_ id: LineID, _ kind: ResourceKind) -> Bool {
    if let position = positions[id] { return lines[position].resource.kind == kind }
    return chart.resource(id, kind: kind) != nil
  }

  private func writtenName(of id: LineID, _ kind: ResourceKind) -> String {
    positions[id].map { lines[$0].origin } ?? chart.written(id, kind)
  }

  /// The types that people amend here.
  private static let amended: Set<ResourceKind> = [.task, .appointment]

  /// The types whose identifiers name one resource. A laboratory's accession number or a member number stands on many.
  private static let identified: Set<ResourceKind> = [
    .patient, .encounter, .episodeOfCare, .careTeam, .carePlan, .documentReference, .serviceRequest, .task,
    .communication, .communicationRequest, .appointment,
  ]
}
