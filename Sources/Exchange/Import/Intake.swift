import Care
import Sealing

/// Takes one document in: reads its resources, finds whose they are, and proposes what is new.
final class Intake<Records: Record> {
  let run: ImportRun<Records>
  let source: SourceDocument
  /// In the second reading, what the first left to it.
  let waited: ImportRun<Records>.Waiting?
  let references: References
  let reader: FHIRReader
  let document: FHIRDocument
  /// The patients whom this document itself describes, by item.
  var described: [Int: PatientID] = [:]
  /// What it says of them, until it is in their charts.
  var said: [PatientID: Patient] = [:]
  var drafts: [PatientID: ChartDraft] = [:]
  private var order: [PatientID] = []
  private var waiting: Set<Int> = []
  private var lines = LineCounter()
  private var firstIn: Set<PatientID> = []

  var working: Working<Records> { run.working }
  var isFinal: Bool { waited != nil }

  init(run: ImportRun<Records>, document source: SourceDocument, waited: ImportRun<Records>.Waiting?) {
    self.run = run
    self.source = source
    self.waited = waited
    let working = run.working
    let references = References(scope: source.file.scope, isFinal: waited != nil) { origin in
      // A record that can't be read says so when it is next asked for a chart.
      if working.directory.id(of: origin) != nil { return true }
      return (try? working.patient(origin)) != nil
    }
    self.references = references
    document = FHIRDocument(source.tapes, references: references)
    reader = FHIRReader(references: references)
  }

  func take() throws {
    if !isFinal { reportDocument() }
    readMedications()
    try takeDirectory()
    try takePatients()
    for (index, item) in document.items.enumerated() {
      guard case .chart(let kind) = item.kind, kind != .patient, isToBeTaken(index) else { continue }
      try take(item, index, kind)
    }
    try proposeDrafts()
    if !waiting.isEmpty {
      run.pendingWaiting.append(
        (
          source.file,
          ImportRun<Records>.Waiting(
            stretch: source.stretch, digest: source.digest, items: waiting, firstIn: firstIn)
        ))
    }
  }

  func isToBeTaken(_ index: Int) -> Bool { waited?.items.contains(index) ?? true }

  private func reportDocument() {
    run.pending.skipped.merge(document.skipped, uniquingKeysWith: +)
    for unusable in document.unusable { refuse(unusable.value, unusable.reason) }
    for remark in document.remarks { self.remark(remark.value, remark.reason) }
  }

  private func readMedications() {
    for (index, item) in document.items.enumerated() {
      guard case .medication = item.kind else { continue }
      reader.begin(item.json, base: item.base)
      if let concept = try? reader.concept(item.json, "code"), !concept.isEmpty { reader.medications[index] = concept }
    }
  }

  private func take(_ item: FHIRItem, _ index: Int, _ kind: ResourceKind) throws {
    guard let resource = read(item, { try reader.read($0, kind: kind) }) else { return }
    let remarks = reader.remarks
    let isSettled = reader.isSettled
    var owner = try owner(of: index)
    if !isFinal, !isSettled { owner = .waits }
    switch owner {
    case .waits:
      waits(index)
      return
    case .nobody(let reason):
      remark(item.json, reason)
      try place(resource, item, in: .unmatched)
    case .another(let reason):
      run.pending.skipped[item.type, default: 0] += 1
      remark(item.json, reason)
    case .patients(let patients):
      for (position, patient) in patients.enumerated() {
        try place(resource, item, in: patient, counts: position == 0)
      }
    }
    for (value, text) in remarks { remark(value, text) }
  }

  /// Reads a resource; nil, with the refusal in the report, where something in it is of the wrong type.
  func read<Read>(_ item: FHIRItem, _ read: (JSON) throws -> Read) -> Read? {
    reader.begin(item.json, base: item.base)
    do {
      return try read(item.json)
    } catch let fault as WrongType {
      refuse(fault.value, fault.reason)
    } catch {
      refuse(item.json, "It can't be read.")
    }
    return nil
  }

  /// Keeps a resource for the second reading.
  func waits(_ index: Int) { waiting.insert(index) }

  func draft(_ id: PatientID) throws -> ChartDraft {
    if let draft = drafts[id] { return draft }
    order.append(id)
    let chart = try working.chart(id)
    let mark = mark(for: id)
    let wasRead = chart.origins[mark] != nil && !(waited?.firstIn.contains(id) ?? false)
    if !wasRead { firstIn.insert(id) }
    let draft = ChartDraft(chart: chart, mark: mark, wasRead: wasRead)
    drafts[id] = draft
    return draft
  }

  /// One entry for each patient the document tells something new of.
  private func proposeDrafts() throws {
    let said = Source(format: "FHIR R4", document: source.file.name, received: run.received)
    let finished = order.map { ($0, drafts[$0]?.finished ?? []) }
    // A draft holds on to the chart, which would be copied if it were folded on while the draft is there.
    drafts.removeAll()
    order.removeAll()
    for (id, lines) in finished where !lines.isEmpty { try propose(.patient(id), .recordReceived(said, lines)) }
  }

  /// The sign, in a patient's chart, that this document has been taken in.
  private func mark(for id: PatientID) -> OriginID { references.origin("read:\(digest)\(found):\(id)") }

  /// The sign that it was, before anything was looked up beyond its folder.
  func firstMark(for id: PatientID) -> OriginID { references.origin("read:\(digest):\(id)") }

  /// Names what a source says of a resource, word for word.
  func statement(_ item: FHIRItem) -> String { "\(OriginID(digest: Digest.sha256(Array(item.json.written))))\(found)" }

  private var digest: OriginID { OriginID(digest: source.digest) }

  /// What this document's references found beyond its own folder: once they find more, it says something new.
  private var found: String { references.lookedUp.sorted().map { ":\($0)" }.joined() }

  func propose(_ stream: Care.Stream, _ event: Event) throws {
    let version: Int
    switch stream {
    case .directory: version = working.directoryVersion
    case .patient(let id): version = try working.chart(id).version
    // Nothing from outside goes through a list.
    case .triage: return
    }
    let id = EntryID(key: "entry:\(stream):\(version):\(OriginID(digest: source.digest))")
    try working.propose(stream, event, id: id, time: run.received, author: run.author)
  }

  func refuse(_ value: JSON, _ reason: String) {
    run.pending.refuse(notice(value, reason))
  }

  func remark(_ value: JSON, _ text: String) {
    run.pending.remark(notice(value, text))
  }

  private func notice(_ value: JSON, _ words: String) -> ImportReport.Notice {
    ImportReport.Notice(path: source.file.path, place: value.place, line: lines.line(of: value), words: words)
  }

  func count(_ type: String, _ keyPath: WritableKeyPath<ImportReport.Tally, Int>) {
    run.pending.resources[type, default: ImportReport.Tally()][keyPath: keyPath] += 1
  }
}
