import Care

extension Intake {
  /// Whose chart a resource belongs in.
  enum Owner {
    case patients([PatientID])
    /// Another file may still say.
    case waits
    /// It is about a patient who isn't named.
    case nobody(String)
    /// It is not about a patient.
    case another(String)
  }

  func owner(of index: Int) throws -> Owner {
    var visited: Set<Int> = []
    return try owner(of: index, &visited)
  }

  private func owner(of index: Int, _ visited: inout Set<Int>) throws -> Owner {
    let item = document.items[index]
    guard visited.insert(index).inserted, case .chart(let kind) = item.kind else { return .nobody(Self.unnamed) }
    if kind == .patient { return described[index].map { .patients([$0]) } ?? .nobody(Self.unnamed) }
    reader.begin(item.json, base: item.base)
    let subjects = self.subjects(of: item, kind)
    var named: [PatientID] = []
    for subject in subjects {
      switch try self.owner(subject, item, isOnlyPatient: OwnerKeys.patient(of: kind) != nil && kind != .task) {
      case .patients(let found): named += found.filter { !named.contains($0) }
      case .waits: return .waits
      case .nobody: break
      case .another(let reason):
        if OwnerKeys.patient(of: kind) != nil, kind != .task { return .another(reason) }
      }
    }
    return named.isEmpty ? try linkedOwner(of: item, &visited) : .patients(named)
  }

  private static var unnamed: String {
    "It doesn't say which patient it is about; it was put with what is not matched."
  }

  /// The references that may name the patient.
  private func subjects(of item: FHIRItem, _ kind: ResourceKind) -> [JSON] {
    switch kind {
    case .appointment: (item.json["participant"]?.elements ?? []).compactMap { $0["actor"] }
    case .appointmentResponse: [item.json["actor"]].compactMap { $0 }
    default: OwnerKeys.patient(of: kind).flatMap { item.json[$0] }.map { [$0] } ?? []
    }
  }

  /// - Parameter isOnlyPatient: true where the element names a patient unless it says otherwise.
  private func owner(_ subject: JSON, _ item: FHIRItem, isOnlyPatient: Bool) throws -> Owner {
    guard subject.kind == .object else { return .nobody(Self.unnamed) }
    let written = subject["reference"]?.words ?? ""
    let target: References.Target
    if written.hasPrefix("#") {
      target = references.target(item.names.primary + written, base: "")
      guard target.item != nil else { return .nobody(Self.unnamed) }
    } else if let found = try? reader.target(of: subject) {
      target = found
    } else {
      return .nobody(Self.unnamed)
    }
    let inside = target.item.map { document.items[$0].type } ?? ""
    let kind = [inside, target.kind, subject["type"]?.words ?? ""].first { !$0.isEmpty } ?? ""
    guard kind.isEmpty || kind == "Patient" else {
      let named = FHIRTypes.all.contains(kind) ? kind : "thing"
      return .another("It is about a \(named), not a patient; it was read past.")
    }
    if let item = target.item, let id = described[item] { return .patients([id]) }
    guard let first = target.candidates.first else { return .nobody(Self.unnamed) }
    if target.isPlain, !isFinal { return .waits }
    for candidate in target.candidates {
      if run.contested.contains(candidate) {
        return .nobody("Two different patients have the id it names; it was put with what is not matched.")
      }
      if let id = try working.patient(candidate) { return .patients([id]) }
    }
    guard isFinal else { return isOnlyPatient || kind == "Patient" ? .waits : .another("") }
    // Of one who is known by reference only, the chart bears the name of the reference, and a later Patient fills it.
    return isOnlyPatient || kind == "Patient" ? .patients([try current(PatientID(first))]) : .another("")
  }

  private func current(_ id: PatientID) throws -> PatientID { try working.chart(id).movedTo ?? id }

  /// The patient of a resource that doesn't name one, through those of the same document that it belongs to.
  private func linkedOwner(of item: FHIRItem, _ visited: inout Set<Int>) throws -> Owner {
    for key in OwnerKeys.links {
      guard let value = item.json[key] else { continue }
      for link in value.kind == .list ? value.elements : [value] where link.kind == .object {
        reader.begin(item.json, base: item.base)
        guard let inner = try? reader.target(of: link).item else { continue }
        let owner = try owner(of: inner, &visited)
        switch owner {
        case .patients, .waits: return owner
        case .nobody, .another: continue
        }
      }
    }
    return .nobody(Self.unnamed)
  }
}
