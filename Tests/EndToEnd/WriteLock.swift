import Glibc

/// Holds a journal's write lock as another program does in the middle of its write.
///
/// Source: SQLite's WAL-index format: the lock is a POSIX lock on byte 120 of the file beside the journal that ends in
/// -shm. It is there as long as somebody has the journal open.
final class WriteLock {
  private let descriptor: Int32

  struct Failed: Error { var number: Int32 }

  init(folder: String) throws {
    descriptor = unsafe open(folder + "/journal.sqlite-shm", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failed(number: errno) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    guard unsafe fcntl(descriptor, F_SETLK, &lock) == 0 else { throw Failed(number: errno) }
  }

  func letGo() { close(descriptor) }
}
