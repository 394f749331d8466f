import ArgumentParser
import Foundation

/// What the command line says of itself, so that the manual says the same.
struct CommandHelp: Decodable {
  struct Argument: Decodable, Hashable {
    struct Name: Decodable, Hashable {
      var kind: String
      var name: String

      var written: String { kind == "short" ? "-\(name)" : "--\(name)" }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var defaultValue: String?

    var isHelp: Bool { names?.contains { $0.name == "help" || $0.name == "version" } ?? false }
    /// `--data <dir>`, or the name of what stands on its own.
    var written: String {
      let value = "<\(valueName ?? "value")>" + (isRepeating ? " …" : "")
      let names = names?.map(\.written).joined(separator: ", ") ?? ""
      return kind == "positional" ? value : kind == "flag" ? names : "\(names) \(value)"
    }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var subcommands: [CommandHelp]?
  var arguments: [Argument]?

  /// Its own arguments, but for the help that all have.
  var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay && !$0.isHelp } }

  static func of(_ type: any ParsableArguments.Type) throws -> CommandHelp {
    struct Tool: Decodable { var command: CommandHelp }
    return try JSONDecoder().decode(Tool.self, from: Data(type._dumpHelp().utf8)).command
  }
}
