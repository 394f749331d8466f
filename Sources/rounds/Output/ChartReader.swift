import Care
import Dashboard
import Terminal

/// One chart for machines and for reading from top to bottom.
struct ChartReader {
  let chart: Chart
  let workspace: Workspace
  let now: Instant

  struct Item: Encodable {
    struct Line: Encodable {
      var section: String
      var text: String
      var detail: String
      var at: String?
      var source: String?
      var received: String?
      var origin: String?
      var isPast: Bool
    }

    struct Event: Encodable {
      var kind: String
      var title: String
      var detail: String
      /// FHIR's code.
      var status: String?
      var at: String
      var end: String?
      var who: String
      var setting: String?
      /// Set for a booking at a distance.
      var join: JoinItem?
    }

    struct Owed: Encodable {
      var kind: String
      var title: String
      var status: String
      var due: String?
      var owner: String?
      /// Why a line that a clock made is there; absent for what a source asked for.
      var because: String?
      /// The clocks that run on it.
      var rules: [Rule]
      /// Set for a booking at a distance.
      var join: JoinItem?
    }

    struct Rule: Encodable {
      var id: String
      var source: String
      var version: String
      var target: String
      var due: String
      /// What this site has otherwise, with the published figure; absent where nothing is.
      var changed: String?
    }

    var id: String
    var name: String
    var mrn: String
    var birthDate: String?
    var gender: String?
    var isDeceased: Bool
    var isIdentified: Bool
    /// not asked, none known, asked in part, listed or conflict.
    var allergies: String
    var whatMatters: String?
    var owed: [Owed]
    var chart: [Line]
    var journey: [Event]
  }

  private var lines: [ChartLine] { ChartLine.lines(of: chart, directory: workspace.directory) }

  private var allergies: String {
    switch chart.allergyState {
    case .notAsked: "not asked"
    case .noneKnown: "none known"
    case .noneOfSomeKinds: "asked in part"
    case .listed: "listed"
    case .conflict: "conflict"
    }
  }

  private func naming(_ reference: Reference) -> String { workspace.directory.naming(reference).words }

  var item: Item {
    let patient = chart.patient
    return Item(
      id: chart.id.description, name: chart.listedName, mrn: chart.medicalRecordNumber,
      birthDate: patient?.birthDate.map(Stamps.text), gender: patient?.gender?.rawValue,
      isDeceased: patient?.deceased.isDeceased ?? false, isIdentified: patient != nil, allergies: allergies,
      whatMatters: chart.whatMatters,
      owed: chart.owed(workspace.site).map(owed),
      chart: lines.map { line in
        Item.Line(
          section: line.section.rawValue, text: line.text, detail: line.detail, at: line.at.map(Stamps.text),
          source: line.source?.document, received: line.source.map { Stamps.text($0.received) },
          origin: line.id == nil ? nil : line.origin, isPast: line.isPast)
      },
      journey: Journey(chart, now: now, site: workspace.site).events.map { event in
        Item.Event(
          kind: event.kind.label, title: event.title, detail: event.detail,
          status: event.status.isEmpty ? nil : event.status, at: Stamps.text(event.at), end: event.end.map(Stamps.text),
          who: naming(event.who), setting: event.setting?.label,
          join: JoinItem(chart.appointments[event.id]?.value))
      })
  }

  private func owed(_ item: OpenItem) -> Item.Owed {
    let owner = naming(item.owner)
    let words = ClockWords(TimeWords(now: now, zone: workspace.zone), naming: naming)
    return Item.Owed(
      kind: item.kind.name, title: item.title, status: item.status, due: item.due.map(Stamps.text),
      owner: owner.isEmpty ? nil : owner,
      because: item.kind == .clock ? item.clocks.first.map { words.because($0.event) } : nil,
      rules: item.clocks.map {
        Item.Rule(
          id: $0.clock.id, source: $0.clock.source, version: $0.clock.version, target: $0.clock.target.words,
          due: Stamps.text($0.due), changed: $0.clock.siteChange?.words)
      },
      join: JoinItem(chart.appointments[item.id]?.value))
  }

  func print() {
    let words = TimeWords(now: now, zone: workspace.zone)
    let patient = chart.patient
    let mrn = chart.medicalRecordNumber
    let facts = [
      chart.listedName, words.age(patient?.birthDate, deceased: patient?.deceased ?? .notStated),
      patient?.gender?.rawValue ?? "", patient?.deceased.isDeceased ?? false ? "died" : "",
      mrn.isEmpty ? "" : "MRN \(mrn)", "allergies \(allergies)",
    ]
    Swift.print(Text.sanitized(facts.filter { !$0.isEmpty }.joined(separator: "   ")))
    if let matters = chart.whatMattersSaid { Swift.print(Text.sanitized(matters)) }
    var section: ChartLine.Section?
    var table = Table()
    for line in lines {
      if line.section != section {
        table.print()
        table = Table()
        Swift.print("\n\(line.section.rawValue)")
        section = line.section
      }
      table.add([
        "  \(line.at.map(Stamps.text)?.prefix(10) ?? "          ")", line.text, line.detail,
        line.source.map { "from \($0.document)" } ?? "",
      ])
    }
    table.print()
  }
}
