import Care
import TestSupport
import Testing

@testable import Dashboard

/// Saturday 21 November 2026, 08:00, in a site that keeps UTC.
private let now = Rig.now
private let calendar = SiteCalendar(zone: .utc)

private func query(_ text: String, isBeingTyped: Bool = true) -> Query {
  Query(text, now: now, calendar: calendar, isBeingTyped: isBeingTyped)
}

private func date(_ day: Int, _ month: Int = 11) -> CivilDate { CivilDate(year: 2026, month: month, day: day) }
private func start(_ day: Int) -> Instant { Zone.utc.startOfDay(date(day)) }
private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Bo's call, mine, due on Monday by CMS TCM; each test changes what it is about.
private struct Row: QueryRow {
  var searched = "rossi, bo 104233 call after discharge khan, ana"
  var ownerWords = "Khan, Ana"
  var isMine = true
  var isTeams = false
  var isUnowned = false
  var due: Moment? = Moment(date: date(23))
  var deadline: Instant? { due?.end(in: .utc) }
  var clocks: [(id: String, source: String)] = [("tcm-contact", "CMS TCM")]
  var status = "requested"
  var kind: WorkKind? = .task
  var priority: Priority?
  var patientName = "Rossi, Bo"
  var mrn = "104233"
  var organizationWords = "St. Mary, ward 4B"
  var risk = Risk.middle
  var sleepsUntil: Instant?
  var isWoken = false
  var steps = 0

  func holds(_ word: [UInt8]) -> Bool { searched.contains(String(decoding: word, as: UTF8.self)) }
}

