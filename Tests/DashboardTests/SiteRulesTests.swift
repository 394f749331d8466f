import Care
import Settings
import TestSupport
import Testing

@testable import Dashboard

@Suite struct SiteRulesTests {
  private static let berlin = Zone(name: "Europe/Berlin", initialOffset: 3600)

  private func read(_ text: String) throws -> (site: SiteRules, faults: [String]) {
    let (site, faults) = SiteRules.reading(
      try SettingsFile(name: "clocks.toml", text: text), zone: { $0 == "Europe/Berlin" ? Self.berlin : nil },
      standard: .utc)
    return (site, faults.map(\.description))
  }

  private func clock(_ id: String, _ site: SiteRules) throws -> Clock {
    try #require(site.table.first { $0.id == id })
  }

  @Test func `an empty file leaves everything as published`() throws {
    let (site, faults) = try read("# nothing yet\n[site]\n[clocks]\n[ladder]\n")
    #expect(faults == [])
    #expect(site == SiteRules(zone: .utc))
  }

  @Test func `a site's zone, closed days, figures and ladder are used`() throws {
    let (site, faults) = try read(
      """
      [site]
      zone = "Europe/Berlin"
      closed = ["2026-11-27", "2026-12-24"]
      quiet = "20:00-09:30"
      [clocks.tcm-contact]
      target = "3 business days"
      [clocks.consent]
      lead = 14
      [clocks.missed-booking]
      on = false
      [ladder]
      steps = ["charge  nurse", "medical director"]
      minutes = [15, 90]
      automatic = false
      """)
    #expect(faults == [])
    #expect(site.zone.name == "Europe/Berlin")
    for day in [27, 26] { #expect(!site.calendar.isBusinessDay(CivilDate(year: 2026, month: 11, day: day))) }
    #expect(
      site.ladder == Ladder([.init("charge nurse", wait: 15), .init("medical director", wait: 90)], isAutomatic: false))
    #expect(site.quietHours == QuietHours(start: 20 * 60, end: 9 * 60 + 30))
    #expect(try clock("tcm-contact", site).rule == "CMS TCM, 3 business days (here; published: 2 business days)")
    #expect(
      try clock("tcm-contact", site).fullRule
        == "CMS TCM, 3 business days (here; published: 2 business days; CPT 99495/99496)")
    #expect(try clock("consent", site).lead == 14)
    #expect(try clock("consent", site).siteChange?.words == "here; published: from 30 days before")
    #expect(try clock("missed-booking", site).siteChange?.words == "switched off here")
    #expect(site.clocks.map(\.id) == Clock.all.filter { $0.runs && $0.id != "missed-booking" }.map(\.id))
    #expect(site.mark != SiteRules(zone: Self.berlin).mark)
  }

  @Test func `without holidays only the site's own days are closed`() throws {
    let (site, faults) = try read("[site]\nholidays = \"none\"\nclosed = [\"2026-11-27\"]")
    #expect(faults == [])
    #expect(site.calendar.isBusinessDay(CivilDate(year: 2026, month: 11, day: 26)))
    #expect(!site.calendar.isBusinessDay(CivilDate(year: 2026, month: 11, day: 27)))
  }

  @Test func `what is written as it is published is no change`() throws {
    let (site, faults) = try read(
      """
      [clocks.tcm-contact]
      target = "2 Business Days"
      on = true
      [clocks.tcm-visit-7]
      on = false
      [clocks.consent]
      lead = 30
      """)
    #expect(faults == [])
    #expect(site == SiteRules(zone: .utc))
  }

  @Test(arguments: [
    ("3 business days", Target.businessDays(3)), ("1 business day", .businessDays(1)), ("10 days", .calendarDays(10)),
    ("1 calendar day", .calendarDays(1)), ("72 hours", .elapsed(minutes: 4320)), ("90 minutes", .elapsed(minutes: 90)),
    ("  5   DAYS ", .calendarDays(5)), ("366 days", .calendarDays(366)),
  ])
  func `a target is a number and a unit`(_ text: String, _ target: Target) throws {
    let (site, faults) = try read("[clocks.tcm-contact]\ntarget = \"\(text)\"")
    #expect(faults == [])
    #expect(try clock("tcm-contact", site).target == target)
  }

  @Test(arguments: [
    (
      "clocks.tcm-contact", #"target = "0 days""#,
      "`0 days` leaves no time; write 1 or more; the published figure, 2 business days, stays in use."
    ),
    (
      "clocks.tcm-contact", #"target = "-2 hours""#,
      "`-2 hours` leaves no time; write 1 or more; the published figure, 2 business days, stays in use."
    ),
    (
      "clocks.tcm-contact", #"target = "soon""#,
      "`soon` is no target; write as \"3 business days\", \"30 days\", \"72 hours\" or \"90 minutes\"; the published figure, "
        + "2 business days, stays in use."
    ),
    (
      "clocks.tcm-contact", #"target = "3 weeks""#,
      "`3 weeks` is no target; write as \"3 business days\", \"30 days\", \"72 hours\" or \"90 minutes\"; the published figure, "
        + "2 business days, stays in use."
    ),
    (
      "clocks.tcm-contact", #"target = "400 days""#,
      "`400 days` is longer than a year; the published figure, 2 business days, stays in use."
    ),
    (
      "clocks.tcm-contact", #"target = "9223372036854775807 hours""#,
      "`9223372036854775807 hours` is longer than a year; the published figure, 2 business days, stays in use."
    ),
    ("clocks.tcm-contact", "target = 3", "`target` should be text in quotes, as in target = \"…\""),
    ("clocks.tcm-contact", "lead = 3", "`tcm-contact` is a line from its start on; it has no `lead`."),
    ("clocks.tcm-contact", "on = 1", "`on` should be true or false"),
    (
      "clocks.consent", #"target = "3 days""#,
      "`consent` is due on the day itself; `lead` says from when it is a line."
    ),
    (
      "clocks.consent", "lead = -1",
      "`-1` is no number of days from 0 to 366; the published figure, 30 days, stays in use."
    ),
    (
      "clocks.consent", "laed = 3",
      "`laed` is not known here (did you mean `lead`?); write one of target, on, lead."
    ),
    (
      "clocks.message-hours", "on = true",
      "`message-hours` can't run beside `message`: a site counts hours or business days, never both. Switch the other "
        + "off, with on = false under [clocks.message]; this one rests meanwhile."
    ),
    (
      "site", #"zone = "Mars/Olympus""#,
      "this machine knows no time zone `Mars/Olympus`; write one as \"America/New_York\". Days end in UTC meanwhile."
    ),
    (
      "site", #"holidays = "de""#,
      "`de` is not known; write \"us-federal\" or \"none\". The federal holidays stay in use."
    ),
    (
      "site", #"closed = ["2026-02-30"]"#,
      "`2026-02-30` is no date; write dates in quotes, as in closed = [\"2026-11-27\"]. It is left out."
    ),
    (
      "site", "closed = [2026-11-27]",
      "a day in `closed` is not text; write dates in quotes, as in closed = [\"2026-11-27\"]. It is left out."
    ),
    (
      "site", #"closed = "2026-11-27""#,
      "`closed` should be a list; write dates in quotes, as in closed = [\"2026-11-27\"]."
    ),
    ("ladder", "steps = []", "a step is a role, as in \"charge nurse\"; the published ladder stays in use."),
    ("ladder", #"steps = [" "]"#, "a step is a role, as in \"charge nurse\"; the published ladder stays in use."),
    ("ladder", #"steps = ["nurse", "Nurse"]"#, "`nurse` stands twice; the published ladder stays in use."),
    (
      "ladder", "minutes = [15]",
      "write one number for each step (2), the minutes before it, up to 10080 (a week); the published ones stay "
        + "in use."
    ),
    (
      "ladder", "minutes = [-1, 10081]",
      "write one number for each step (2), the minutes before it, up to 10080 (a week); the published ones stay "
        + "in use."
    ),
    ("ladder", "minutes = 15", "`minutes` should be a list, as in minutes = [15, 60]."),
    ("ladder", #"automatic = "no""#, "`automatic` should be true or false"),
    (
      "site", #"quiet = "late""#,
      "`late` is no span of hours; write it as \"21:00-08:00\", or \"none\". The standard ones stay in use."
    ),
    (
      "site", #"quiet = "21:00-24:00""#,
      "`21:00-24:00` is no span of hours; write it as \"21:00-08:00\", or \"none\". The standard ones stay in use."
    ),
    ("ladder", #"steps = "nurse""#, "`steps` should be a list of texts, as in steps = [\"…\", \"…\"]"),
  ])
  func `a bad line is told with its place, and the published figure stays`(
    _ table: String, _ line: String, _ message: String
  ) throws {
    let (site, faults) = try read("# the site's rules\n[\(table)]\n\(line)\n")
    #expect(faults == ["clocks.toml line 3: \(message)"])
    #expect(site == SiteRules(zone: .utc))
  }

  @Test(arguments: [
    (
      "tcm-contct", "there is no clock `tcm-contct` (did you mean `tcm-contact`?); `rounds clocks` lists them."
    ),
    (
      "tcm-cnotact", "there is no clock `tcm-cnotact` (did you mean `tcm-contact`?); `rounds clocks` lists them."
    ),
    ("zzzz", "there is no clock `zzzz`; `rounds clocks` lists them."),
    ("trc-notification", "`trc-notification` can't run here: a chart that knows of the admission has been told of it."),
  ])
  func `a clock that isn't there is told with the nearest`(_ id: String, _ message: String) throws {
    let (site, faults) = try read("[clocks.\(id)]\non = true\n")
    #expect(faults == ["clocks.toml line 1: \(message)"])
    #expect(site == SiteRules(zone: .utc))
  }

  @Test func `nothing else is lost beside a bad line`() throws {
    let (site, faults) = try read(
      """
      colour = "red"
      [site]
      closed = ["tomorrow", "2026-11-27"]
      [clocks.tcm-contact]
      target = "soon"
      on = false
      [clocks.nobody]
      on = true
      [clocks.tcm-visit]
      target = "10 days"
      """)
    #expect(
      faults.map { $0.prefix { $0 != ":" } } == [
        "clocks.toml line 1", "clocks.toml line 3", "clocks.toml line 5", "clocks.toml line 7",
      ])
    #expect(try clock("tcm-contact", site).target == .businessDays(2))
    #expect(try !clock("tcm-contact", site).runs)
    #expect(try clock("tcm-visit", site).target == .calendarDays(10))
    #expect(!site.calendar.isBusinessDay(CivilDate(year: 2026, month: 11, day: 27)))
  }

  @Test(arguments: [
    "[clocks.message-hours]\non = true\n[clocks.message]\non = false",
    "[clocks.message]\non = false\n[clocks.message-hours]\non = true",
  ])
  func `of two rules for one question either runs, whichever line stands first`(_ text: String) throws {
    let (site, faults) = try read(text)
    #expect(faults == [])
    #expect(try clock("message-hours", site).runs)
    #expect(try clock("message-hours", site).rule == "Patient portals, 72 hours (switched on here)")
    #expect(try !clock("message", site).runs)
  }

  @Test func `of two that the site switches on the first runs`() throws {
    let (site, faults) = try read(
      "[clocks.referral-booking]\non = true\n[clocks.referral-booking-internal]\non = true")
    #expect(
      faults.count == 1 && faults[0].hasPrefix("clocks.toml line 4: `referral-booking-internal` can't run beside"))
    #expect(try clock("referral-booking", site).runs)
    #expect(try !clock("referral-booking-internal", site).runs)
  }

  /// No text in any place makes rules that can't be used, or goes without a word.
  @Test func `any value anywhere is used or told`() throws {
    var random = Seeded(seedOfThisRun)
    let values = [
      "1", "-1", "true", "\"\"", "\"2 days\"", "[]", "[1]", "[\"2026-11-27\"]", "\"UTC\"", "{}", "{ a = 1 }", "1.5",
      "2026-11-27", "\"none\"", "\"\u{1F600}\"",
    ]
    let places = [
      "site.zone", "site.closed", "site.holidays", "site", "clocks", "clocks.tcm-contact", "clocks.tcm-contact.target",
      "clocks.consent.lead", "clocks.message.on", "clocks.message-hours.on", "ladder.steps", "ladder", "other",
    ]
    for _ in 0..<300 {
      let place = try #require(places.randomElement(using: &random))
      let value = try #require(values.randomElement(using: &random))
      let (site, faults) = try read("\(place) = \(value)")
      if site == SiteRules(zone: .utc), faults.isEmpty {
        // Only what says nothing, or what is published, may pass without either.
        #expect(["{}", "[]", "true", "\"2 days\""].contains(value), "\(place) = \(value), seed \(seedOfThisRun)")
      }
      #expect(!site.ladder.steps.isEmpty)
    }
  }

  private static let known = #"roles = ["pharmacist"]"#

  @Test func `a site's own order of roles replaces the published one, and a new topic comes after them`() throws {
    let (site, faults) = try read(
      """
      [[routing]]
      topic = "Medication  use"
      roles = ["nurse", "pharmacist", "doctor"]
      [[routing]]
      topic = "wound care"
      roles = ["wound nurse", "nurse"]
      words = ["dressing"]
      """)
    #expect(faults == [])
    #expect(site.routing.count == Route.standard.count + 1)
    #expect(site.routing[0].topic == "medication use")
    #expect(site.routing[0].roles.map(\.words) == ["nurse", "pharmacist", "doctor"])
    #expect(site.routing[0].words == Route.standard[0].words)
    #expect(site.routing[0].source == "this site")
    #expect(site.routing.dropFirst().dropLast() == Route.standard.dropFirst())
    #expect(Route.recognized(in: "the dressing came off", among: site.routing)?.topic == "wound care")
    #expect(site.mark == SiteRules(zone: .utc).mark)
  }

  @Test(arguments: [
    (
      "[[routing]]\n" + known, 1,
      #"a topic has no name; write it as in topic = "medication use". It is left out."#
    ),
    (
      "[[routing]]\ntopic = \"diet\"", 1,
      #"`diet` needs the roles to ask, the first to be asked first, as in roles = ["pharmacist", "doctor"]. "#
        + "The published order stays in use."
    ),
    (
      "[[routing]]\ntopic = \"wounds\"\nroles = []", 3,
      #"`wounds` needs the roles to ask, the first to be asked first, as in roles = ["pharmacist", "doctor"]. "#
        + "The topic is left out."
    ),
    (
      "[[routing]]\ntopic = \"diet\"\nroles = [\"nurse\", \"Nurse\"]", 3,
      "`nurse` stands twice. The published order stays in use."
    ),
    (
      "[[routing]]\ntopic = \"diet\"\nroles = [\"dietitan\"]", 3,
      "`dietitan` is no role known here (did you mean `dietitian`?). The published order stays in use."
    ),
    (
      "[[routing]]\ntopic = \"diet\"\nroles = \"nurse\"", 3,
      "`roles` should be a list of texts, as in roles = [\"…\", \"…\"]"
    ),
    (
      "[[routing]]\ntopic = \"diet\"\nroles = [\"dietitian\"]\n[[routing]]\ntopic = \"Diet\"\nroles = [\"nurse\"]", 5,
      "`diet` stands twice; what stands first counts."
    ),
    (
      "[routing]\n" + known, 1,
      "`routing` should be a list of topics; write every topic under a [[routing]] of its own, with topic = \"…\" and "
        + "roles = [\"…\", \"…\"]."
    ),
  ])
  func `a fault in the routing is told with its line, and the published order stays`(
    text: String, line: Int, message: String
  ) throws {
    let (site, faults) = try read(text)
    #expect(faults == ["clocks.toml line \(line): \(message)"])
    #expect(site.routing.map(\.topic) == Route.standard.map(\.topic))
    #expect(site.routing.map { $0.roles } == Route.standard.map { $0.roles })
  }

  @Test func `a word that means nothing in a topic is told, and the topic counts`() throws {
    let (site, faults) = try read(
      """
      [[routing]]
      topic = "diet"
      roles = ["dietitian", "nurse"]
      rolls = 2
      """)
    #expect(faults.count == 1 && faults[0].contains("`rolls` is not known here"))
    #expect(site.routing.first { $0.topic == "diet" }?.roles.count == 2)
  }
}
