package import Care

extension State {
  /// The event that the cursor is on: in a folded line any of those it stands for.
  package var selectedEvent: JourneyEvent? {
    guard let events = view?.journey.events, let row = selectedRow else { return nil }
    let selected = journeyList.selected.flatMap { view?.journey.position(of: $0) }
    return events[selected.flatMap { row.positions.contains($0) ? $0 : nil } ?? row.head]
  }

  package var selectedRow: JourneyRow? {
    journeyList.rows.indices.contains(journey.index) ? journeyList.rows[journey.index] : nil
  }

  /// Where the cursor is among the events shown, and of how many; which kinds they are where not all.
  package var journeyCounts: String {
    guard let view, let event = selectedEvent, let position = view.journey.position(of: event.key) else {
      return view.map { $0.journey.events.isEmpty ? "" : "none of \($0.journey.events.count)" + only } ?? ""
    }
    let all = view.journey.events.count
    guard !journeyList.families.isEmpty else { return "\(position + 1)/\(all)" }
    let before = view.journey.events[...position].count { journeyList.families.contains($0.family) }
    return "\(before)/\(journeyList.shown) of \(all)" + only
  }

  private var only: String {
    let kinds = JourneyFamily.allCases.filter(journeyList.families.contains).map(\.words)
    return kinds.isEmpty ? "" : " · only " + kinds.joined(separator: ", ")
  }

  /// Carries out what only the journey knows.
  mutating func performInJourney(_ command: CommandID) {
    let centre = centre
    switch command {
    case .zoomIn: window?.zoomIn(about: centre)
    case .zoomOut: window?.zoomOut(about: centre)
    case .wholeJourney: window?.showWhole()
    case .earlier: panJourney(byTenths: -3)
    case .later: panJourney(byTenths: 3)
    case .today: showToday()
    case .nextEvent: moveJourney(by: -1) { _ in true }
    case .previousEvent: moveJourney(by: 1) { _ in true }
    case .nextEncounter: moveJourney(by: -1) { $0.kind == .encounter }
    case .previousEncounter: moveJourney(by: 1) { $0.kind == .encounter }
    case .unfold: toggleFold()
    case .showAllKinds: filterJourney { $0.showAll() }
    default:
      guard let family = JourneyFamily.allCases.first(where: { $0.command == command }) else { return }
      filterJourney { $0.toggle(family) }
    }
  }

  /// A line of the list has come under the cursor: the drawing shows its event.
  mutating func revealSelectedEvent() {
    guard let event = selectedEvent, window?.meets(event.span.start, event.end(now: now)) == false else { return }
    window?.reveal(event.span.start)
  }

  /// A journey comes into view: at the present, on the newest thing that has already begun.
  mutating func openJourney() {
    guard let view else { return }
    journeyList = JourneyList()
    journeyList.make(view.journey)
    window = JourneyWindow(view.journey, now: now, zone: workspace.zone)
    journey = ListCursor()
    selectNewest()
    journey.top = max(0, journey.index - 2)
  }

  /// The journey has changed, or what of it is shown: the cursor stays on its event, or goes to the nearest one shown.
  mutating func remakeJourney(keeping key: JourneyEvent.Key?) {
    guard let view else { return }
    let line = journey.index - journey.top
    let before = key.flatMap { view.journey.position(of: $0) }
    journeyList.make(view.journey)
    window?.bound(by: view.journey)
    guard let before else { return }
    let position = nearestShown(to: before)
    guard let position, let row = journeyList.row(of: position) else { return }
    journeyList.selected = view.journey.events[position].key
    journey.index = row
    // The line keeps its place on the screen.
    journey.top = max(0, row - line)
  }

  /// Where a zoom takes hold: the event under the cursor, else the middle of what is in sight.
  private var centre: Instant {
    guard let event = selectedEvent, let window else { return now }
    if window.contains(event.span.start) { return event.span.start }
    return Instant(milliseconds: window.start.milliseconds + window.length / 2)
  }

