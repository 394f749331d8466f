import Care

/// Where a line stands in an order: the first thirty-two bytes of what it is ordered by, then when it is due, then its
/// place in the record.
struct SortKey: Comparable, Sendable {
  let first, second, third, fourth: UInt64
  let position: Int
  /// When it is due, for lines that are alike; not turned with the order. `max` for no date.
  var due = Int64.max

  /// A line without the value comes last, whichever way the order runs.
  static func last(_ position: Int) -> SortKey {
    SortKey(words: Array(repeating: .max, count: 4), position: position, isTurned: false)
  }

  private init(words: [UInt64], position: Int, isTurned: Bool) {
    let words = isTurned ? words.map(~) : words
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
    self.position = position
  }

  init(_ text: String, position: Int, isTurned: Bool) {
    guard !text.isEmpty else {
      self = .last(position)
      return
    }
    // A number without its noughts comes before a longer one.
    let isNumber = text.utf8.count < 20 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let ordered = isNumber ? String(repeating: "0", count: 20 - text.utf8.count) + text : Folding.fold(text)
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in ordered.utf8.prefix(32).enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(56 - index % 8 * 8)
    }
    self.init(words: words, position: position, isTurned: isTurned)
  }

  init(_ number: Int64?, position: Int, isTurned: Bool) {
    guard let number else {
      self = .last(position)
      return
    }
    self.init(words: [UInt64(bitPattern: number) ^ (1 << 63), 0, 0, 0], position: position, isTurned: isTurned)
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    if a.first != b.first { return a.first < b.first }
    if a.second != b.second { return a.second < b.second }
    if a.third != b.third { return a.third < b.third }
    if a.fourth != b.fourth { return a.fourth < b.fourth }
    return (a.due, a.position) < (b.due, b.position)
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
  /// What is being ordered, from the first slice on; nil for the whole list.
  private var rows: [Int]?

  /// Whether what is being ordered is known; it is told with the first slice.
  var hasBegun: Bool { next > 0 }

  /// Lines read before the loop takes other work: each is decoded.
  static let slice = 256

  init(_ order: Order) { self.order = order }

  /// - Parameters:
  ///   - rows: the positions to be ordered; nil for all of `count`.
  ///   - key: of the line at a position; nil where it has not been read yet.
  mutating func advance(among wanted: [Int]?, count: Int, key: (Int) -> SortKey?) {
    guard positions == nil else { return }
    if !hasBegun { rows = wanted }
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
    (runs, rows) = ([], nil)
  }

  /// The list has changed: each row moves with it, and what is new takes its place among them.
  mutating func follow(_ moves: Moves, arrivals: [Int], key: (Int) -> SortKey?) {
    guard let positions else {
      self = Sorting(order)
      return
    }
    var moved = positions.compactMap { moves.places[$0] >= 0 ? moves.places[$0] : nil }
    for arrival in arrivals {
      guard let wanted = key(arrival) else { continue }
      var (low, high) = (0, moved.count)
      while low < high {
        let middle = (low + high) / 2
        if let other = key(moved[middle]), other < wanted { low = middle + 1 } else { high = middle }
      }
      moved.insert(arrival, at: low)
    }
    self.positions = moved
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
