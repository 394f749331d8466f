import Care
import Journal

/// One patient's lines need their chart once, wherever they stand, as far as memory is to be spent on it.
final class Charts {
  private let journal: Journal
  private var kept: [PatientID: Chart] = [:]

  init(journal: Journal) { self.journal = journal }

  func read(_ id: PatientID) throws -> Chart {
    if let chart = kept[id] { return chart }
    let chart = try journal.chart(id) ?? Chart(id: id)
    if kept.count >= 256 { kept = [:] }
    kept[id] = chart
    return chart
  }
}
