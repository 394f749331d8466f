/// Why a body could not be read, and at which byte. Never holds what the body says.
struct WireError: Error, Hashable {
  enum Kind: Hashable {
    case ended
    case badNumber
    case badText
    case badCount
    case badPointer
    case badDate
    case unknownCase(String)
    case leftOver
    case badPage
    case newer(UInt8)
  }

  var kind: Kind
  /// Bytes from the start of the body.
  var offset: Int
}

extension WireError: CustomStringConvertible {
  var description: String {
    let what =
      switch kind {
      case .ended: "it ends too early"
      case .badNumber: "a number is malformed"
      case .badText: "a text is not UTF-8"
      case .badCount: "a list is longer than the body"
      case .badPointer: "it points to something that isn't there"
      case .badDate: "a date is malformed"
      case .unknownCase(let type): "it holds a \(type) that is not known"
      case .leftOver: "it goes on after its end"
      case .badPage: "its rows are not laid out as rows"
      case .newer(let version): "it has form \(version), newer than this program's \(BodyVersion.current)"
      }
    return "\(what) (byte \(offset))"
  }
}
