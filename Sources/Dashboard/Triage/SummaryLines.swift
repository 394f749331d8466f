import Care
import Terminal

extension State {
  /// What a triage came to.
  func reading(_ summary: TriageSummary) -> Reading {
    Reading(title: "Triage", most: 48, in: size) { _ in
      func line(_ name: String, _ number: String) -> Reading.Line {
        Reading.Line(words: Text.padded(name, to: 24) + number)
      }
      return [
        line("decided", "\(summary.cleared)"), line("skipped", "\(summary.skipped)"),
        line("settled by others", "\(summary.settled)"), line("left", "\(summary.left)"),
        line("median a decision", summary.median.map(Self.seconds) ?? "no decision"),
        line("without an owner now", "\(summary.unowned)"),
      ]
    }
  }

  /// "38 s", "2 min 5 s".
  package static func seconds(_ milliseconds: Int64) -> String {
    let seconds = (milliseconds + 500) / 1000
    if seconds < 120 { return "\(seconds) s" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
