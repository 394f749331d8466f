import Glibc

/// The folder and file a journal lives in: made for their owner alone, and only where SQLite's locks hold.
struct JournalFolder {
  let path: String
  var file: String { path + "/" + Self.fileName }

  static let fileName = "journal.sqlite"

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Makes the folder (0700) and an empty file (0600) where they are missing. The files SQLite puts beside the
  /// journal take its permissions.
  func prepare() throws(JournalError) {
    try makeFolders()
    try refuseNetwork()
    let descriptor = unsafe Glibc.open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == EACCES || errno == EROFS ? JournalError(.readOnly, path: file) : unusable(errno)
    }
    // A file that others may read is mended: nobody but its owner has any business in it.
    var facts = stat()
    if unsafe fstat(descriptor, &facts) == 0, facts.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
    Glibc.close(descriptor)
  }

  /// Checks what `prepare` would make.
  func find() throws(JournalError) {
    var facts = stat()
    if unsafe stat(file, &facts) != 0 {
      throw errno == ENOENT || errno == ENOTDIR ? JournalError(.missing, path: file) : unusable(errno)
    }
    try refuseNetwork()
    if unsafe access(file, R_OK) != 0 { throw unusable(errno) }
  }

  private func makeFolders() throws(JournalError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      if unsafe mkdir(made, 0o700) != 0, errno != EEXIST, !isFolder(made) { throw unusable(errno) }
    }
    guard isFolder(path) else { throw unusable(ENOTDIR) }
  }

  private func isFolder(_ path: String) -> Bool {
    let found = errno
    var facts = stat()
    defer { errno = found }
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private func refuseNetwork() throws(JournalError) {
    if let system = FileSystem.name(of: path), FileSystem.isShared(system) {
      throw JournalError(.networkFolder(system), path: path)
    }
  }

  private func unusable(_ number: Int32) -> JournalError { JournalError(.unusableFolder(number), path: path) }

  /// What others may do in the folder, in words; nil where they may do nothing. A folder that was there before is not
  /// changed, since it may be meant for more than the journal.
  var warning: String? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & 0o077 != 0 else { return nil }
    return "\(path): others on this machine may look into this folder. `chmod 700` closes it to them."
  }
}
