import CTerminal
import Glibc
import Terminal
import Testing

/// What no signal from outside can bring about: a fault that leaves the handler no stack to run on.
struct RestoreTests {
  @Test func `a stack that overflows leaves the terminal as it was`() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    await #expect(processExitsWith: .signal(SIGSEGV)) { [path = terminal.path as String] in
      let descriptor = unsafe open(path, O_RDWR)
      for standard in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(descriptor, standard) }
      guard unsafe terminal_start("xterm-256color", true) == TERMINAL_STARTED, terminal_watch_signals() else { return }
      terminal_mouse(true)
      exit(Int32(truncatingIfNeeded: fall(0)))
    }
    let output = terminal.output()
    let parts = output.split(separator: "\u{1B}[?1006h", maxSplits: 1)
    #expect(parts.count == 2, "the terminal was not taken: \(output.debugDescription)")
    for mode in [1000, 1002, 1004, 1006, 1049, 2004, 2031] {
      #expect(parts.last?.contains("\u{1B}[?\(mode)l") ?? false, "\(mode)")
    }
    #expect(output.contains("stopped at a fault of its own"))
    #expect(terminal.settings == before)
  }
}

/// Deeper than any stack.
private func fall(_ depth: Int) -> Int { depth < 0 ? depth : fall(fall(depth &+ 1)) }

/// A terminal of the system's, with nobody behind it.
private final class PseudoTerminal {
  let path: String
  private let ours: Int32
  /// Kept open, or what was written would go with the last who had it open.
  private let theirs: Int32

  struct Failed: Error {}

  init() throws {
    ours = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    // TIOCSPTLCK and TIOCGPTN: unlocked, and by which number it goes. The calls of C for them are hidden from Swift.
    var (lock, number): (Int32, UInt32) = (0, 0)
    guard ours >= 0, unsafe ioctl(ours, 0x4004_5431, &lock) == 0, unsafe ioctl(ours, 0x8004_5430, &number) == 0 else {
      throw Failed()
    }
    path = "/dev/pts/\(number)"
    theirs = unsafe open(path, O_RDWR | O_NOCTTY)
    guard theirs >= 0 else { throw Failed() }
  }

  deinit {
    close(ours)
    close(theirs)
  }

  /// The flags, as `stty` tells them.
  var settings: [UInt32] {
    var modes = termios()
    guard unsafe tcgetattr(theirs, &modes) == 0 else { return [] }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }

  func output() -> String {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = unsafe read(ours, &buffer, buffer.count), count > 0 { output += buffer[..<count] }
    return String(decoding: output, as: UTF8.self)
  }
}
