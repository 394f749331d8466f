import Care
import Sealing

extension Intake {
  /// Finds out who the patients of the document are, and takes in what it says of them.
  func takePatients() throws {
    var found: [Found] = []
    for (index, item) in document.items.enumerated() {
      guard case .chart(.patient) = item.kind else { continue }
      // What was refused in the first reading has been reported there.
      guard let patient = isFinal ? try? readQuietly(item) : read(item, { try reader.patient($0) }) else { continue }
      let remarks = reader.remarks
      let isSettled = reader.isSettled
      let identity = try identify(patient, item)
      described[index] = identity.id
      said[identity.id] = said[identity.id] ?? patient
      working.remember(identity.names.map(\.origin), mean: identity.id)
      found.append(
        Found(index: index, patient: patient, identity: identity, isSettled: isSettled, remarks: remarks))
    }
    for found in found where isToBeTaken(found.index) { try take(found) }
  }

  private func take(_ found: Found) throws {
    let item = document.items[found.index]
    let identity = found.identity
    let isNew = try working.chart(identity.id).patients.isEmpty && drafts[identity.id] == nil
    let outcome = try draft(identity.id).place(
      .patient(found.patient), names: identity.names, primary: identity.names.first?.origin ?? OriginID(identity.id),
      written: item.written, statement: { statement(item) })
    guard !isFinal else { return }
    // A patient is needed by others at once; what their record points to is looked up again in the second reading.
    if !found.isSettled { waits(found.index) }
    count(outcome, item)
    run.pending.patientsNew += isNew ? 1 : 0
    run.pending.patientsSeen += isNew ? 0 : 1
    for (value, text) in found.remarks { remark(value, text) }
    for text in identity.remarks { remark(item.json, text) }
  }

  private struct Found {
    var index: Int
    var patient: Patient
    var identity: Identity
    var isSettled: Bool
    var remarks: [(value: JSON, text: String)]
  }

  private func readQuietly(_ item: FHIRItem) throws -> Patient {
    reader.begin(item.json, base: item.base)
    return try reader.patient(item.json)
  }

  struct Identity {
    var id: PatientID
    /// The names that are this patient's, without those that another has.
    var names: [ItemName]
    var remarks: [String] = []
  }

  private func identify(_ patient: Patient, _ item: FHIRItem) throws -> Identity {
    let names = item.names.names(references, where: \.identifiesPatient)
    let known = try names.map { try working.patient($0.origin) }
    var remarks: [String] = []
    var id = try taken(known, apart: apart(item))
    if id == nil {
      for (name, known) in zip(names, known) {
        guard let known else { continue }
        if try !allows(known, name, patient, item) {
          remarks.append(
            "It shares an id or identifier with a patient of another name and birth date; the two were kept apart.")
        } else if let id, id != known {
          remarks.append("Its identifiers are those of two patients; the first of them was taken.")
        } else {
          id = known
        }
      }
    }
    let free = zip(names, known).filter { $0.1 == nil }.map { PatientID($0.0.origin) }
    let strangers = try free.filter { try isKnownByReference($0) }
    let mine = try id ?? strangers.first ?? free.first { try working.chart($0).version == 0 } ?? apart(item)
    for stranger in strangers where stranger != mine { try move(stranger, to: mine) }
    let own = zip(names, known).filter { $0.1 == nil || $0.1 == mine }.map(\.0)
    for (name, known) in zip(names, known) where name.strength == .plain && known != nil && known != mine {
      run.contested.insert(name.origin)
    }
    return Identity(id: mine, names: own, remarks: remarks)
  }

  /// The patient whose chart has this very document already; what was decided then stands, whatever came since.
  private func taken(_ known: [PatientID?], apart: PatientID) throws -> PatientID? {
    try ([apart] + known.compactMap { $0 }).first { try working.chart($0).origins[firstMark(for: $0)] != nil }
  }

  /// Who a patient is that shares every name with someone else.
  private func apart(_ item: FHIRItem) -> PatientID {
    PatientID(key: "\(item.names.primary):\(OriginID(digest: Digest.sha256(Array(item.json.written))))")
  }

  private func allows(_ known: PatientID, _ name: ItemName, _ patient: Patient, _ item: FHIRItem) throws -> Bool {
    let chart = try working.chart(known)
    guard let other = chart.patient ?? said[known] else { return true }
    let match = PatientMatch(patient, other)
    switch name.strength {
    case .global: return match.allowsIdentifier
    case .business: return match.allowsIdentifier
    case .plain:
      let written = chart.patients.items.last?.origin ?? ""
      return match.allowsPlainID && !ItemName.areDifferent(item.written, written)
    }
  }

  /// True for a chart that only references have named so far.
  private func isKnownByReference(_ id: PatientID) throws -> Bool {
    let chart = try working.chart(id)
    return chart.version > 0 && chart.patients.isEmpty && chart.movedTo == nil && id != .unmatched
  }

  /// Gives what came for a patient known by reference to the patient who turned out to be meant.
  private func move(_ stranger: PatientID, to id: PatientID) throws {
    let chart = try working.chart(stranger)
    let source = Source(
      format: "FHIR R4", document: chart.sources.last?.document ?? source.file.name, received: run.received)
    try propose(.patient(id), .recordReceived(source, chart.importedLines))
    if !chart.handling.isEmpty || !chart.amendments.isEmpty {
      try propose(.patient(id), .handlingReceived(chart.handling, chart.amendments))
    }
    if !chart.receipts.isEmpty { try propose(.patient(id), .receiptsGiven(chart.receipts)) }
    if !chart.disclosures.isEmpty { try propose(.patient(id), .disclosed(chart.disclosures)) }
    let takenBack = chart.disclosures.filter { $0.takenBack != nil }
    if !takenBack.isEmpty { try propose(.patient(id), .disclosuresTakenBack(takenBack)) }
    try propose(.patient(stranger), .recordMoved(to: id))
  }
}
