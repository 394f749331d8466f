import ArgumentParser
import Care
import Journal
import Terminal

extension Capacity: ExpressibleByArgument {}
extension PartnerProfile: ExpressibleByArgument {}

struct PartnerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "Show or note what is known of somebody to refer to.",
    discussion: """
      What is noted stands beside what the partner's own record says, and whoever opens the record sees it: room, with \
      the day it was asked; whether every visit is told; whether it is outside care, so that nothing goes there without \
      consent; whose words its systems speak; an interest that somebody has declared. Without an option it is shown.
      """)

  enum YesNo: String, ExpressibleByArgument, CaseIterable {
    case yes, no
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name or id of an organisation or a service.") var partner: String
  @Option(help: "Whether it can take somebody on, as of now.") var capacity: Capacity?
  @Option(help: "Whether it tells of every appointment and visit.") var visits: YesNo?
  @Option(help: "Whether it is outside care.") var outsideCare: YesNo?
  @Option(help: "The guide that its systems follow.") var profile: PartnerProfile?
  @Option(help: "An interest to be marked wherever it is chosen.") var interest: String?

  private var isNoting: Bool {
    capacity != nil || visits != nil || outsideCare != nil || profile != nil || interest != nil
  }

  func run() throws {
    let session = try Session(options, mode: isNoting ? .readWrite : .readOnly)
    let directory = try session.journal.directory()
    let member = try member(in: directory)
    let reference = directory.reference(to: member)
    var known = directory.partnership(reference) ?? Partnership()
    if isNoting {
      known.partner = reference
      if let capacity { (known.capacity, known.capacityAsOf) = (capacity, Moment(session.now)) }
      if let visits { known.sendsVisits = visits == .yes }
      if let outsideCare { known.isOutsideCare = outsideCare == .yes }
      if let profile { known.profile = profile }
      if let interest, !interest.isEmpty {
        known.interests.append(DeclaredInterest(words: interest, declared: Moment(session.now)))
      }
      try session.note(
        DirectoryLine(
          id: Directory.partnershipID(of: member.id), origins: [], origin: "", resource: .partnership(known)),
        in: directory)
    }
    show(known, reference, directory)
  }

  private func member(in directory: Directory) throws -> Directory.Member {
    let folded = Folding.fold(partner)
    let all = directory.members.values.filter { [.organization, .healthcareService].contains($0.resource.kind) }
    if let exact = all.first(where: { $0.id.description == folded || Folding.fold(directory.name(of: $0)) == folded }) {
      return exact
    }
    let found = all.filter { !folded.isEmpty && Folding.fold(directory.name(of: $0)).contains(folded) }
    if found.isEmpty { throw Fault.usage("No organisation or service is called that.") }
    guard found.count == 1 else {
      let names = found.map { Text.sanitized(directory.name(of: $0)) }.sorted().prefix(8).joined(separator: "; ")
      throw Fault.usage("\(found.count) are called so: \(names). Give the whole name, or the id.")
    }
    return found[0]
  }

  private func show(_ known: Partnership, _ reference: Reference, _ directory: Directory) {
    let capacity = directory.capacity(of: reference)
    let room = known.capacity.map { ($0, known.capacityAsOf) } ?? capacity.map { ($0.capacity, $0.asOf) }
    let isOutside = known.isOutsideCare ?? directory.isOutsideCare(reference, isSocial: false)
    print(Text.sanitized(reference.display))
    print("  capacity      \(room.map { "\($0.0.words), \($0.1?.isoDate ?? "no date")" } ?? "not known")")
    print("  visits told   \(known.sendsVisits.map { $0 ? "yes" : "no" } ?? "not known, taken as yes")")
    print("  outside care  \(isOutside ? "yes" : "no")")
    print("  words         \(known.profile?.words ?? "not known; \(isOutside ? "Gravity’s" : "BSeR’s") are used")")
    for interest in known.interests {
      let since = interest.declared.map { ", since \($0.isoDate)" } ?? ""
      print("  interest      \(Text.sanitized(interest.words))\(since)")
    }
  }
}
