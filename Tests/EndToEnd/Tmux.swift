import Foundation

/// A real terminal with the real program in it. A server of its own, so that nobody's sessions are touched.
final class Tmux {
  private let socket = "rounds-test-" + UUID().uuidString
  private let folder: Folder
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  struct TimedOut: Error, CustomStringConvertible {
    var waitingFor: String
    var screen: String
    var description: String { "waited for \(waitingFor); the screen was:\n\(screen)" }
  }

  /// Opens a shell that runs the program with `arguments`, then says how it ended and whether the terminal's settings
  /// are what they were.
  convenience init(
    _ arguments: [String], width: Int = 120, height: Int = 40, environment: [String: String] = [:]
  ) throws {
    let words = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    // Whoever runs the tests has a screen, keys and themes of their own.
    let home = try Folder()
    let environment = ["XDG_STATE_HOME": home.path + "/state", "XDG_CONFIG_HOME": home.path + "/config"]
      .merging(environment) { $1 }
    let settings = environment.map { "\($0.key)='\($0.value)' " }.joined()
    let script = """
      before=$(stty -a); \(settings)\(words); echo ENDED $?
      [ "$(stty -a)" = "$before" ] && echo TERMINAL AS IT WAS
      exec cat
      """
    try self.init(script: script, width: width, height: height, home: home)
  }

  /// Opens a shell that runs a script.
  init(script: String, width: Int = 120, height: Int = 40, home: Folder? = nil) throws {
    folder = try home ?? Folder()
    try tmux(["-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "sh", "-c", script])
  }

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    environment["TERM"] = "xterm-256color"
    environment["TMUX"] = nil
    let out = folder.path + "/out"
    let child = try Child(
      "/usr/bin/tmux", ["-L", socket] + arguments, environment: environment, out: out, err: "/dev/null")
    child.wait()
    return try String(contentsOfFile: out, encoding: .utf8)
  }

  var screen: String { get throws { try tmux(["capture-pane", "-p"]) } }
  /// The screen with its colours, as sequences of SGR.
  var colours: String { get throws { try tmux(["capture-pane", "-p", "-e"]) } }

  /// Types keys by tmux's names.
  func type(_ keys: String...) throws { try tmux(["send-keys"] + keys) }
  /// Types text as it stands.
  func write(_ text: String) throws { try tmux(["send-keys", "-l", text]) }
  func resize(_ width: Int, _ height: Int) throws { try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"]) }

  /// What tmux knows of the terminal, in its own format.
  func tell(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }
  /// Writes all that the terminal is sent from now on into a file.
  func record(to path: String) throws { try tmux(["pipe-pane", "-O", "exec cat >>'\(path)'"]) }

  /// Looks until the screen is as wanted. Asking tmux takes some milliseconds, so this needs no pause of its own.
  @discardableResult
  func wait(for what: String, seconds: Double = 20, until isSo: (String) -> Bool) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var last = ""
    while Date() < end {
      last = try screen
      if isSo(last) { return last }
    }
    throw TimedOut(waitingFor: what, screen: last)
  }

  @discardableResult
  func wait(for text: String) throws -> String { try wait(for: text) { $0.contains(text) } }

  /// The process that runs in the terminal.
  func pid() throws -> Int32? {
    let shell = try tmux(["list-panes", "-F", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return children.split(separator: " ").first.flatMap { Int32($0) }
  }
}
