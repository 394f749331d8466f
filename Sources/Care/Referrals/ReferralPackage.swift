/// What went to whom, kept as it was. The text is what the recipient read; the lines are those of the chart that it was
/// made from, so that the same can be written as FHIR from the chart as it stood then.
package struct ReferralPackage: Hashable, Sendable {
  package var recipient: Reference
  package var text: String
  package var lines: [LineID]
  package var basis: SharingBasis
  /// Which machine the partner goes by, as was known when it was sent.
  package var machine: ReferralMachine
  /// What somebody has declared about this partner, where it was gone on with all the same; the reason is the entry's.
  package var interest: String

  package init(
    recipient: Reference, text: String, lines: [LineID], basis: SharingBasis, machine: ReferralMachine,
    interest: String = ""
  ) {
    self.recipient = recipient
    self.text = text
    self.lines = lines
    self.basis = basis
    self.machine = machine
    self.interest = interest
  }
}

/// Who reads a package: what each may be told differs.
package enum ReferralAudience: Hashable, Sendable {
  /// A provider, for treatment. Source: 45 CFR 164.502(b)(2)(i): the minimum necessary does not apply.
  case care
  /// A body outside care: the least that the service can be given with. Source: 45 CFR 164.502(b).
  case outside
}

extension Chart {
  /// The package for a referral: text for people, and the lines it tells of.
  ///
  /// - Parameter naming: what a reader calls whom a reference means.
  package func package(
    for request: ServiceRequest, id: LineID, to recipient: Reference, from sender: Reference,
    as audience: ReferralAudience, basis: SharingBasis, machine: ReferralMachine, interest: String = "",
    naming: (Reference) -> String
  ) -> ReferralPackage {
    var letter = Letter()
    letter.add("Referral", request.code.label)
    letter.add("Id", "\(id)")
    letter.add("To", naming(recipient))
    letter.add("From", naming(sender))
    letter.add("Urgency", (request.priority ?? .routine).rawValue)
    letter.add("Wanted by", (request.occurrence.end ?? request.occurrence.start).map(\.isoDate) ?? "no date")
    letter.add("Reason", request.reasons.map(\.label).filter { !$0.isEmpty }.joined(separator: "; "))
    letter.addPart()
    var lines = [id] + patients.items.suffix(1).map(\.id)
    letter.add("Patient", listedName)
    letter.add("Reach at", patient?.telecom.prefix(2).map(\.value).joined(separator: ", ") ?? "")
    letter.add("Language", patient?.languages.joined(separator: ", ") ?? "")
    if audience == .care { lines += addClinical(to: &letter) }
    return ReferralPackage(
      recipient: recipient, text: letter.text, lines: lines, basis: basis, machine: machine, interest: interest)
  }

  /// What whoever treats the patient has to know. Nothing on file and nothing wrong are told apart.
  private func addClinical(to letter: inout Letter) -> [LineID] {
    letter.add("Born", patient?.birthDate.map(\.isoDate) ?? "not stated")
    letter.add("Sex", patient?.gender?.rawValue ?? "not stated")
    letter.add("Number", medicalRecordNumber)
    letter.addPart()
    letter.add("Allergies", allergyState.told)
    let problems = conditions.items.filter { $0.value.stands && !$0.value.isSocial }
    letter.add("Problems", Self.list(problems.map(\.value.code.label)))
    let medicines = medicationRequests.items.filter { $0.value.status == .active }
    letter.add("Medicines", Self.list(medicines.map(\.value.medication.label)))
    let reports = diagnosticReports.items.filter { $0.value.status?.isFinal ?? false }
      .sorted { ($0.value.issued?.milliseconds ?? .min) > ($1.value.issued?.milliseconds ?? .min) }.prefix(3)
    let results = reports.map { line in
      [line.value.issued.map(\.isoDate) ?? "", line.value.code.label, line.value.conclusion]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    letter.add("Last results", Self.list(results))
    letter.add("What matters", whatMatters ?? "not asked")
    return allergyIntolerances.items.filter(\.value.counts).map(\.id) + problems.map(\.id) + medicines.map(\.id)
      + reports.map(\.id)
  }

  private static func list(_ words: [String]) -> String {
    let words = words.filter { !$0.isEmpty }
    return words.isEmpty ? "none on file" : words.joined(separator: "; ")
  }
}

extension AllergyState {
  fileprivate var told: String {
    func list(_ lines: [AllergyIntolerance]) -> String { lines.map(\.substance).joined(separator: ", ") }
    return switch self {
    case .notAsked: "not asked"
    case .noneKnown: "none known"
    case .noneOfSomeKinds(let lines): "\(list(lines)); others not asked"
    case .listed(let lines): list(lines)
    case .conflict(let lines): "sources disagree: one says none, another says \(list(lines))"
    }
  }
}

/// A few lines, each with its heading; what is empty has none.
private struct Letter {
  private(set) var text = ""

  mutating func add(_ heading: String, _ words: String) {
    if words.isEmpty { return }
    text += "\(heading): \(words)\n"
  }

  mutating func addPart() { text += "\n" }
}

extension Moment {
  /// The date as everybody reads it alike: 2026-11-21; as much of it as is stated.
  package var isoDate: String {
    let date = CivilTime(floating: milliseconds + Int64(offset ?? 0) * 60_000).date
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch precision {
    case .year: return "\(date.year)"
    case .month: return "\(date.year)-\(two(date.month))"
    default: return "\(date.year)-\(two(date.month))-\(two(date.day))"
    }
  }
}
