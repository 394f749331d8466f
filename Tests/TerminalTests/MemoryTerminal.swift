import Glibc
import Terminal

/// A terminal in memory: what the program writes can be read back write by write, and keys can be fed to it.
final class MemoryTerminal {
  let screen: Screen
  private let output: (ours: Int32, theirs: Int32)
  private let input: (ours: Int32, theirs: Int32)

  init(
    _ size: Size = Size(width: 80, height: 24), theme: Theme? = nil, tier: Tier = .many, glyphs: Glyphs = .unicode,
    term: String = "xterm-256color"
  ) throws {
    // A socket that keeps messages apart gives one message for each write.
    output = MemoryTerminal.pair(SOCK_SEQPACKET)
    input = MemoryTerminal.pair(SOCK_STREAM)
    screen = try Screen(
      theme: theme ?? Theme.named("dark", userFolder: nil), tier: tier, glyphs: glyphs, term: term,
      input: input.theirs, output: output.theirs, size: size)
    _ = writes()
  }

  deinit {
    screen.stop()
    for descriptor in [output.ours, output.theirs, input.ours, input.theirs] { close(descriptor) }
  }

  /// What has been written since the last call, one element for each write.
  func writes() -> [String] {
    var writes: [String] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 19)
    while true {
      let count = unsafe recv(output.ours, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count > 0 else { return writes }
      writes.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
  }

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  func type(bytes: [UInt8]) {
    var bytes = bytes
    let count = unsafe write(input.ours, &bytes, bytes.count)
    precondition(count == bytes.count)
  }

  /// How many bytes typed nobody has read.
  var unread: Int32 {
    var count: Int32 = 0
    precondition(unsafe ioctl(input.theirs, UInt(FIONREAD), &count) == 0)
    return count
  }

  static func pair(_ type: __socket_type) -> (Int32, Int32) {
    var pair: [Int32] = [0, 0]
    precondition(unsafe socketpair(AF_UNIX, Int32(type.rawValue), 0, &pair) == 0)
    var size: Int32 = 1 << 20
    for descriptor in pair {
      unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &size, 4)
    }
    return (pair[0], pair[1])
  }
}