  /// Pans; an event that leaves the drawing leaves the cursor to the nearest that is still on it.
  private mutating func panJourney(byTenths tenths: Int) {
    window?.pan(byTenths: tenths)
    guard let view, let window, let event = selectedEvent, !window.meets(event.span.start, event.end(now: now)) else {
      return
    }
    let events = view.journey.events
    let inSight = events.indices.filter {
      journeyList.row(of: $0) != nil && window.contains(events[$0].span.start)
    }
    if let nearest = tenths > 0 ? inSight.last : inSight.first { select(nearest) }
  }

  private mutating func showToday() {
    window?.reveal(now)
    selectNewest()
  }

  /// The newest event shown that has already begun; the last to come where none has.
  private mutating func selectNewest() {
    guard let events = view?.journey.events, !events.isEmpty else { return }
    let begun = events.firstIndex { $0.span.start <= now } ?? events.count - 1
    guard let position = nearestShown(to: begun), let row = journeyList.row(of: position) else { return }
    select(journeyList.rows[row].head)
  }

  /// To the next event shown in one direction: down the list is back in time.
  private mutating func moveJourney(by step: Int, where wanted: (JourneyEvent) -> Bool) {
    guard let view, let event = selectedEvent, var position = view.journey.position(of: event.key) else { return }
    let events = view.journey.events
    position += step
    while events.indices.contains(position), journeyList.row(of: position) == nil || !wanted(events[position]) {
      position += step
    }
    guard events.indices.contains(position) else {
      let words = step < 0 ? "Nothing later is shown." : "Nothing earlier is shown."
      toast = Toast(words: words, weight: .refused, canUndo: false)
      return
    }
    select(position)
    revealSelectedEvent()
  }

  private mutating func select(_ position: Int) {
    guard let view, let row = journeyList.row(of: position) else { return }
    journeyList.selected = view.journey.events[position].key
    journey.index = row
  }

  private func nearestShown(to position: Int) -> Int? {
    guard let count = view?.journey.events.count else { return nil }
    for distance in 0..<max(count, 1) {
      for candidate in [position + distance, position - distance] where journeyList.row(of: candidate) != nil {
        return candidate
      }
    }
    return nil
  }

  /// Unfolds the line under the cursor, or folds the lines it is one of.
  mutating func toggleFold() {
    guard let view, let fold = selectedRow?.fold(in: view.journey.events) else { return }
    let key = selectedEvent?.key
    journeyList.toggle(fold)
    remakeJourney(keeping: key)
  }

  private mutating func filterJourney(_ change: (inout JourneyList) -> Void) {
    let key = selectedEvent?.key
    change(&journeyList)
    remakeJourney(keeping: key)
    revealSelectedEvent()
  }

  /// Shows all kinds again; false where all were shown.
  mutating func clearJourneyFilter() -> Bool {
    guard focus == .journey, !journeyList.families.isEmpty else { return false }
    filterJourney { $0.showAll() }
    return true
  }

  /// Why a command of the journey can't be carried out now.
  func availabilityInJourney(_ id: CommandID) -> Availability {
    guard patient != nil else { return .disabled("choose a patient first") }
    // Until the chart is read nothing is known that would speak against it.
    guard let view else { return .enabled }
    let events = view.journey.events
    if events.isEmpty { return .disabled("nothing dated is known of this patient") }
    switch id {
    case .zoomIn: return window?.canZoomIn ?? false ? .enabled : .disabled("this is one day")
    case .zoomOut: return window?.canZoomOut ?? false ? .enabled : .disabled("the whole journey is in sight")
    case .unfold:
      return selectedRow?.fold(in: events) == nil ? .disabled("nothing is folded into this line") : .enabled
    case .showAllKinds: return journeyList.families.isEmpty ? .disabled("all kinds are shown") : .enabled
    default:
      guard let family = JourneyFamily.allCases.first(where: { $0.command == id }) else { return .enabled }
      return journeyList.families.contains(family) || events.contains { $0.family == family }
        ? .enabled : .disabled("this journey has none")
    }
  }
}
