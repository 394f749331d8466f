import Dashboard
import Foundation
import Settings
import Terminal

/// The files that the user writes: keys and themes; and what the screen remembers.
struct SettingsFindings {
  var keys: (map: KeyMap, faults: [String])
  var hasKeysFile: Bool
  /// The theme chosen, and what is wrong with each that can't be used.
  var theme: String
  var themeFaults: [String]
  var memoryFault: String?

  static func current(_ options: GlobalOptions) -> SettingsFindings {
    let (memory, problem) = ScreenMemory.read()
    let folder = GlobalOptions.themesFolder
    let faults = Theme.names(userFolder: folder).compactMap { name -> String? in
      do { _ = try Theme.named(name, userFolder: folder) } catch { return "\(error)" }
      return nil
    }
    return SettingsFindings(
      keys: Session.keyMap(),
      hasKeysFile: FileManager.default.fileExists(atPath: GlobalOptions.configFolder + "/keys.toml"),
      theme: options.theme ?? memory.theme ?? ThemeChoice.auto, themeFaults: faults, memoryFault: problem)
  }

  var all: [Finding] {
    var findings = keys.faults.map {
      Finding("keys", .bad, $0, remedy: "`rounds keys --toml` prints a keys.toml to start from.")
    }
    if findings.isEmpty {
      let changed = CommandID.allCases.count { keys.map.keys(of: $0) != KeyMap.standard.keys(of: $0) }
      findings = [
        Finding(
          "keys", .ok, hasKeysFile ? "keys.toml changes \(changed) commands" : "the defaults; there is no keys.toml")
      ]
    }
    if themeFaults.isEmpty {
      findings.append(
        Finding("theme", .ok, theme == ThemeChoice.auto ? "auto: dark or light, as the terminal is" : theme))
    }
    findings += themeFaults.map {
      Finding("theme", .bad, $0, remedy: "Mend the file; another theme is used meanwhile.")
    }
    if let memoryFault { findings.append(Finding("screen", .warn, memoryFault)) }
    return findings
  }
}