@Suite struct QueryReadingTests {
  @Test func `one line says it all`() {
    let read = query("owner:me due:<2d clock:tcm -state:on-hold text \"two words\"")
    #expect(read.faults.isEmpty)
    #expect(
      read.terms == [
        Query.Term(tests: [.text(bytes("text"))]), Query.Term(tests: [.text(bytes("two words"))]),
        Query.Term(tests: [.mine]),
        Query.Term(tests: [.due(.within(from: .distantPast, until: start(23)))]),
        Query.Term(tests: [.clock("tcm")]), Query.Term(isNegated: true, tests: [.state(["on-hold"])]),
      ])
    #expect(read.plainWords == ["text", "two words"])
    #expect(!read.isPlain)
    #expect(read.text == "owner:me due:<2d clock:tcm -state:on-hold text \"two words\"")
  }

  private static let everyValue: [(String, QueryTest)] = [
    ("owner:me", .mine), ("owner:team", .teams), ("owner:none", .unowned), ("owner:ana", .owner(["ana"])),
    ("owner:\"Khan, Ana\"", .owner(["khan", "ana"])), ("OWNER:Me", .mine),
    ("owner:“ana khan”", .owner(["ana", "khan"])),
    ("due:none", .due(.none)), ("due:any", .due(.any)), ("due:overdue", .due(.overdue(now))),
    ("on:fri", .written(.within(from: start(20), until: start(21)))),
    ("on:yesterday", .written(.within(from: start(20), until: start(21)))),
    ("on:<yesterday", .written(.within(from: .distantPast, until: start(20)))),
    ("on:today", .written(.within(from: start(21), until: start(22)))),
    ("on:>=\"20 nov\"", .written(.within(from: start(20), until: .distantFuture))),
    (
      "on:25nov",
      .written(
        .within(
          from: Zone.utc.startOfDay(CivilDate(year: 2025, month: 11, day: 25)),
          until: Zone.utc.startOfDay(CivilDate(year: 2025, month: 11, day: 26))))
    ),
    ("from:me", .writtenByMe), ("with:me", .withMe), ("with:willow", .with(["willow"])),
    ("due:today", .due(.within(from: start(21), until: start(22)))),
    ("due:tomorrow", .due(.within(from: start(22), until: start(23)))),
    ("due:week", .due(.within(from: start(21), until: start(29)))),
    ("due:tue", .due(.within(from: start(24), until: start(25)))),
    ("due:=tue", .due(.within(from: start(24), until: start(25)))),
    ("due:\"24 nov\"", .due(.within(from: start(24), until: start(25)))),
    ("due:24nov", .due(.within(from: start(24), until: start(25)))),
    ("due:2026-11-20", .due(.within(from: start(20), until: start(21)))),
    ("due:<2d", .due(.within(from: .distantPast, until: start(23)))),
    ("due:<=2d", .due(.within(from: .distantPast, until: start(24)))),
    ("due:>1w", .due(.within(from: start(29), until: .distantFuture))),
    ("due:>=1w", .due(.within(from: start(28), until: .distantFuture))),
    ("due:<\"24 nov\"", .due(.within(from: .distantPast, until: start(24)))),
    ("due:>2026-11-26", .due(.within(from: start(27), until: .distantFuture))),
    ("due:<3h", .due(.within(from: .distantPast, until: now.adding(hours: 3)))),
    ("due:>=14:00", .due(.within(from: now.adding(hours: 6), until: .distantFuture))),
    // Monday, Tuesday, Wednesday; Thursday is Thanksgiving.
    ("due:4bd", .due(.within(from: start(27), until: start(28)))),
    ("clock:any", .anyClock), ("clock:none", .noClock), ("clock:tcm", .clock("tcm")), ("clock:HEDIS", .clock("HEDIS")),
    ("state:on-hold", .state(["on-hold"])), ("state:\"on hold\"", .state(["on-hold"])),
    ("state:\"under way\"", .state(["in-progress"])), ("state:requested", .state(["requested"])),
    ("state:checked-in", .state(["checked-in"])), ("state:withdrawn", .state(["revoked"])),
    ("kind:task", .kind(.task)), ("kind:referral", .kind(.referral)), ("kind:booking", .kind(.appointment)),
    ("kind:rule", .kind(.clock)),
    ("priority:routine", .priority(.routine)), ("priority:urgent", .priority(.urgent)),
    ("priority:asap", .priority(.asap)), ("priority:stat", .priority(.stat)),
    ("patient:rossi", .patient(["rossi"])), ("patient:104", .patient(["104"])),
    ("org:\"st. mary\"", .organization(["st", "mary"])),
    ("risk:high", .risk(.high)), ("risk:middle", .risk(.middle)), ("risk:low", .risk(.low)),
    ("risk:incomplete", .risk(.incomplete)),
    ("is:overdue", .trait(.overdue)), ("is:unowned", .trait(.unowned)), ("is:waiting", .trait(.waiting)),
    ("is:woken", .trait(.woken)), ("is:urgent", .trait(.urgent)), ("is:escalated", .trait(.escalated)),
    ("Inês", .text(bytes("ines"))), ("\"Two  Words\"", .text(bytes("two  words"))), ("14:00", .text(bytes("14:00"))),
    ("rossi,", .text(bytes("rossi,"))), ("\"kind:task\"", .text(bytes("kind:task"))), ("5\"", .text(bytes("5\""))),
  ]

  @Test(arguments: everyValue.indices) func `every value of every field`(index: Int) {
    let (text, test) = Self.everyValue[index]
    #expect(query(text).terms == [Query.Term(tests: [test])], "\(text)")
    #expect(query("-\(text) x").terms.last == Query.Term(isNegated: true, tests: [test]), "\(text)")
    #expect(query(text, isBeingTyped: false).faults.isEmpty, "\(text)")
  }

  @Test func `every value offered can be read`() {
    for field in QueryField.allCases {
      for value in field.values {
        let read = query("\(field.rawValue):\(value)", isBeingTyped: false)
        #expect(read.faults.isEmpty && read.terms.count == 1, "\(field) \(value)")
      }
    }
  }

  @Test func `values between commas are alternatives`() {
    #expect(query("owner:me,none").terms == [Query.Term(tests: [.mine, .unowned])])
    #expect(
      query("-owner:\"ana khan\",none").terms == [
        Query.Term(isNegated: true, tests: [.owner(["ana", "khan"]), .unowned])
      ])
  }

  @Test(arguments: [
    ("", []), ("bo", ["bo"]), ("Bo  rossi", ["bo", "rossi"]), ("bo -rossi", ["bo"]), ("bo kind:task", ["bo"]),
  ]) func `plain words can be searched for without a query`(text: String, words: [String]) {
    #expect(query(text).plainWords == words)
    #expect(query(text).isPlain == !text.contains { $0 == ":" || $0 == "-" })
  }

  @Test(arguments: [
    ("is:waiting", true), ("is:overdue,waiting", true), ("-is:waiting", false), ("is:woken", false), ("asleep", false),
  ]) func `what asks for what sleeps`(text: String, asks: Bool) {
    #expect(query(text).asksForAsleep == asks)
  }
}

