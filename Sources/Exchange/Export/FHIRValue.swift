import Care
import Foundation

/// A piece of FHIR JSON on its way out. What is empty is left out, as FHIR wants it.
enum FHIRValue {
  typealias Object = [String: Any]

  static func object(_ members: KeyValuePairs<String, Any?>) -> Object {
    var object: Object = [:]
    for (key, value) in members {
      switch value {
      case nil: continue
      case let text as String where text.isEmpty: continue
      case let list as [Any] where list.isEmpty: continue
      case let inner as Object where inner.isEmpty: continue
      default: object[key] = value
      }
    }
    return object
  }

  static func concept(_ concept: Concept) -> Object {
    object([
      "text": concept.text,
      "coding": concept.codings.map { object(["system": $0.system, "code": $0.code, "display": $0.display]) },
    ])
  }

  static func identifier(_ identifier: Identifier) -> Object {
    object(["system": identifier.system, "value": identifier.value])
  }

  static func reference(_ reference: Reference) -> Object {
    object(["reference": reference.written, "type": reference.kind, "display": reference.display])
  }

  /// As stated: a part of a date stays a part, and a missing zone stays missing.
  static func moment(_ moment: Moment?) -> String? {
    guard let moment else { return nil }
    if moment.precision <= .day { return moment.isoDate }
    let offset = Int64(moment.offset ?? 0)
    let civil = CivilTime(floating: moment.milliseconds + offset * 60_000)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "\(moment.isoDate)T\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
    guard moment.isZoned else { return time }
    if offset == 0 { return time + "Z" }
    let (sign, size) = (offset < 0 ? "-" : "+", Int(abs(offset)))
    return "\(time)\(sign)\(two(size / 60)):\(two(size % 60))"
  }

  static func period(_ period: Period) -> Object {
    object(["start": moment(period.start), "end": moment(period.end)])
  }

  static func text(_ object: Object) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
