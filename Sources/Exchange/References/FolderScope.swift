/// Where a plain `Type/id` looks for what it means: in its own folder first, then in each folder above it, up to the
/// one that was imported. Never in a folder beside it: two folders of unrelated samples may both have a
/// Patient/example, and mixing up two patients harms people.
struct FolderScope: Hashable {
  /// Absolute paths without symbolic links, the innermost first; never empty.
  var folders: [String]

  /// - Parameters:
  ///   - folder: the folder of the file.
  ///   - root: the folder that was imported.
  init(folder: String, root: String) {
    var found = [folder]
    while let last = found.last, last != root, last.hasPrefix(root), let slash = last.lastIndex(of: "/"),
      slash != last.startIndex
    {
      found.append(String(last[..<slash]))
    }
    folders = found.last == root ? found : [folder]
  }

  var own: String { folders[0] }
}
