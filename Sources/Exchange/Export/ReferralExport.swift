package import Care

/// A referral as a FHIR R4 Bundle in a partner's profile, with what that profile can't say.
package struct ReferralExport: Sendable {
  package let bundle: FHIRNode
  /// In sentences, for whoever sends it. They hold nothing about the patient.
  package let losses: [String]

  package var json: String { get throws { try bundle.json } }

  /// - Parameters:
  ///   - chart: as it stood when the referral was sent.
  ///   - side: who writes it.
  package init(
    _ referral: Referral, of chart: Chart, directory: Directory, profile: PartnerProfile, zone: Zone,
    by side: ReferralActor = .initiator
  ) {
    let wanted = (referral.package?.lines ?? []).filter { $0 != referral.id }
    // A body outside care gets nothing for treatment.
    let audience: ReferralAudience = referral.package?.basis == .treatment ? .care : .outside
    var resources: [(LineID, Resource)] = []
    for id in wanted {
      guard let resource = Self.kinds.lazy.compactMap({ chart.resource(id, kind: $0) }).first else { continue }
      resources.append((id, resource))
    }
    let writer = FHIRWriter(
      chart: chart, directory: directory, zone: zone, lines: Set(resources.map(\.0) + [referral.id]))
    let standing = ProfiledStanding(referral, in: profile, by: side)
    var entries = [
      Self.entry(referral.id, writer.serviceRequest(referral, standing, profile: profile)),
      Self.entry(Self.taskID(of: referral.id), writer.task(referral, standing, profile: profile)),
    ]
    entries += resources.compactMap { id, resource in
      writer.resource(resource, as: audience).map { Self.entry(id, $0) }
    }
    bundle = .object(["resourceType": .text("Bundle"), "type": .text("collection"), "entry": .list(entries)])
    losses =
      standing.losses + Self.losses(of: referral, profile)
      + Self.losses(of: resources.map(\.1), wanted: wanted.count)
  }

  /// What a package is made of.
  private static let kinds: [ResourceKind] = [
    .patient, .condition, .allergyIntolerance, .medicationRequest, .diagnosticReport,
  ]

  private static func entry(_ id: LineID, _ resource: FHIRNode) -> FHIRNode {
    .object(["fullUrl": .text(FHIRWriter.address(id)), "resource": resource])
  }

  /// The same for a referral each time, so that a later one amends it where it is read. The last digits stay, for they
  /// say what kind of UUID it is.
  static func taskID(of referral: LineID) -> LineID {
    LineID(high: referral.high ^ 0x5441_534B_0000_0000, low: referral.low)
  }

  private static func losses(of referral: Referral, _ profile: PartnerProfile) -> [String] {
    var losses: [String] = []
    if profile == .gravity {
      if let priority = referral.request.priority, priority == .asap || priority == .stat {
        losses.append("Gravity’s Task knows routine and urgent only, so \(priority.rawValue) goes out as urgent.")
      }
      if referral.initiator.isEmpty { losses.append("Gravity wants to know who asks, and nobody is on file.") }
      if referral.sent == nil, referral.request.authored == nil {
        losses.append("Gravity wants to know when it was asked, and no time is on file.")
      }
    }
    if referral.state == .scheduled, referral.appointment != nil {
      losses.append("A Task has no field for the time that is booked: it stands in a note.")
    }
    if let report = referral.report, !(referral.package?.lines.contains(report) ?? false) {
      losses.append("The report that brought the outcome doesn’t go out with it.")
    }
    return losses
  }

  private static func losses(of resources: [Resource], wanted: Int) -> [String] {
    var losses: [String] = []
    let missing = wanted - resources.count
    if missing > 0 {
      losses.append(
        "\(missing) of the \(wanted) lines that were sent are not in the chart any more, or can’t be written.")
    }
    let measured = resources.count { resource in
      if case .diagnosticReport(let report) = resource { !report.results.isEmpty } else { false }
    }
    if measured > 0 {
      let reports = measured == 1 ? "a report" : "\(measured) reports"
      losses.append("The single results of \(reports) don’t go out, only the conclusion.")
    }
    return losses
  }
}
