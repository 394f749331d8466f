/// A value that is not of the kind that belongs in its place.
struct WrongType: Error {
  var value: JSON
  var expected: String

  var reason: String { "\(expected) belongs here; this is \(found)." }

  private var found: String {
    switch value.kind {
    case .object: "an object"
    case .list: "a list"
    case .text, .escapedText: "a text"
    case .number: "a number"
    case .yes, .no: "true or false"
    case .null: "null"
    }
  }
}

extension JSON {
  /// The text of a member; empty where it is absent.
  func text(_ key: String) throws(WrongType) -> String {
    guard let value = self[key] else { return "" }
    return try value.asText()
  }

  func asText() throws(WrongType) -> String {
    guard let words else { throw WrongType(value: self, expected: "A text") }
    return words
  }

  func texts(_ key: String) throws(WrongType) -> [String] {
    var found: [String] = []
    for element in try list(key) { found.append(try element.asText()) }
    return found
  }

  func object(_ key: String) throws(WrongType) -> JSON? {
    guard let value = self[key] else { return nil }
    guard value.kind == .object else { throw WrongType(value: value, expected: "An object") }
    return value
  }

  /// The elements of a list that may hold anything but nulls; empty where it is absent.
  func list(_ key: String) throws(WrongType) -> [JSON] {
    guard let value = self[key] else { return [] }
    guard value.kind == .list else { throw WrongType(value: value, expected: "A list") }
    return value.elements
  }

  func objects(_ key: String) throws(WrongType) -> [JSON] {
    let found = try list(key)
    for element in found where element.kind != .object { throw WrongType(value: element, expected: "An object") }
    return found
  }

  func truth(_ key: String) throws(WrongType) -> Bool? {
    guard let value = self[key] else { return nil }
    switch value.kind {
    case .yes: return true
    case .no: return false
    default: throw WrongType(value: value, expected: "True or false")
    }
  }

  /// The digits of a number as they were written; empty where it is absent.
  func digits(_ key: String) throws(WrongType) -> String {
    guard let value = self[key] else { return "" }
    guard value.kind == .number else { throw WrongType(value: value, expected: "A number") }
    return String(decoding: value.written, as: UTF8.self)
  }
}