@Suite struct QueryFaultTests {
  /// The text, the part of it that is wrong, and what is said.
  @Test(arguments: [
    ("ower:me", "ower", "`ower:` is no field; write `owner:`"),
    ("bo prio:stat", "prio", "`prio:` is no field; write `priority:`"),
    (
      "note:x", "note",
      "`note:` is no field; write owner:, due:, clock:, state:, kind:, priority:, patient:, org:, risk:, from:, on:, with: or is:, or quote it as text"
    ),
    ("kind:refrral bo", "refrral", "`kind:` takes no `refrral`; write `kind:referral`"),
    ("kind:xyz", "xyz", "`kind:` takes no `xyz`; write task, referral, booking or rule"),
    (
      "-is:lazy", "lazy",
      "`is:` takes no `lazy`; write overdue, unowned, waiting, woken, urgent, escalated, closed, counted, unanswered, unread or awaited"
    ),
    ("priority:high", "high", "`priority:` takes no `high`; write routine, urgent, asap or stat"),
    ("risk:hihg", "hihg", "`risk:` takes no `hihg`; write `risk:high`"),
    ("state:onhold", "onhold", "`state:` takes no `onhold`; write `state:on-hold`"),
    ("is:waitng", "waitng", "`is:` takes no `waitng`; write `is:waiting`"),
    ("clock:tmc bo", "tmc", "no clock is called `tmc`; write `clock:tcm`"),
    ("clock:wxyz", "wxyz", "no clock is called `wxyz`; write any, none or a rule’s name, as tcm"),
    ("owner:-- bo", "--", "`owner:` takes me, team, none or a name, not `--`"),
    ("owner: me", "owner:", "write a value after `owner:`, without a space"),
    ("owner:me, none", ",", "a value is missing beside the comma; write it without a space"),
    ("owner:,me", ",", "a value is missing beside the comma; write it without a space"),
    ("due:teu bo", "teu", "`teu` is no day; write tue"),
    ("due:<14x bo", "x", "`x` is no month or unit; write d, bd, w, h or min"),
    ("due:<0d", "0d", "`0d` is no time to come; write 1d or more"),
    ("due:<\"24 nvo\"", "nvo", "`nvo` is no month; write nov"),
    ("due:< bo", "<", "write when: tue, 2bd, 14d or 24 nov"),
    ("due:<>2d", "<>", "`<>` compares nothing; write <, <=, > or >="),
    ("due:3h", "3h", "`3h` is an hour, not a day; write < or > before it"),
    ("owner:<me", "<me", "only `due:` and `on:` are compared; write `owner:` and a value"),
    ("due:<24 nov bo", "<24 nov", "two words need quotes; write `due:<\"24 nov\"`"),
    ("state:on hold", "on hold", "two words need quotes; write `state:\"on hold\"`"),
    ("é👩‍⚕️ kind:xyz", "xyz", "`kind:` takes no `xyz`; write task, referral, booking or rule"),
  ]) func `a fault is named at its place`(text: String, part: String, words: String) {
    let faults = query(text).faults
    #expect(faults.map(\.words) == [words])
    let characters = Array(text)
    #expect(faults.map { String(characters[$0.range]) } == [part])
  }

  @Test(arguments: ["ower:me", "kind:task,xyz", "-kind:xyz", "due:teu,today", "state:on hold"])
  func `a term with a fault hides nothing`(text: String) {
    #expect(query(text).isEmpty)
    #expect(query("\(text) kind:task").terms == [Query.Term(tests: [.kind(.task)])])
  }

