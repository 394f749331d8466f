/// One word of a date as it was typed, and where.
struct DateWord {
  var text: String
  var range: Range<Int>

  var folded: String { Folding.fold(text) }
  var quoted: String { Misreading.quoted(text) }

  /// The digits it begins with.
  var digits: Substring { text.prefix { $0.isASCII && $0.isWholeNumber } }
  var isNumber: Bool { !text.isEmpty && digits.count == text.count }

  /// What follows the digits.
  var suffix: DateWord {
    let rest = text.dropFirst(digits.count).drop(while: \.isWhitespace)
    return DateWord(text: String(rest), range: range.upperBound - rest.count..<range.upperBound)
  }

  /// - Returns: the words of a text; a number and the unit after it, as in "2 weeks", are one.
  static func words(of text: String) -> [DateWord] {
    var words: [DateWord] = []
    var at = 0
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      let range = at..<at + part.count
      at = range.upperBound + 1
      if part.isEmpty { continue }
      let word = DateWord(text: String(part), range: range)
      if let last = words.last, last.isNumber && CountUnit(word.folded) != nil || last.isHour && word.isHalfOfDay {
        words[words.count - 1] = DateWord(
          text: "\(last.text) \(word.text)", range: last.range.lowerBound..<range.upperBound)
      } else {
        words.append(word)
      }
    }
    return words
  }

  private var isHour: Bool { !digits.isEmpty && text.allSatisfy { $0 == ":" || ($0.isASCII && $0.isWholeNumber) } }
  private var isHalfOfDay: Bool { folded == "am" || folded == "pm" }
}

/// What a count counts.
enum CountUnit: String, CaseIterable {
  case days = "d"
  case businessDays = "bd"
  case weeks = "w"
  case hours = "h"
  case minutes = "min"

  /// - Parameter word: folded.
  init?(_ word: String) {
    switch word {
    case "d", "day", "days": self = .days
    case "bd": self = .businessDays
    case "w", "week", "weeks": self = .weeks
    case "h", "hour", "hours": self = .hours
    case "m", "min", "mins", "minute", "minutes": self = .minutes
    default: return nil
    }
  }
}

/// The names of days and months, which three letters or more stand for.
enum DateNames {
  static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  static func short(_ names: [String]) -> [String] { names.map { String($0.prefix(3)) } }

  /// - Parameter word: folded.
  static func index(of word: String, in names: [String]) -> Int? {
    word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
  }
}
