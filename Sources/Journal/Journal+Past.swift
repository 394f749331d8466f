package import Care
internal import GRDB

extension Journal {
  /// A patient's chart as it was once the last of some entries had been written; nil where none of them fits.
  ///
  /// - Parameter isWanted: whether the chart after this entry is asked for.
  package func chart(_ id: PatientID, asOfLast isWanted: (Entry) -> Bool) throws -> Chart? {
    let entries = try read { try $0.entries(of: .patient(id)) }
    guard let last = entries.lastIndex(where: isWanted) else { return nil }
    var chart = Chart(id: id)
    for entry in entries[...last] { chart.apply(entry) }
    return chart
  }
}