  @Test func `each fault is named`() {
    #expect(query("ower:me kind:xyz,task,abc bo").faults.map(\.range) == [0..<4, 13..<16, 22..<25])
  }

  /// Whoever is still typing hears nothing, and sees what they saw; the text put away is another matter.
  @Test(arguments: [
    "owner:", "-owner:", "kind:", "kind:ref", "is:o", "due:", "due:<", "due:2", "due:<2", "due:<=2b", "due:t",
    "due:tod", "due:2026-11", "due:<14:", "due:<\"24 n", "priority:", "risk:in", "clock:", "state:\"on ho",
  ]) func `what is unfinished at the end is no fault yet`(text: String) {
    #expect(query(text).faults.isEmpty)
    #expect(query(text).isEmpty)
    let putAway = query(text, isBeingTyped: false)
    #expect(putAway.faults.count == 1)
    #expect(putAway.isEmpty)
  }

  @Test func `a quote that is still open reaches to the end`() {
    #expect(query("kind:task \"two wor").terms.first == Query.Term(tests: [.text(bytes("two wor"))]))
    #expect(query("owner:\"ana kh").terms == [Query.Term(tests: [.owner(["ana", "kh"])])])
    #expect(query("bo \"").plainWords == ["bo"])
    #expect(query("bo -").plainWords == ["bo"])
    #expect(query("kind:task,ref").terms == [Query.Term(tests: [.kind(.task)])])
  }
}

@Suite struct QueryMatchingTests {
  private func found(_ text: String, _ row: Row = Row()) -> Bool {
    let query = query(text, isBeingTyped: false)
    #expect(query.faults.isEmpty, "\(text)")
    return query.matches(row)
  }

  @Test(arguments: [
    ("", true), ("bo", true), ("bo rossi", true), ("bo tanaka", false), ("-tanaka", true), ("-bo", false),
    ("\"call after\"", true), ("\"after call\"", false),
    ("owner:me", true), ("owner:team", false), ("owner:none", false), ("owner:an", true), ("owner:na", false),
    ("owner:\"ana kh\"", true), ("owner:\"ana lo\"", false), ("owner:team,none", false), ("owner:none,me", true),
    ("-owner:none,team", true), ("-owner:none,me", false),
    ("due:overdue", false), ("due:mon", true), ("due:tue", false), ("due:2d", true), ("due:week", true),
    ("due:<2d", false), ("due:<=2d", true), ("due:>1d", true), ("due:>2d", false), ("due:>=2d", true),
    ("due:none", false), ("due:any", true), ("due:<tue", true), ("due:>2026-11-22", true), ("due:1bd", true),
    ("clock:any", true), ("clock:none", false), ("clock:tcm", true), ("clock:tcm-c", true), ("clock:cms", true),
    ("clock:\"cms tcm\"", true), ("clock:trc", false), ("clock:tcm-v", false),
    ("state:requested", true), ("state:on-hold", false), ("-state:on-hold", true), ("state:on-hold,requested", true),
    ("kind:task", true), ("kind:rule", false), ("kind:rule,task", true), ("priority:routine", true),
    ("priority:stat", false), ("patient:bo", true), ("patient:\"bo ros\"", true), ("patient:104", true),
    ("patient:ossi", false), ("org:mary", true), ("org:\"ward 4b\"", true), ("org:\"ward 5\"", false),
    ("risk:middle", true), ("risk:high", false), ("risk:high,middle", true),
    ("is:overdue", false), ("is:unowned", false), ("is:waiting", false), ("is:woken", false), ("is:urgent", false),
    ("is:escalated", false), ("owner:me kind:rule", false), ("owner:me kind:task bo", true),
  ]) func `what is found of Bo's call`(text: String, expected: Bool) {
    #expect(found(text) == expected)
  }

