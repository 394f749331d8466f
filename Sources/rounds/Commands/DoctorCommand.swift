import ArgumentParser
import Care
import Dashboard
import Foundation
import Glibc
import Journal
import Settings
import Terminal

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at the terminal, the locale, the folders and the journal.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    var table = Table()
    var isWell = true
    func row(_ what: String, _ words: String, _ isGood: Bool = true) {
      table.add(isGood ? "ok" : "!", what, words)
      if !isGood { isWell = false }
    }
    let term = environment["TERM"] ?? ""
    let isTerminal = isatty(0) == 1 && isatty(1) == 1
    row(
      "terminal", isTerminal ? "TERM is \(term.isEmpty ? "not set" : term)" : "standard input or output is no terminal",
      !isTerminal || !term.isEmpty)
    row("colours", Tier(environment: environment, terminfoColors: 256).name)
    let glyphs = Glyphs.chosen(for: environment)
    row("locale", glyphs.isASCII ? "not UTF-8: names and lines are drawn in ASCII" : "UTF-8", !glyphs.isASCII)
    row("time zone", SystemZone.name)
    checkFolder(row)
    checkSettings(row)
    checkJournal(row)
    table.print()
    if !isWell { throw Fault.refused }
  }

  private func checkFolder(_ row: (String, String, Bool) -> Void) {
    let folder = options.folder
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: folder) else {
      row("folder", "\(folder) is not there yet; it is made when first needed", true)
      return
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    let isPrivate = mode & 0o077 == 0
    row(
      "folder", "\(folder), mode \(String(mode, radix: 8))" + (isPrivate ? "" : "; others can look in: chmod 700"),
      isPrivate)
  }

  private func checkSettings(_ row: (String, String, Bool) -> Void) {
    let (map, faults) = Session.keyMap()
    for fault in faults { row("keys", fault, false) }
    if faults.isEmpty { row("keys", "\(map.bindings.count) bindings", true) }
    checkThemes(row)
  }

  /// The one in use, and each of the user's own that can't be used.
  private func checkThemes(_ row: (String, String, Bool) -> Void) {
    let (memory, problem) = ScreenMemory.read()
    if let problem { row("screen", problem, false) }
    let choice = options.theme ?? memory.theme ?? ThemeChoice.auto
    row("theme", choice == ThemeChoice.auto ? "auto: dark or light, as the terminal is" : choice, true)
    for name in Theme.names(userFolder: GlobalOptions.themesFolder) {
      do { _ = try Theme.named(name, userFolder: GlobalOptions.themesFolder) } catch {
        row("theme", error.description, false)
      }
    }
  }

  private func checkJournal(_ row: (String, String, Bool) -> Void) {
    do {
      let session = try Session(options, mode: .readOnly)
      for warning in session.journal.warnings { row("journal", warning, false) }
      let verification = try session.journal.verify()
      let census = try session.journal.opening().lists.census.count
      row(
        "journal", verification.fault?.words ?? "\(verification.sound) entries, all sound; \(census) patients",
        verification.fault == nil)
    } catch let error as JournalError where error.kind == .missing {
      row("journal", "none yet; the first import or `rounds demo` makes one", true)
    } catch {
      row("journal", "\(error)", false)
    }
  }
}
