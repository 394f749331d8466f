import Foundation
import Testing

/// Who may import whom, of our own targets and of other people's packages. What is not listed is refused.
private let allowed: [String: Set<String>] = [
  "CTerminal": [],
  "Settings": ["TOMLKit"],
  "Themes": [],
  "Terminal": ["CTerminal", "Settings", "Themes"],
  "Care": [],
  "Sealing": ["Crypto"],
  "Journal": ["Care", "Sealing", "GRDB"],
  "Exchange": ["Care", "Sealing"],
  "Demo": ["Care"],
  "Dashboard": ["Care", "Settings", "Terminal"],
  "Panes": ["Dashboard", "Care", "Terminal"],
  "rounds": [
    "Care", "Dashboard", "Demo", "Exchange", "Journal", "Panes", "Sealing", "Settings", "Terminal", "Themes",
    "ArgumentParser",
  ],
]

/// What the system and the toolchain bring. Which of these a target may have is no question of layers, but for the
/// domain, which reads no clock, file or environment variable.
private let system: Set<String> = ["Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization"]
private let domain: Set<String> = ["Care", "Dashboard", "Panes"]

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private struct Import: Hashable, CustomStringConvertible {
  var target: String
  var module: String
  var file: String

  var description: String { "\(file) imports \(module)" }
}

private func imports() throws -> [Import] {
  var found: [Import] = []
  for (folder, target) in try folders() {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words: [Substring] = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), words[..<at].allSatisfy(isModifier) else { continue }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = words[(at + 1)...].first { !kinds.contains($0) } ?? ""
        found.append(
          Import(target: target, module: String(name.prefix { $0 != "." }), file: "\(target)/\(file.lastPathComponent)")
        )
      }
    }
  }
  return found
}

private func isModifier(_ word: Substring) -> Bool {
  ["package", "public", "internal", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
}

private func folders() throws -> [(URL, String)] {
  let sources = root.appending(path: "Sources")
  let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
  return names.map { (sources.appending(path: $0), $0) } + [(root.appending(path: "Themes"), "Themes")]
}

@Test func `every import stays within its layer`() throws {
  let all = try imports()
  #expect(all.count > 100, "the sources were not found")
  for found in all where !system.contains(found.module) {
    #expect(allowed[found.target]?.contains(found.module) ?? false, "\(found)")
  }
}

@Test func `the domain and the panes read no clock, file or environment`() throws {
  for found in try imports() where domain.contains(found.target) && system.contains(found.module) {
    // Care compares bytes with the C library's memchr and measures on a globe with its sine; it may have nothing else
    // from outside.
    #expect(["Care/Folding+Search.swift", "Care/Distance.swift"].contains(found.file), "\(found)")
  }
}

@Test func `each package from elsewhere is imported by one target`() throws {
  let ours = Set(allowed.keys)
  var importers: [String: Set<String>] = [:]
  for found in try imports() where !ours.contains(found.module) && !system.contains(found.module) {
    importers[found.module, default: []].insert(found.target)
  }
  for (module, targets) in importers { #expect(targets.count == 1, "\(module) is imported by \(targets)") }
}

@Test func `every folder of the sources is a target with a place in the layers`() throws {
  #expect(Set(try folders().map(\.1)) == Set(allowed.keys))
}