  /// How the row differs, what finds it then, and what doesn't.
  private static let changed: [(change: @Sendable (inout Row) -> Void, finds: String, misses: String)] = [
    ({ $0.isMine = false }, "-owner:me", "owner:me"), ({ $0.isTeams = true }, "owner:team", "-owner:team"),
    ({ $0.isUnowned = true }, "owner:none", "-is:unowned"), ({ $0.isUnowned = true }, "is:unowned", "-owner:none"),
    ({ $0.due = nil }, "due:none", "due:any"), ({ $0.due = nil }, "-due:<2d", "due:<=1w"),
    ({ $0.due = Moment(date: date(21)) }, "due:today", "due:overdue"),
    ({ $0.due = Moment(date: date(20)) }, "due:overdue", "due:today"),
    ({ $0.due = Moment(date: date(20)) }, "is:overdue due:<2d", "due:week"),
    ({ $0.due = Moment(now) }, "is:overdue", "due:>=3h"),
    ({ $0.due = Moment(now.adding(hours: -1)) }, "due:today", "-due:overdue"),
    ({ $0.due = Moment(now.adding(hours: 2)) }, "due:<3h", "due:<1h"),
    ({ $0.due = Moment(start(22)) }, "due:tomorrow", "due:<tomorrow"),
    ({ $0.due = Moment(date: date(28)) }, "due:week", "due:<1w"),
    ({ $0.due = Moment(date: date(29)) }, "due:>1w", "due:week"),
    ({ $0.clocks = [] }, "clock:none", "clock:tcm"),
    ({ $0.clocks.append(("trc-engagement", "HEDIS TRC")) }, "clock:hedis", "clock:none"),
    ({ $0.status = "on-hold" }, "state:\"on hold\"", "-state:on-hold"),
    ({ $0.kind = .appointment }, "kind:booking", "kind:task"), ({ $0.kind = .referral }, "kind:referral", "kind:rule"),
    ({ $0.kind = .clock }, "kind:rule", "-kind:rule"), ({ $0.priority = .routine }, "priority:routine", "is:urgent"),
    ({ $0.priority = .asap }, "is:urgent priority:asap", "priority:routine"),
    ({ $0.risk = .incomplete }, "risk:incomplete", "risk:low"), ({ $0.risk = .low }, "risk:low", "risk:incomplete"),
    ({ $0.sleepsUntil = now.adding(hours: 1) }, "is:waiting", "-is:waiting"),
    ({ $0.sleepsUntil = now }, "-is:waiting", "is:waiting"),
    ({ $0.isWoken = true }, "is:woken", "-is:woken"), ({ $0.steps = 1 }, "is:escalated", "-is:escalated"),
  ]

  @Test(arguments: changed.indices) func `a row that differs`(index: Int) {
    let (change, finds, misses) = Self.changed[index]
    let row = made(Row(), change)
    #expect(found(finds, row), "\(finds)")
    #expect(!found(misses, row), "\(misses)")
  }

  /// Fails on anything but the search.
  private struct Unread: QueryRow {
    func holds(_ word: [UInt8]) -> Bool { false }
    private func decoded() -> Never { preconditionFailure("a row was decoded that was not wanted") }
    var ownerWords: String { decoded() }
    var isMine: Bool { decoded() }
    var isTeams: Bool { decoded() }
    var isUnowned: Bool { decoded() }
    var due: Moment? { decoded() }
    var deadline: Instant? { decoded() }
    var clocks: [(id: String, source: String)] { decoded() }
    var status: String { decoded() }
    var kind: WorkKind? { .task }
    var priority: Priority? { decoded() }
    var patientName: String { decoded() }
    var mrn: String { decoded() }
    var organizationWords: String { decoded() }
    var risk: Risk { decoded() }
    var sleepsUntil: Instant? { decoded() }
    var isWoken: Bool { decoded() }
    var steps: Int { decoded() }
  }

  @Test func `a row is decoded no further than needed`() {
    #expect(!query("owner:ana due:<2d bo").matches(Unread()))
    #expect(query("kind:task").matches(Unread()))
  }
}

