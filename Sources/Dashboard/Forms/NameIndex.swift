package import Care

/// The directory by the words of its names, so that finding somebody costs the same however many there are. Made when
/// nobody waits, and anew when the directory changes.
package struct NameIndex: Sendable {
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let kind: DirectoryKind
    package let id: MemberID
    /// What a person works as, and where; empty where the directory doesn't say.
    package let post: String
  }

  private let entries: [Entry]
  /// Every word of every name, folded, in order, with the entry it belongs to.
  private let words: [(word: String, entry: Int)]
  /// What somebody in the directory works as, in order.
  private let roles: [String]

  package init(_ directory: Directory) {
    let posts = Self.posts(directory)
    let entries = directory.members.values.map { member in
      Entry(
        name: directory.name(of: member), kind: member.resource.kind, id: member.id, post: posts[member.id] ?? "")
    }.filter { !$0.name.isEmpty }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    self.entries = entries
    roles = Self.roles(directory)
    words = entries.indices.flatMap { index in Self.words(entries[index].name).map { (word: $0, entry: index) } }
      .sorted { ($0.word, $0.entry) < ($1.word, $1.entry) }
  }

  private static func roles(_ directory: Directory) -> [String] {
    var seen: Set<String> = []
    let labels = directory.members.values.flatMap { member -> [String] in
      if case .practitionerRole(let role) = member.resource { (role.codes + role.specialties).map(\.label) } else { [] }
    }
    return labels.filter { !$0.isEmpty && seen.insert(Folding.fold($0)).inserted }.sorted()
  }

  /// Roles that begin so.
  package func roles(_ text: String, most: Int) -> [String] {
    Array(roles.lazy.filter { Folding.fold($0).hasPrefix(text) }.prefix(most))
  }

  /// The first post of each person, by the order of the posts' ids.
  private static func posts(_ directory: Directory) -> [MemberID: String] {
    var posts: [MemberID: String] = [:]
    for member in directory.members.values.sorted(by: { $0.id < $1.id }) {
      guard case .practitionerRole(let role) = member.resource, let person = directory[role.practitioner]?.id,
        posts[person] == nil
      else { continue }
      let parts = [
        role.codes.first?.label ?? role.specialties.first?.label ?? "", directory.naming(role.organization).words,
      ]
      posts[person] = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return posts
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
    while at < words.count, words[at].word.hasPrefix(first),
      kinds.contains(where: { found[$0, default: []].count < most })
    {
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
