import Care

/// Where a document's references lead.
///
/// Within the document first; then, for a plain `Type/id`, through the folders. What leads to a patient or a member
/// of the directory in another file is settled only when all files have been read once, so that their order doesn't
/// matter.
final class References {
  struct Target {
    /// What it may mean, most fitting first; empty where it is only words.
    var candidates: [OriginID] = []
    var kind = ""
    /// False where another file may still say which candidate is meant.
    var isSettled = true
    /// True where the candidates depend on the folder, and not on the reference alone.
    var isPlain = false
    /// The resource of this document that is meant.
    var item: Int?
  }

  private let scope: FolderScope
  /// True once every file has been read and what is not known will not be.
  private let isFinal: Bool
  private let isKnown: (OriginID) -> Bool
  private(set) var origins = OriginCache()

  private var byAddress: [String: Int] = [:]
  private var byKey: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var items: [(primary: OriginID, kind: String)] = []
  private var cache: [String: Target] = [:]
  private var cacheBase = ""
  /// What was chosen beyond the own folder: the same document may mean more once more is known.
  private(set) var lookedUp: Set<OriginID> = []

  /// The types that many files share, and that a folder may hold for those below it.
  private static let shared: Set<String> = [
    "Patient", "Practitioner", "PractitionerRole", "Organization", "Location", "HealthcareService",
  ]

  init(scope: FolderScope, isFinal: Bool, isKnown: @escaping (OriginID) -> Bool) {
    self.scope = scope
    self.isFinal = isFinal
    self.isKnown = isKnown
  }

  func origin(_ key: String) -> OriginID { origins[key] }

  func ownKey(kind: String, id: String) -> String { WrittenReference.key(folder: scope.own, kind: kind, id: id) }

  /// Makes a resource of the document findable. The first to claim a name has it.
  func add(item: Int, fullURL: String, key: String?, kind: String, id: String, primary: OriginID) {
    items.append((primary, kind))
    if !fullURL.isEmpty, byAddress[fullURL] == nil { byAddress[fullURL] = item }
    if let key, byKey[key] == nil { byKey[key] = item }
    if !id.isEmpty, byName["\(kind)/\(id)"] == nil { byName["\(kind)/\(id)"] = item }
  }

  /// - Parameter base: the server's address in the full URL of the entry that holds the reference; empty without one.
  func target(_ written: String, base: String) -> Target {
    if base != cacheBase {
      cache.removeAll(keepingCapacity: true)
      cacheBase = base
    }
    if let found = cache[written] { return found }
    let found = find(written, base)
    cache[written] = found
    return found
  }

  private func find(_ written: String, _ base: String) -> Target {
    let reference = WrittenReference(written)
    if let item = byAddress[written] { return inside(item) }
    switch reference {
    case .uuid(_, let kind), .absolute(_, let kind):
      guard let key = reference.key else { return Target(kind: kind) }
      if let item = byKey[key] { return inside(item) }
      return Target(candidates: [origins[key]], kind: kind)
    case .conditional(let kind, _, _):
      return Target(candidates: reference.key.map { [origins[$0]] } ?? [], kind: kind)
    case .relative(let kind, let id):
      if !base.isEmpty, let item = byKey[base + "\(kind)/\(id)"] { return inside(item) }
      if let item = byName["\(kind)/\(id)"] { return inside(item) }
      return elsewhere(kind: kind, id: id, base)
    case .other(let text):
      // A bare word names nothing outside its document; two senders' "1" are two things.
      return text.hasPrefix("urn:") ? Target(candidates: [origins[text]]) : Target()
    case .contained:
      return Target()
    }
  }

  private func inside(_ item: Int) -> Target {
    Target(candidates: [items[item].primary], kind: items[item].kind, item: item)
  }

  private func elsewhere(kind: String, id: String, _ base: String) -> Target {
    guard Self.shared.contains(kind) else {
      return Target(candidates: [origins[ownKey(kind: kind, id: id)]], kind: kind, isPlain: true)
    }
    var candidates = base.isEmpty ? [] : [origins[base + "\(kind)/\(id)"]]
    let first = candidates.count
    candidates += scope.folders.map { origins[WrittenReference.key(folder: $0, kind: kind, id: id)] }
    if kind == "Patient" {
      return Target(candidates: candidates, kind: kind, isSettled: isFinal, isPlain: true)
    }
    if let known = candidates.prefix(isFinal ? candidates.count : first + 1).first(where: isKnown) {
      if known != candidates[0], known != candidates[first] { lookedUp.insert(known) }
      return Target(candidates: [known], kind: kind, isPlain: true)
    }
    return Target(
      candidates: [candidates[0]], kind: kind, isSettled: isFinal || candidates.count == 1, isPlain: true)
  }
}
