import Glibc

/// What kind of file system a folder is on.
enum FileSystem {
  /// The kernel's name for it ("ext4", "nfs4"); nil where the mount table doesn't say.
  static func name(of folder: String) -> String? {
    var facts = stat()
    guard unsafe stat(folder, &facts) == 0, let mounts = text(of: "/proc/self/mountinfo") else { return nil }
    return name(of: UInt64(facts.st_dev), in: mounts)
  }

  /// Finds a device in the mount table. Source: proc(5), `/proc/pid/mountinfo`: the third field is major:minor, and the
  /// type follows a lone hyphen.
  static func name(of device: UInt64, in mounts: String) -> String? {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == "\(major):\(minor)", let hyphen = fields.firstIndex(of: "-") else {
        continue
      }
      return fields.dropFirst(hyphen + 1).first.map(String.init)
    }
    return nil
  }

  /// True where several machines may have the file open, and locks or shared memory don't hold between them.
  static func isShared(_ name: String) -> Bool {
    let shared: Set = [
      "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "coda", "9p", "ceph", "lustre", "ncpfs", "ocfs2", "gfs2",
      "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "davfs",
    ]
    return shared.contains(name)
  }

  private static func text(of path: String) -> String? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
