import Foundation
import Glibc

/// How far long work has come, on standard error; nothing at all where that is no terminal.
final class ProgressBar {
  private let title: String
  private let isShown: Bool
  private var last = -1

  init(_ title: String) {
    self.title = title
    isShown = isatty(2) == 1
  }

  /// - Parameter note: a word beside the bar, as for a second pass.
  func show(_ done: Int, of total: Int, note: String = "") {
    guard isShown, total > 0 else { return }
    let percent = min(100, done * 100 / total)
    guard percent != last else { return }
    last = percent
    let filled = percent * 30 / 100
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled)
    FileHandle.standardError.write(Data("\r\(title) [\(bar)] \(percent) % \(note)\u{1B}[K".utf8))
  }

  func finish() {
    if isShown, last >= 0 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
