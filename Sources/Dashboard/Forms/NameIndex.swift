package import Care

/// The directory by the words of its names, so that finding somebody costs the same however many there are. Made when
/// nobody waits, and anew when the directory changes.
package struct NameIndex: Sendable {
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let kind: DirectoryKind
    package let id: MemberID
  }

  private let entries: [Entry]
  /// Every word of every name, folded, in order, with the entry it belongs to.
  private let words: [(word: String, entry: Int)]

  package init(_ directory: Directory) {
    entries = directory.members.values.map { member in
      Entry(name: directory.name(of: member), kind: member.resource.kind, id: member.id)
    }.filter { !$0.name.isEmpty }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    words = entries.indices.flatMap { index in Self.words(entries[index].name).map { (word: $0, entry: index) } }
      .sorted { ($0.word, $0.entry) < ($1.word, $1.entry) }
  }

  private static func words(_ text: String) -> [String] {
    Folding.fold(text).split(whereSeparator: { " ,.-’'".contains($0) }).map(String.init)
  }

  /// Those of whose name every typed word begins a word; kinds in the order given, names in theirs.
  ///
  /// - Parameter most: of each kind.
  package func matches(_ text: String, kinds: [DirectoryKind], most: Int) -> [Entry] {
    let typed = Self.words(text)
    guard let first = typed.max(by: { $0.count < $1.count }) else { return [] }
    var found: [DirectoryKind: [Int]] = [:]
    var at = start(of: first)
    while at < words.count, words[at].word.hasPrefix(first), kinds.contains(where: { found[$0, default: []].count < most }) {
      let index = words[at].entry
      at += 1
      let entry = entries[index]
      guard kinds.contains(entry.kind), found[entry.kind, default: []].count < most,
        !found[entry.kind, default: []].contains(index), typed.allSatisfy({ begins($0, entry.name) })
      else { continue }
      found[entry.kind, default: []].append(index)
    }
    return kinds.flatMap { kind in (found[kind] ?? []).sorted().map { entries[$0] } }
  }

  private func begins(_ typed: String, _ name: String) -> Bool { Self.words(name).contains { $0.hasPrefix(typed) } }

  private func start(of prefix: String) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].word < prefix { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
