/// The worklist's rows that go up the ladder by themselves, kept with the list's pages: they are few, and finding those
/// whose time has come must not cost a look through the list.
package struct Climbers: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var item: LineID
    package var patient: PatientID
    package var at: Instant
  }

  private var pages: [Int: [Row]] = [:]

  package init() {}

  /// The rows of the worklist's pages come in the place of those they had.
  mutating func note(_ images: [PageImage]) {
    for image in images where image.list == .worklist && image.page.isLoaded { note(image.page) }
  }

  private mutating func note(_ page: Page) {
    let rows = (0..<page.rows).compactMap { index in
      var fields = page.fields(index)
      return WorkRow.climber(&fields)
    }
    pages[page.number] = rows.isEmpty ? nil : rows
  }

  /// Those whose time has come, the first first.
  package func due(at now: Instant) -> [Row] {
    pages.values.joined().filter { $0.at <= now }.sorted { ($0.at, $0.item) < ($1.at, $1.item) }
  }
}
