import Dashboard
import Testing

@testable import rounds

@Suite struct ManualTests {
  @Test func `the manual has every command, every option and every key`() throws {
    let page = try Manual(keys: KeyReference(map: .standard)).page
    func holds(_ words: String) -> Bool { page.contains(Roff.escaped(words)) }
    func check(_ command: CommandHelp, below name: String) {
      if command.commandName == "help" { return }
      let name = name.isEmpty ? command.commandName : "\(name) \(command.commandName)"
      if command.subcommands?.isEmpty ?? true {
        #expect(page.contains(".SS \"\(Roff.escaped(name))"), "\(name)")
        #expect(holds(command.abstract ?? "?"))
      }
      for argument in command.shown { #expect(holds(argument.written), "\(name): \(argument.written)") }
      for inner in command.subcommands ?? [] { check(inner, below: name) }
    }
    let root = try CommandHelp.of(RoundsCommand.self)
    #expect((root.subcommands?.count ?? 0) >= 10)
    check(root, below: "")
    for command in CommandDefinition.all {
      #expect(holds("\(command.title) (\(command.id.rawValue)). \(command.description)"))
    }
    for code in Fault.codes { #expect(page.contains(".B \"\(code.code)\"")) }
  }

  @Test(arguments: [
    ("a-b", "a\\-b"), (#"<C-\>"#, #"<C\-\e>"#), ("it's `x`", "it\\(aqs \\(gax\\(ga"), ("…", "\\[u2026]"),
    ("~^", "\\(ti\\(ha"), ("😀", "\\[u1F600]"),
  ]) func `text stays text`(words: String, roff: String) {
    #expect(Roff.escaped(words) == roff)
  }

  @Test func `a line that begins like a command is none`() {
    var roff = Roff()
    roff.paragraph(".so /etc/passwd")
    roff.item(#"say "x""#, "'tis")
    #expect(roff.text == ".PP\n\\&.so /etc/passwd\n.TP\n.B \"say \\(dqx\\(dq\"\n\\(aqtis\n")
    #expect(!roff.text.contains("\n.so"))
  }
}
