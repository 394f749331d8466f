/// Reads text as the clusters a terminal may be given, one at a time, so that a long text costs only what is shown.
///
/// What is made of a scalar:
/// - a tab: a space; a line end (LF, CR, CR LF, U+2028, U+2029): `⏎`; any other control character of ASCII: its
///   picture (`␛`); other controls, hidden format characters, bidirectional marks and overrides, private and
///   unassigned characters: `�`; a run of tag characters: one `�`
/// - a joiner between letters, a variation selector, a skin tone, a keycap's frame and all that a joiner adds to an
///   emoji: left out, since terminals disagree on them; a flag: its two letters
/// - a mark without a letter to sit on: on a space
/// - more scalars in a row that show nothing than any script writes: `�`, and on from there
package struct Clusters<Scalars: IteratorProtocol<Unicode.Scalar>>: Sequence, IteratorProtocol {
  /// What is read from; a reader that keeps its place can tell where a cluster begins.
  private(set) var scalars: Scalars
  private var pending: Cluster?
  /// How many scalars have been read since a cluster began.
  private var unseen = 0
  private var afterReturn = false
  private var afterJoiner = false
  private var inTags = false
  private var onEmoji = false
  private var hasLetter = false

  init(reading scalars: Scalars) {
    self.scalars = scalars
  }

  package mutating func next() -> Cluster? {
    while let scalar = scalars.next() {
      unseen += 1
      if let finished = take(scalar) { return finished }
      if unseen > Cluster.mostUnseen {
        clearContext()
        if let finished = begin(.replacement) { return finished }
      }
    }
    defer { pending = nil }
    return pending
  }

  /// Takes one scalar in; the cluster before it, where this one begins another.
  private mutating func take(_ scalar: Unicode.Scalar) -> Cluster? {
    let value = scalar.value
    if value >= 0x20, value < 0x7F {
      clearContext()
      return begin(Cluster(ascii: UInt8(value)))
    }
    let kind = ScalarKind(scalar)
    if kind == .tag {
      let starts = !inTags
      clearContext()
      inTags = true
      return starts ? begin(.replacement) : nil
    }
    switch kind {
    case .advancing(let width):
      if afterJoiner, onEmoji, scalar.properties.isEmoji {
        afterJoiner = false
        return nil
      }
      clearContext()
      onEmoji = value > 0xFF && scalar.properties.isEmoji
      hasLetter = true
      return begin(Cluster(scalar, width: width))
    case .mark:
      inTags = false
      if pending == nil { pending = .space }
      pending?.append(scalar)
      return nil
    case .lineEnd:
      let continues = afterReturn && value == 0x0A
      clearContext()
      afterReturn = value == 0x0D
      return continues ? nil : begin(Cluster("⏎", width: 1))
    case .picture(let picture):
      clearContext()
      return begin(Cluster(picture, width: 1))
    case .flagLetter(let letter):
      clearContext()
      return begin(Cluster(ascii: letter))
    case .joiner:
      guard hasLetter else { return begin(.replacement) }
      afterJoiner = value == 0x200D
      return nil
    case .dropped, .tag:
      return nil
    case .hidden:
      clearContext()
      return begin(.replacement)
    }
  }

  private mutating func begin(_ cluster: Cluster) -> Cluster? {
    defer { pending = cluster }
    unseen = 0
    return pending
  }

  private mutating func clearContext() {
    afterReturn = false
    afterJoiner = false
    inTags = false
    onEmoji = false
    hasLetter = false
  }
}

extension Clusters<String.UnicodeScalarView.Iterator> {
  package init(_ text: String) {
    self.init(reading: text.unicodeScalars.makeIterator())
  }
}
