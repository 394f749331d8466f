import Testing

@testable import rounds

@Suite struct TypedPathTests {
  private let paths = TypedPath(home: "/home/ana") { folder in
    switch folder {
    case "/home/ana/": ["exports/", "notes.txt", ".config/"]
    case "/home/ana/exports/": ["nov-1.json", "nov-2.json", "dec/", "Übersicht.json"]
    case "": ["here/", "hello.json"]
    default: nil
    }
  }

  @Test(arguments: [
    ("/data/in", "/data/in"), ("~", "/home/ana"), ("~/exports", "/home/ana/exports"), ("~ben/in", "~ben/in"),
    ("  /data/in ", "/data/in"), ("'/data/my files'", "/data/my files"), ("\"/data/in\"", "/data/in"),
    ("/data/my\\ files/a.json", "/data/my files/a.json"), ("file:///data/my%20files", "/data/my files"), ("'", "'"),
  ]) func `a path means what its writer meant`(typed: String, path: String) {
    #expect(paths.path(typed) == path)
  }

  @Test(arguments: [
    ("~", "~/", [String]()), ("~/e", "~/exports/", []),
    ("~/exports/n", "~/exports/nov-", ["nov-1.json", "nov-2.json"]),
    ("~/exports/d", "~/exports/dec/", []), ("/home/ana/exp", "/home/ana/exports/", []),
    ("he", "he", ["hello.json", "here/"]),
    ("~/", "~/", ["exports/", "notes.txt"]), ("~/.c", "~/.config/", []), ("/nowhere/x", "/nowhere/x", []),
    ("~/exports/zzz", "~/exports/zzz", []), ("~/exports/Ü", "~/exports/Übersicht.json", []),
  ]) func `as much is added as is certain, and the rest is offered`(typed: String, completed: String, choices: [String])
  {
    let result = paths.completed(typed)
    #expect(result.text == completed)
    #expect(result.choices == choices)
  }
}
