import Glibc

/// A file's bytes in order, a block at a time.
struct ByteStream: ~Copyable {
  private let descriptor: Int32
  let size: Int

  /// - Throws: `FileFault` where there is no such file, it can't be read, or it is no plain file.
  init(_ path: String) throws(FileFault) {
    // A named pipe without a writer would otherwise keep the import waiting for ever.
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let fault = FileFault(errno)
      close(descriptor)
      throw fault
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileFault(reason: "This is no plain file.")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Appends up to `count` bytes; false at the end of the file.
  mutating func read(_ count: Int, into bytes: inout [UInt8]) throws(FileFault) -> Bool {
    var failure: Int32 = 0
    let block = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard failure == 0 else { throw FileFault(failure) }
    bytes.append(contentsOf: block)
    return !block.isEmpty
  }
}

/// Why a file can't be read.
struct FileFault: Error {
  var reason: String

  init(reason: String) { self.reason = reason }

  init(_ code: Int32) {
    reason =
      switch code {
      case ENOENT, ENOTDIR: "There is no such file."
      case EACCES, EPERM: "This user may not read it."
      case ELOOP: "Its symbolic links lead in a circle."
      case EISDIR: "This is a folder."
      default: "It can't be read (error \(code))."
      }
  }
}
