import Testing

@testable import Care

@Suite struct IdentityTests {
  @Test func `an identifier reads back from its text`() {
    let text = "00112233-4455-6677-8899-aabbccddeeff"
    let id = OriginID(text)
    #expect(id?.description == text)
    #expect(OriginID(text.uppercased()) == id)
  }

  @Test(arguments: [
    "", "00112233", "00112233-4455-6677-8899-aabbccddeefg", "00112233x4455-6677-8899-aabbccddeeff",
    "00112233-4455-6677-8899-aabbccddeeff0",
  ])
  func `what is not an identifier is not read as one`(text: String) { #expect(OriginID(text) == nil) }

  @Test(arguments: [
    ("Inês", "ines"), ("ŁUKASZ", "lukasz"), ("Ødegård", "odegard"), ("Straße", "strasse"), ("Æsir", "aesir"),
    ("e\u{301}", "e"), ("王", "王"), ("bo rossi 123", "bo rossi 123"), ("Ärzte", "arzte"),
  ]) func `search sees letters without their marks`(text: String, folded: String) {
    #expect(Folding.fold(text) == folded)
  }
}
