import FoundationEssentials
import Glibc

/// The files that a list of paths means, each once, in one fixed order whatever order they were named in.
struct SourceFiles {
  private(set) var files: [SourceFile] = []
  private(set) var refused: [(path: String, reason: String)] = []
  /// Files of other kinds found in folders, by ending.
  private(set) var others: [String: Int] = [:]
  private var seen: Set<String> = []

  init(_ paths: [String]) {
    for path in paths { add(named: path) }
    files.sort()
  }

  private mutating func add(named path: String) {
    guard let real = Self.realPath(path) else {
      refused.append((path, FileFault(errno).reason))
      return
    }
    switch Self.kind(real) {
    case .folder: walk(path, real: real, root: real)
    case .file:
      guard SourceFile.endings.contains(SourceFile.ending(of: real)) else {
        refused.append((path, "This is no .json, .ndjson or .jsonl file."))
        return
      }
      let folder = Self.folder(of: real)
      add(path, real: real, scope: FolderScope(folder: folder, root: folder))
    case .other: refused.append((path, "This is no plain file."))
    }
  }

  private mutating func walk(_ path: String, real: String, root: String) {
    guard seen.insert(real).inserted else { return }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: real) else {
      refused.append((path, "This user may not read this folder."))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let shown = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      guard let child = Self.realPath("\(real)/\(name)") else {
        refused.append((shown, FileFault(errno).reason))
        continue
      }
      switch Self.kind(child) {
      case .folder: walk(shown, real: child, root: child.hasPrefix(root + "/") ? root : child)
      case .file:
        let ending = SourceFile.ending(of: child)
        if SourceFile.endings.contains(ending) {
          add(shown, real: child, scope: FolderScope(folder: Self.folder(of: child), root: root))
        } else {
          others[ending, default: 0] += 1
        }
      case .other: others["", default: 0] += 1
      }
    }
  }

  private mutating func add(_ path: String, real: String, scope: FolderScope) {
    guard seen.insert(real).inserted else { return }
    let size = (try? FileManager.default.attributesOfItem(atPath: real)[.size] as? Int) ?? 0
    files.append(SourceFile(path: path, realPath: real, scope: scope, size: size))
  }

  private enum Kind {
    case file, folder, other
  }

  private static func kind(_ path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private static func folder(of path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return folder.isEmpty ? "/" : folder
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
