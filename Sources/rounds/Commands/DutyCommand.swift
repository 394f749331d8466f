import ArgumentParser
import Care
import Journal
import Terminal

struct DutyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duty", abstract: "Show or note when somebody is on duty, on call or absent.",
    discussion: """
      What is noted stands beside the weekly hours of the person's own record, and whoever opens the record sees it: a \
      shift and a turn on call make the person there, an absence passes what is asked on to the deputy. Times are those \
      of the site, as 2026-11-23T07:00, or days. Without an option it is shown.
      """)

  enum Kind: String, EnumerableFlag {
    case shift, onCall, absent

    static func name(for value: Kind) -> NameSpecification {
      value == .onCall ? .customLong("on-call") : .customLong(value.rawValue)
    }

    static func help(for value: Kind) -> ArgumentHelp? {
      switch value {
      case .shift: "Note a shift."
      case .onCall: "Note a turn on call."
      case .absent: "Note an absence."
      }
    }
  }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Who: a name or id from the directory.") var member: String
  @ArgumentParser.Flag var kind: Kind?
  @Option(help: "When it begins.") var from: String?
  @Option(help: "When it ends; a day counts to its end.") var until: String?
  @Option(help: "Who stands in during an absence.") var deputy: String?
  @Option(help: "On call: 1 is called first.") var rank = 1
  @Option(help: "A word about it.") var note = ""

  func validate() throws {
    if kind == nil, from != nil || until != nil || deputy != nil {
      throw ValidationError("Say what it is: --shift, --on-call or --absent.")
    }
    if kind != nil, from == nil || until == nil { throw ValidationError("Give --from and --until.") }
    if deputy != nil, kind != .absent { throw ValidationError("A deputy stands in during an absence: --absent.") }
  }

  func run() throws {
    var session = try Session(options, mode: kind == nil ? .readOnly : .readWrite)
    let directory = try session.journal.directory()
    session.takeDemoClock(directory)
    let person = try Self.person(member, in: directory)
    let reference = directory.reference(to: person)
    var roster = directory.dutyRoster(of: person.id) ?? DutyRoster(member: reference, spans: [])
    var shown = directory
    if let kind, let from, let until {
      let span = try span(kind, from, until, session, directory)
      roster.spans.append(span)
      let line = DirectoryLine(
        id: Directory.dutyRosterID(of: person.id), origins: [], origin: "", resource: .dutyRoster(roster))
      try session.note(line, in: directory)
      shown.upsert(line)
    }
    show(roster, reference, session, shown)
  }

  private func span(
    _ kind: Kind, _ from: String, _ until: String, _ session: Session, _ directory: Directory
  ) throws -> RosterSpan {
    let (start, end) = (try moment(from, "--from", session), try moment(until, "--until", session))
    guard start.start(in: session.journal.zone) < end.end(in: session.journal.zone) else {
      throw Fault.usage("--until \(until): that is before it begins.")
    }
    let standIn = try deputy.map { directory.reference(to: try Self.person($0, in: directory)) } ?? Reference()
    let what: RosterSpan.Kind =
      switch kind {
      case .shift: .shift
      case .onCall: .onCall
      case .absent: .absence
      }
    return RosterSpan(
      what, start: start, end: end, rank: kind == .onCall ? rank : 0, deputy: standIn, words: note)
  }

  private func moment(_ text: String, _ option: String, _ session: Session) throws -> Moment {
    do throws(Misreading) {
      return try DateWords.read(
        text.replacing("T", with: " "), now: session.now, calendar: session.journal.site.calendar, mayHavePassed: true)
    } catch {
      throw Fault.usage("\(option) \(text): \(error.words)")
    }
  }

  private static func person(_ wanted: String, in directory: Directory) throws -> Directory.Member {
    let folded = Folding.fold(wanted)
    let people = directory.members.values.filter { $0.resource.kind == .practitioner }
    if let exact = people.first(where: { $0.id.description == folded || Folding.fold(directory.name(of: $0)) == folded }
    ) {
      return exact
    }
    let words = folded.split { $0 == " " || $0 == "," }
    let found = people.filter { person in
      let name = Folding.fold(directory.name(of: person))
      return !words.isEmpty && words.allSatisfy { name.contains($0) }
    }
    if found.isEmpty { throw Fault.usage("Nobody in the directory is called that.") }
    guard found.count == 1 else {
      let names = found.map { Text.sanitized(directory.name(of: $0)) }.sorted().prefix(8).joined(separator: "; ")
      throw Fault.usage("\(found.count) are called so: \(names). Give the whole name, or the id.")
    }
    return found[0]
  }

  private func show(_ roster: DutyRoster, _ reference: Reference, _ session: Session, _ directory: Directory) {
    let zone = session.journal.zone
    print(Text.sanitized(reference.display))
    let presence = directory.presence(of: reference, now: session.now, zone: zone)
    print("  now       \(presence.isHere ? "there" : presence == .unknown ? "not known" : "not there")")
    for span in roster.spans.sorted(by: { $0.start.milliseconds < $1.start.milliseconds }) {
      let deputy = span.deputy.isEmpty ? "" : ", deputy \(Text.sanitized(directory.naming(span.deputy).words))"
      let rank = span.kind == .onCall ? " \(span.rank)" : ""
      let words = span.words.isEmpty ? "" : ", \(Text.sanitized(span.words))"
      print(
        "  \(span.kind.words)\(rank)  \(Stamps.text(span.start, in: zone)) – \(Stamps.text(span.end, in: zone))"
          + deputy + words)
    }
  }
}
