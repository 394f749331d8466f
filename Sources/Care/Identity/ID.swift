/// A 128-bit identifier that knows what it identifies, so that a patient's can't be taken for a task's.
package struct ID<Of>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package var high: UInt64
  package var low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The same identifier for another kind of thing; for the places where a kind is only now known.
  package init<Other>(_ other: ID<Other>) {
    self.init(high: other.high, low: other.low)
  }

  /// Reads the usual text form, 8-4-4-4-12 hexadecimal digits in either case.
  package init?(_ text: some StringProtocol) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var digits = 0
    var position = 0
    for byte in text.utf8 {
      defer { position += 1 }
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      if digits < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
      digits += 1
    }
    guard position == 36 else { return nil }
    self.init(high: high, low: low)
  }

  package var description: String {
    func hex(_ value: UInt64, _ shift: UInt64, _ digits: Int) -> String {
      let mask: UInt64 = (1 << UInt64(digits * 4)) - 1
      let text = String((value >> shift) & mask, radix: 16)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return "\(hex(high, 32, 8))-\(hex(high, 16, 4))-\(hex(high, 0, 4))-\(hex(low, 48, 4))-\(hex(low, 0, 12))"
  }

  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

/// What a source calls a thing: the digest of a canonical reference (a UUID, an absolute address, an identifier's
/// system and value, or an id within its folder). One thing may have several; whichever a reference uses, it resolves.
package enum Origin {}
package typealias OriginID = ID<Origin>

package enum LineTag {}
package typealias LineID = ID<LineTag>
package typealias PatientID = ID<Patient>
package typealias EntryID = ID<Entry>
package enum MemberTag {}
package typealias MemberID = ID<MemberTag>

extension ID where Of == Patient {
  /// The chart that keeps what names no patient, until a person says whose it is.
  package static var unmatched: PatientID { PatientID(high: 0, low: 0) }
}
