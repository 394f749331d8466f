/// A deadline rule as data: what starts it, how long it runs, what settles it, and who says so.
///
/// Clocks for the same duty on the same event are one line of the worklist: whoever does the duty stops them all.
package struct Clock: Hashable, Sendable {
  /// Which of the start date's hours can settle a clock.
  package enum DayZero: Hashable, Sendable {
    /// All of them: the rule counts dates.
    case wholeDay
    /// Those after the start. Where the hour isn't known, it can't be told, and the clock runs on.
    case afterwards
    /// None: what happens on the date it began doesn't count.
    case never
  }

  /// Names it in settings and for machines; never shown.
  package let id: String
  package let duty: Duty
  package let start: ClockStart
  /// All must hold for it to begin.
  package let conditions: [ClockCondition]
  package internal(set) var target: Target
  package let dayZero: DayZero
  /// From the start on, how long it is worth a line: after that nothing can settle it any more.
  package let relevance: Target
  /// Days before it is due from which it is worth a line; nil for at once.
  package internal(set) var lead: Int?
  /// Who asks for it ("CMS TCM").
  package let source: String
  /// Which text of it ("CPT 99495/99496", a measurement year).
  package let version: String
  /// Why it doesn't run unless a site asks for it; nil where it runs.
  package internal(set) var restsBecause: String?
  /// nil where all of it is as published.
  package internal(set) var siteChange: SiteChange?

  init(
    _ id: String, _ duty: Duty, _ start: ClockStart, when conditions: [ClockCondition] = [], _ target: Target,
    dayZero: DayZero = .afterwards, relevance: Target, lead: Int? = nil, source: String, version: String,
    restsBecause: String? = nil
  ) {
    self.id = id
    self.duty = duty
    self.start = start
    self.conditions = conditions
    self.target = target
    self.dayZero = dayZero
    self.relevance = relevance
    self.lead = lead
    self.source = source
    self.version = version
    self.restsBecause = restsBecause
  }

  package var runs: Bool { restsBecause == nil }

  /// "CMS TCM, 2 business days"; where the site has changed it, with what is published.
  package var rule: String { told(with: []) }

  /// The same with the text it stands in: "CMS TCM, 2 business days (CPT 99495/99496)".
  package var fullRule: String { told(with: [version]) }

  private func told(with more: [String]) -> String {
    let remarks = [siteChange?.words].compactMap(\.self) + more
    return "\(source), \(target.words)" + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
  }
}

/// What has to be done, by which role, and what shows that it was.
package struct Duty: Hashable, Sendable {
  package let id: String
  package let title: String
  /// Whether the title goes on with what it is about.
  package let namesSubject: Bool
  package let next: String
  /// What closes it, as the end of a sentence.
  package let closedBy: String
  package let role: CareRole
  let stops: [ClockStop]
  let cancels: [ClockCancel]
  /// Whether it goes up the ladder by itself once a clock of it has run out.
  let climbs: Bool
  /// Words by which a task asks for the same: all of one set, anywhere in what it says.
  private let likeness: [[[UInt8]]]

  /// Whether the folded words of a task ask for this, of whatever event.
  func isAskedFor(in words: [UInt8]) -> Bool {
    likeness.contains { $0.allSatisfy { Folding.holds(words, $0) } }
  }

  /// Whether reaching the patient or a carer is all that it asks for.
  package var isSettledByContact: Bool { stops.contains(.contact) || self == .outreach }

  init(
    _ id: String, _ title: String, namesSubject: Bool = false, next: String, closedBy: String, role: CareRole,
    stops: [ClockStop], cancels: [ClockCancel] = [.death], climbs: Bool = false,
    likeness: [[String]] = []
  ) {
    self.id = id
    self.title = title
    self.namesSubject = namesSubject
    self.next = next
    self.closedBy = closedBy
    self.role = role
    self.stops = stops
    self.cancels = cancels
    self.climbs = climbs
    self.likeness = likeness.map { $0.map { Array($0.utf8) } }
  }
}

extension Task {
  /// All that it says of what it asks for, folded.
  var words: [UInt8] { Array(Folding.fold("\(code.label) \(description)").utf8) }
}

/// The role that owns a next action where nobody is named.
package struct CareRole: Hashable, Sendable {
  package let words: String
  /// Part of what a care team calls somebody in this role, folded.
  let likeness: String

  init(words: String, likeness: String) {
    self.words = words
    self.likeness = likeness
  }

  /// A role by the words in which care teams name it.
  package init(words: String) { self.init(words: words, likeness: Folding.fold(words)) }

  static let coordinator = CareRole(words: "care coordinator", likeness: "coordinator")
  static let primaryCare = CareRole(words: "primary care", likeness: "primary care")
  static let pharmacist = CareRole(words: "pharmacist", likeness: "pharmacist")
  static let recipient = CareRole(words: "whoever it was written to", likeness: "")
  static let requester = CareRole(words: "whoever asked", likeness: "")
}
