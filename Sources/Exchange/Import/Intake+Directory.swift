import Care

extension Intake {
  /// Takes in the people, bodies, places and services of the document, in one entry.
  func takeDirectory() throws {
    let lines = directoryLines()
    guard !lines.isEmpty else { return }
    let source = Source(format: "FHIR R4", document: self.source.file.name, received: run.received)
    try propose(.directory, .directoryReceived(source, lines))
  }

  private func directoryLines() -> [DirectoryLine] {
    var draft = DirectoryDraft(directory: working.directory)
    for (index, item) in document.items.enumerated() where isToBeTaken(index) {
      guard case .directory(let kind) = item.kind, let resource = read(item, { try reader.read($0, kind: kind) }) else {
        continue
      }
      let (isSettled, remarks) = (reader.isSettled, reader.remarks)
      let (outcome, isApart) = draft.place(resource, item, references, statement: { self.statement(item) })
      guard !isFinal else { continue }
      if !isSettled { waits(index) }
      count(outcome, item)
      for (value, text) in remarks { remark(value, text) }
      guard isApart else { continue }
      remark(item.json, "It shares an identifier with a person of another name; the two were kept apart.")
    }
    return draft.lines
  }
}

/// What one document adds to the directory.
struct DirectoryDraft {
  private let directory: Directory
  private(set) var lines: [DirectoryLine] = []
  private var positions: [MemberID: Int] = [:]
  private var origins: [OriginID: MemberID] = [:]
  private var placed: Set<MemberID> = []

  init(directory: Directory) { self.directory = directory }

  /// - Returns: what became of it, and whether it was kept apart from one who shares an identifier.
  mutating func place(
    _ resource: DirectoryResource, _ item: FHIRItem, _ references: References, statement: () -> String
  ) -> (ChartDraft.Outcome, isApart: Bool) {
    let names = item.names.names(references)
    let holders = names.compactMap { owner(of: $0.origin) }.filter { self.resource($0)?.kind == resource.kind }
    // What was said before and has been amended since isn't news.
    let same =
      holders.first { self.resource($0) == resource } ?? holders.first { owner(of: said($0, statement)) == $0 }
    if let same {
      placed.insert(same)
      guard !isNamed(names) else { return (.unchanged, false) }
      return (add(same, self.resource(same) ?? resource, item, names, references, statement), false)
    }
    let (id, isApart) = member(resource, names, references.origin(item.names.primary), item)
    return (add(id, resource, item, names, references, statement), isApart)
  }

  private func said(_ id: MemberID, _ statement: () -> String) -> OriginID {
    OriginID(key: "said:\(id):\(statement())")
  }

  /// True where every name leads to a member, be it another.
  private func isNamed(_ names: [ItemName]) -> Bool { names.allSatisfy { owner(of: $0.origin) != nil } }

  private func owner(of origin: OriginID) -> MemberID? { origins[origin] ?? directory.id(of: origin) }

  private func resource(_ id: MemberID) -> DirectoryResource? {
    positions[id].map { lines[$0].resource } ?? directory[id]?.resource
  }

  private mutating func add(
    _ id: MemberID, _ resource: DirectoryResource, _ item: FHIRItem, _ names: [ItemName], _ references: References,
    _ statement: () -> String
  ) -> ChartDraft.Outcome {
    // References by identifier need not say the type of what they point to.
    let untyped = item.names.identifiers.map {
      references.origin(WrittenReference.key(kind: "", system: $0.system, value: $0.value))
    }
    let free = (names.map(\.origin) + untyped).filter { owner(of: $0) == nil || owner(of: $0) == id }
    let existing = self.resource(id)
    var line = DirectoryLine(
      id: id, origins: free + [said(id, statement)], origin: item.written, resource: resource)
    placed.insert(id)
    if let position = positions[id] {
      line.origins += lines[position].origins.filter { !line.origins.contains($0) }
      lines[position] = line
    } else {
      positions[id] = lines.count
      lines.append(line)
    }
    for origin in line.origins { origins[origin] = id }
    return existing == nil ? .new : existing == resource ? .unchanged : .changed
  }

  /// The member that a resource is: the one with one of its identifiers, else of its names, else one of its own.
  private func member(
    _ resource: DirectoryResource, _ names: [ItemName], _ primary: OriginID, _ item: FHIRItem
  ) -> (MemberID, isApart: Bool) {
    var isApart = false
    for name in names.filter({ $0.strength == .business }) + names.filter({ $0.strength != .business }) {
      guard let id = owner(of: name.origin), let other = self.resource(id), other.kind == resource.kind else {
        continue
      }
      switch name.strength {
      case .global: return (id, isApart)
      case .plain: if !ItemName.areDifferent(item.written, writtenName(of: id)) { return (id, isApart) }
      case .business:
        if Self.areDifferentPeople(resource, other) {
          isApart = true
        } else if !placed.contains(id) {
          return (id, isApart)
        }
      }
    }
    let id = owner(of: primary) == nil ? MemberID(primary) : MemberID(key: "\(resource.kind.rawValue):\(primary)")
    return (id, isApart)
  }

  private func writtenName(of id: MemberID) -> String {
    positions[id].map { lines[$0].origin } ?? directory[id]?.origin ?? ""
  }

  private static func areDifferentPeople(_ a: DirectoryResource, _ b: DirectoryResource) -> Bool {
    guard case .practitioner(let one) = a, case .practitioner(let other) = b else { return false }
    let families = Set(one.names.map { $0.family.lowercased() }).subtracting([""])
    let others = Set(other.names.map { $0.family.lowercased() }).subtracting([""])
    return !families.isEmpty && !others.isEmpty && families.isDisjoint(with: others)
  }
}
