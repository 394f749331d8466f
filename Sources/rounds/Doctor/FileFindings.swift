import Foundation
import Glibc

/// The folder of the record: who may look into it, and whether there is room.
struct FileFindings {
  struct File: Hashable {
    var path: String
    var mode: Int
  }

  var folder: String
  /// nil where it is not there yet.
  var mode: Int?
  var isWritable: Bool
  var files: [File]
  /// Bytes that this user may still write there; nil where the system doesn't say.
  var free: Int64?
  /// Whether the system tells of what others write.
  var canWatch: Bool

  static func current(_ folder: String) -> FileFindings {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return FileFindings(
      folder: folder, mode: mode(of: folder), isWritable: unsafe access(folder, W_OK | X_OK) == 0,
      files: names.compactMap { name in
        let path = "\(folder)/\(name)"
        return mode(of: path).map { File(path: path, mode: $0) }
      },
      free: free(at: folder), canWatch: !Wake([.journal: FileManager.default.temporaryDirectory.path]).isDeaf)
  }

  private static func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  /// Of the nearest folder that is there.
  private static func free(at path: String) -> Int64? {
    var path = path
    while !path.isEmpty, path != "/", !FileManager.default.fileExists(atPath: path) {
      path = (path as NSString).deletingLastPathComponent
    }
    var facts = statvfs()
    guard unsafe statvfs(path.isEmpty ? "." : path, &facts) == 0 else { return nil }
    return Int64(clamping: facts.f_bavail) * Int64(clamping: facts.f_frsize)
  }

  var all: [Finding] { [place] + (mode == nil ? [] : [privacy]) + [space, watches] }

  private var place: Finding {
    guard let mode else { return Finding("folder", .ok, "\(folder) is not there yet; it is made when first needed") }
    guard isWritable else {
      return Finding(
        "folder", .bad, "\(folder) can't be written to", remedy: "Check who owns it, or name another with --data.")
    }
    guard mode & 0o077 == 0 else {
      return Finding(
        "folder", .warn, "\(folder): others on this machine may look into it (mode \(String(mode, radix: 8)))",
        remedy: "chmod 700 \(folder)")
    }
    return Finding("folder", .ok, folder)
  }

  private var privacy: Finding {
    // The site's rules tell of no patient.
    let open = files.filter { $0.mode & 0o077 != 0 && !$0.path.hasSuffix("/\(SiteFile.name)") }
    guard let first = open.first else {
      return Finding("files", .ok, files.isEmpty ? "none yet" : "\(files.count), for their owner alone")
    }
    let more = open.count > 1 ? " and \(open.count - 1) more" : ""
    return Finding(
      "files", .warn, "\(first.path)\(more): others may read it (mode \(String(first.mode, radix: 8)))",
      remedy: "chmod 600 \(open.map(\.path).joined(separator: " "))")
  }

  private static let least: Int64 = 50 << 20
  private static let enough: Int64 = 1 << 30

  private var space: Finding {
    guard let free else { return Finding("space", .warn, "the system doesn't say how much is left") }
    let words = free >= 10 << 30 ? "\(free >> 30) GB left" : "\(free >> 20) MB left"
    if free >= Self.enough { return Finding("space", .ok, words) }
    return Finding(
      "space", free < Self.least ? .bad : .warn, words,
      remedy: "Free some: what finds no room is refused, and said so, but not kept.")
  }

  private var watches: Finding {
    canWatch
      ? Finding("watches", .ok, "others' changes show at once")
      : Finding(
        "watches", .warn, "the system has none left; others' changes show twice a second instead of at once",
        remedy: "End programs that hold many, or raise fs.inotify.max_user_instances.")
  }
}
