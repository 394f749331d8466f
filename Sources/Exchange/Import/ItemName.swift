import Care

/// A name by which a resource may be meant, and how much it says.
struct ItemName {
  enum Strength {
    /// The same wherever it stands.
    case global
    /// The same within a folder.
    case plain
    /// An identifier that people and machines give, which may not be the resource's alone.
    case business
  }

  var origin: OriginID
  var strength: Strength

  /// True where two resources were written with different global names, and a shared plain one must be chance.
  static func areDifferent(_ written: String, _ other: String) -> Bool {
    func global(_ written: String) -> String? {
      switch WrittenReference(written) {
      case .uuid(let uuid, _): uuid
      case .absolute(let address, _): address
      case .conditional, .relative, .contained, .other: nil
      }
    }
    guard let name = global(written), let otherName = global(other) else { return false }
    return name != otherName
  }
}

extension ItemNames {
  /// The names in the order of what they say.
  func names(_ references: References, where isUsable: (Business) -> Bool = { _ in true }) -> [ItemName] {
    var names = global.map { ItemName(origin: references.origin($0), strength: .global) }
    names += [plain].compactMap { $0 }.map { ItemName(origin: references.origin($0), strength: .plain) }
    names += identifiers.filter(isUsable).map { ItemName(origin: references.origin($0.key), strength: .business) }
    if !content.isEmpty { names.append(ItemName(origin: references.origin(content), strength: .global)) }
    return names
  }
}
