import ArgumentParser
import Foundation
import Journal

/// Why the program ends early, with the exit codes that the README promises.
enum Fault: Error {
  /// 1: some input was refused; it has been named.
  case refused
  /// 128 and the signal's number: somebody stopped it, and it ended at a good place.
  case stopped(Int32)
  /// 2: the command was called wrongly.
  case usage(String)
  /// 2: the terminal can't show a dashboard.
  case terminal(String)

  /// What the codes mean, as the manual tells it.
  static let codes: [(code: Int32, words: String)] = [
    (0, "Done."),
    (1, "Some input was refused, or something was left undone; it is named on standard error."),
    (2, "The command was called wrongly, or the terminal can't show a dashboard."),
    (3, "The journal can't be opened, read or written."),
    (130, "An import was stopped with Ctrl-C; what came in stays. 143: by SIGTERM."),
  ]

  /// Says what is wrong on standard error and leaves with the code for it.
  static func leave(_ error: any Error) -> Never {
    switch error {
    case Fault.refused: exit(1)
    case Fault.stopped(let signal): exit(128 + signal)
    case Fault.usage(let words), Fault.terminal(let words):
      say(words)
      exit(2)
    case let error as JournalError:
      say(error.description)
      exit(3)
    default:
      let code = RoundsCommand.exitCode(for: error)
      let message = RoundsCommand.fullMessage(for: error)
      if code == .success {
        print(message)
        exit(0)
      }
      if code == .validationFailure {
        say(message)
        exit(2)
      }
      say(message)
      exit(code.rawValue)
    }
  }

  static func say(_ words: String) {
    FileHandle.standardError.write(Data("\(words)\n".utf8))
  }
}
