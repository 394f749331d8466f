/// A file to import.
struct SourceFile: Hashable, Comparable {
  /// As a person would find it again: the path they named, and the way from there.
  var path: String
  /// Absolute, without symbolic links.
  var realPath: String
  var scope: FolderScope
  var size: Int

  static func < (a: Self, b: Self) -> Bool { a.realPath < b.realPath }

  /// The way to it from the folder that was imported.
  var name: String {
    let root = scope.folders[scope.folders.count - 1]
    return String(realPath.dropFirst(root.hasSuffix("/") ? root.count : root.count + 1))
  }

  /// By its ending, a file of one resource a line.
  var saysLines: Bool { ["ndjson", "jsonl"].contains(Self.ending(of: path)) }

  /// What follows the last point of a file's name, in lower case; empty without one.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
    return name[name.index(after: point)...].lowercased()
  }

  static let endings: Set<String> = ["json", "ndjson", "jsonl"]
}
