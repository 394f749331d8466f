import Dashboard
import Foundation
import Glibc
import Terminal

/// The terminal: what it is called, what is known of it, how large it is, what it can show.
struct TerminalFindings {
  var environment: [String: String]
  var isTerminal: Bool
  /// Of the terminal TERM names.
  var description: TerminalDescription
  /// nil where there is no terminal.
  var size: Size?
  /// Whether the C library knows the locale that is named.
  var hasLocale: Bool
  /// Characters of which the C library counts other columns than we do.
  var disagreements: [WidthCheck.Disagreement]

  static func current() -> TerminalFindings {
    let environment = ProcessInfo.processInfo.environment
    let descriptor = [STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO].first { isatty($0) == 1 }
    var room = winsize()
    let isSized = descriptor.map { unsafe ioctl($0, UInt(TIOCGWINSZ), &room) == 0 && room.ws_col > 0 } ?? false
    return TerminalFindings(
      environment: environment, isTerminal: descriptor != nil,
      description: TerminalDescription(term: environment["TERM"] ?? ""),
      size: isSized ? Size(width: Int(room.ws_col), height: Int(room.ws_row)) : nil,
      hasLocale: unsafe setlocale(LC_CTYPE, "") != nil, disagreements: WidthCheck.disagreements())
  }

  var all: [Finding] { [terminal, dimensions, colours, locale, widths] }

  private var term: String { environment["TERM"] ?? "" }

  private var terminal: Finding {
    guard isTerminal else {
      return Finding("terminal", .warn, "there is none here", remedy: "Run the dashboard in a terminal.")
    }
    if term.isEmpty || term == "dumb" {
      return Finding(
        "terminal", .bad, term.isEmpty ? "TERM is not set" : "TERM is dumb: its cursor can't be moved",
        remedy: "Set TERM, as in TERM=xterm-256color.")
    }
    guard let entry = description.entry else {
      return Finding(
        "terminal", .bad, "this system has no description of `\(term)`, nor of any relative",
        remedy: "Install the terminfo files (the ncurses-base package).")
    }
    guard entry == term else {
      return Finding(
        "terminal", .warn, "this system has no description of `\(term)`; drawn as on \(entry)",
        remedy: "Install it (the ncurses-term package, or `infocmp \(term)` from a system that has it into `tic -x -`)."
      )
    }
    return Finding("terminal", .ok, term)
  }

  private var dimensions: Finding {
    guard let size else { return Finding("size", .ok, "not known without a terminal") }
    let smallest = Arrangement.smallest
    let words = "\(size.width)×\(size.height)"
    if size.width < smallest.width || size.height < smallest.height {
      return Finding(
        "size", .bad, "\(words): too small to work in",
        remedy: "Make the window \(smallest.width)×\(smallest.height) or larger.")
    }
    return Finding("size", .ok, words)
  }

  private var colours: Finding {
    guard isTerminal else { return Finding("colours", .ok, "not known without a terminal") }
    let tier = Tier(environment: environment, terminfoColors: description.colors)
    if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false {
      return Finding("colours", .ok, "none, since NO_COLOR is set")
    }
    let source = description.entry.map { "terminfo has \(description.colors) for \($0)" } ?? "terminfo has none"
    let told = environment["COLORTERM"].flatMap { $0.isEmpty ? nil : "; COLORTERM is \($0)" } ?? ""
    guard tier == .mono else { return Finding("colours", .ok, "\(tier.name) (\(source)\(told))") }
    return Finding(
      "colours", .warn, "none (\(source))",
      remedy: "Set TERM to what the terminal is, as in TERM=xterm-256color.")
  }

  private var locale: Finding {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    if Glyphs.chosen(for: environment).isASCII {
      return Finding(
        "locale", .warn, "\(name.isEmpty ? "none is set" : name): without UTF-8 names and lines are drawn in ASCII",
        remedy: "Set LANG=C.UTF-8, where the terminal shows UTF-8.")
    }
    return hasLocale
      ? Finding("locale", .ok, name)
      : Finding(
        "locale", .warn, "\(name) is not installed; drawn in UTF-8 all the same",
        remedy: "Install it (the locales package), or set LANG=C.UTF-8.")
  }

  private static let fewCharacters = 50

  private var widths: Finding {
    guard let first = disagreements.first else { return Finding("widths", .ok, "counted as the C library does") }
    let code = String(first.scalar.value, radix: 16, uppercase: true)
    let number = disagreements.count == 1 ? "1 character" : "\(disagreements.count) characters"
    let words = "as the C library counts, but for \(number), as U+\(code): drawn as ? or left out"
    // Every library is behind in a few that nobody writes.
    if disagreements.count <= Self.fewCharacters { return Finding("widths", .ok, words) }
    return Finding("widths", .warn, words, remedy: "Update the C library (libc6), or Rounds where it is the older.")
  }
}