@Suite struct QueryCompletionTests {
  /// The text with its cursor as `|`; then what is offered, and the text and cursor after the first of it.
  @Test(arguments: [
    ("ow|", ["owner:"], "owner:|"), ("bo -p|", ["priority:", "patient:"], "bo -priority:|"),
    ("| bo", QueryField.allCases.map { "\($0.rawValue):" }, "owner:| bo"), ("PRI|", ["priority:"], "priority:|"),
    ("owner:|", ["me", "team", "none", "Khan, Ana", "pharmacist"], "owner:me|"),
    ("owner:kh|", ["Khan, Ana"], "owner:\"Khan, Ana\"|"), ("owner:an| bo", ["Khan, Ana"], "owner:\"Khan, Ana\"| bo"),
    ("owner:me,p|", ["pharmacist"], "owner:me,pharmacist|"), ("owner:\"ana kh|", ["Khan, Ana"], "owner:\"Khan, Ana\"|"),
    ("owner:\"kh|\" bo", ["Khan, Ana"], "owner:\"Khan, Ana\"| bo"), ("ow|ner:me", ["owner:"], "owner:|me"),
    ("kind:r|", ["referral", "rule"], "kind:referral|"),
    ("kind:r|x,task", ["referral", "rule"], "kind:referral|,task"),
    ("due:<t|", ["<today", "<tomorrow", "<tue", "<thu"], "due:<today|"), ("due:2|", ["2d", "2bd", "2w"], "due:2d|"),
    ("due:<2|", ["<2d", "<2bd", "<2w", "<2h", "<2min"], "due:<2d|"), ("due:o|", ["overdue"], "due:overdue|"),
    ("due:<n|", ["<next week"], "due:<\"next week\"|"), ("state:on|", ["on-hold"], "state:on-hold|"),
    ("clock:t|", ["tcm-contact", "CMS TCM"], "clock:tcm-contact|"), ("is:wo|", ["woken"], "is:woken|"),
    ("kind:task|", [], ""), ("zz|", [], ""), ("\"ow|", [], ""), ("foo:|", [], ""), ("|bo", [], ""),
    ("owner:-|", [], ""),
  ]) func `what goes on from the cursor`(marked: String, labels: [String], result: String) {
    let cursor = Array(marked).firstIndex(of: "|") ?? 0
    let found = Query.completions(
      of: marked.filter { $0 != "|" }, at: cursor, owners: ["Khan, Ana", "pharmacist"],
      clocks: ["tcm-contact", "CMS TCM"])
    #expect(found.map(\.label) == labels)
    let shown = found.first.map { String($0.text.prefix($0.cursor)) + "|" + String($0.text.dropFirst($0.cursor)) }
    #expect(shown ?? "" == result)
  }

  @Test func `whatever is typed, faults and cursors lie within the text`() {
    var random = Seeded(seedOfThisRun)
    let parts =
      QueryField.allCases.map { "\($0.rawValue):" } + QueryField.allCases.flatMap(\.values)
      + ["\"", "“", ",", "-", "<", ">=", " ", " ", ":", "2d", "24 nov", "tue", "é", "👩‍⚕️", "\u{301}", "x", "\n", "0"]
    for _ in 0..<6000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        .joined()
      let count = text.count
      for isBeingTyped in [true, false] {
        let read = query(text, isBeingTyped: isBeingTyped)
        _ = read.matches(Row())
        for fault in read.faults {
          #expect(fault.range.lowerBound >= 0 && fault.range.upperBound <= count, "\(text), seed \(seedOfThisRun)")
          #expect(!fault.range.isEmpty && !fault.words.isEmpty, "\(text), seed \(seedOfThisRun)")
        }
      }
      let cursor = Int.random(in: 0...count, using: &random)
      for found in Query.completions(of: text, at: cursor, owners: ["Khan, Ana"]) {
        #expect(found.cursor <= found.text.count, "\(text), seed \(seedOfThisRun)")
      }
    }
  }

  @Test func `what is chosen leaves no new fault`() {
    for text in QueryField.allCases.map({ "\($0.rawValue):" }) {
      for found in Query.completions(
        of: text, at: text.count, owners: ["O’Brien, \"Al\"", "<me"], clocks: ["tcm-visit"])
      {
        #expect(query(found.text, isBeingTyped: false).faults.isEmpty, "\(found.text)")
      }
    }
  }
}
