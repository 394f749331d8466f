import Foundation

/// The built program, run as a user runs it.
enum Program {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the tests: whatever configuration they were built in.
  static let path: String = {
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for folder in [products, root.appending(path: ".build/debug")] {
      let program = folder.appending(path: "rounds").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    return root.appending(path: ".build/debug/rounds").path
  }()

  struct Result {
    var code: Int32
    var out: String
    var err: String
  }

  /// Runs it to its end with neither a terminal nor an input.
  static func run(_ arguments: [String]) throws -> Result {
    let folder = try Folder()
    let (out, err) = (folder.path + "/out", folder.path + "/err")
    let child = try start(arguments, out: out, err: err)
    return Result(
      code: child.wait(), out: try String(contentsOfFile: out, encoding: .utf8),
      err: try String(contentsOfFile: err, encoding: .utf8))
  }

  static func start(_ arguments: [String], out: String = "/dev/null", err: String = "/dev/null") throws -> Child {
    try Child(path, arguments, environment: ProcessInfo.processInfo.environment, out: out, err: err)
  }
}

/// A folder of its own, gone when the test is.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/rounds-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
