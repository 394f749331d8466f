import Foundation

/// Made-up patients, written once and opened by many tests.
enum Demo {
  static let arguments = ["demo", "--patients", "40", "--data", folder.path + "/demo"]

  private static let folder: Folder = {
    guard let folder = try? Folder(),
      let result = try? Program.run(["demo", "--patients", "40", "--no-open", "--data", folder.path + "/demo"]),
      result.code == 0
    else { fatalError("the demo could not be written") }
    atexit { try? FileManager.default.removeItem(atPath: Demo.folder.path) }
    return folder
  }()
}
