import Care

/// Where a line stands in an order: its first sixteen bytes, which decide all but the longest names, then its place in
/// the record.
struct SortKey: Comparable, Sendable {
  let high: UInt64
  let low: UInt64
  let position: Int

  /// A line without the value comes last, whichever way the order runs.
  static func last(_ position: Int) -> SortKey { SortKey(high: .max, low: .max, position: position) }

  init(high: UInt64, low: UInt64, position: Int) {
    self.high = high
    self.low = low
    self.position = position
  }

  init(_ text: String, position: Int, isTurned: Bool) {
    let folded = Folding.fold(text)
    guard !folded.isEmpty else {
      self = .last(position)
      return
    }
    var parts: (UInt64, UInt64) = (0, 0)
    for (index, byte) in folded.utf8.prefix(16).enumerated() {
      if index < 8 { parts.0 |= UInt64(byte) << UInt64(56 - index * 8) }
      if index >= 8 { parts.1 |= UInt64(byte) << UInt64(120 - index * 8) }
    }
    self.init(high: isTurned ? ~parts.0 : parts.0, low: isTurned ? ~parts.1 : parts.1, position: position)
  }

  init(_ number: Int64?, position: Int, isTurned: Bool) {
    guard let number else {
      self = .last(position)
      return
    }
    let ordered = UInt64(bitPattern: number) ^ (1 << 63)
    self.init(high: isTurned ? ~ordered : ordered, low: 0, position: position)
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    if a.high != b.high { return a.high < b.high }
    return a.low != b.low ? a.low < b.low : a.position < b.position
  }
}

/// A list being put into another order than it lies in, a slice at a time, so that a key is answered at once however
/// long the list is. Until all of it is looked through, the list stays as it was.
struct Sorting: Sendable {
  let order: Order
  /// Positions in the list, in the order wanted; nil until all is sorted.
  private(set) var positions: [Int]?
  /// Sorted stretches, each longer than the next, to be merged.
  private var runs: [[SortKey]] = []
  private var next = 0

  /// Lines read before the loop takes other work: each is decoded.
  static let slice = 512

  init(_ order: Order) { self.order = order }

  /// - Parameters:
  ///   - rows: the positions to be ordered; nil for all of `count`.
  ///   - key: of the line at a position; nil where it has not been read yet.
  mutating func advance(among rows: [Int]?, count: Int, key: (Int) -> SortKey?) {
    guard positions == nil else { return }
    let total = rows?.count ?? count
    var run: [SortKey] = []
    let end = min(total, next + Self.slice)
    while next < end {
      guard let key = key(rows?[next] ?? next) else { break }
      run.append(key)
      next += 1
    }
    run.sort()
    if !run.isEmpty { runs.append(run) }
    while runs.count > 1, runs[runs.count - 2].count <= runs[runs.count - 1].count { mergeLast() }
    guard next == total else { return }
    while runs.count > 1 { mergeLast() }
    positions = runs.first?.map(\.position) ?? []
    runs = []
  }

  private mutating func mergeLast() {
    let (b, a) = (runs.removeLast(), runs.removeLast())
    var merged: [SortKey] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if b[j] < a[i] {
        merged.append(b[j])
        j += 1
      } else {
        merged.append(a[i])
        i += 1
      }
    }
    merged.append(contentsOf: a[i...])
    merged.append(contentsOf: b[j...])
    runs.append(merged)
  }
}
