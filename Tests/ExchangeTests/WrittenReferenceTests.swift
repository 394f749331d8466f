import Testing

@testable import Exchange

private let uuid = "0f7a1b2c-1111-4222-8333-0123456789ab"

struct WrittenReferenceTests {
  @Test(arguments: [
    "urn:uuid:\(uuid)", "urn:uuid:\(uuid.uppercased())", "Patient/\(uuid)", "Patient/\(uuid)/_history/3",
    "https://server.example/fhir/Patient/\(uuid)", "https://server.example/fhir/Patient/\(uuid)/_history/1",
  ])
  func `every way to write a UUID means the same`(_ written: String) {
    #expect(WrittenReference(written).key == "uuid:" + uuid)
  }

  @Test(arguments: [
    ("https://server.example/fhir/Patient/7", "https://server.example/fhir/Patient/7"),
    ("https://server.example/fhir/Patient/7/_history/2", "https://server.example/fhir/Patient/7"),
    ("Practitioner?identifier=http://npi.example|99", "Practitioner?http://npi.example|99"),
    ("Practitioner?identifier=http%3A%2F%2Fnpi.example%7C99", "Practitioner?http://npi.example|99"),
    ("urn:oid:1.2.3", "urn:oid:1.2.3"), ("Patient?name=x&identifier=a|b", "Patient?name=x&identifier=a|b"),
    ("Bundle/1/Patient/2", "Bundle/1/Patient/2"),
  ])
  func `a reference that stands for itself has one key`(_ written: String, _ key: String) {
    #expect(WrittenReference(written).key == key)
  }

  @Test func `a plain reference means something only in its place`() {
    #expect(WrittenReference("Patient/7") == .relative(kind: "Patient", id: "7"))
    #expect(WrittenReference("Patient/7/_history/2") == .relative(kind: "Patient", id: "7"))
    #expect(WrittenReference("Patient/7").key == nil)
    #expect(WrittenReference("#p1") == .contained("p1"))
  }

  @Test func `the base of a full URL is its server`() {
    #expect(WrittenReference.base(of: "https://server.example/fhir/Patient/7") == "https://server.example/fhir/")
    #expect(WrittenReference.base(of: "urn:uuid:\(uuid)") == "")
  }

  @Test func `a folder looks in itself and above, up to what was imported`() {
    #expect(FolderScope(folder: "/a/b/c", root: "/a").folders == ["/a/b/c", "/a/b", "/a"])
    #expect(FolderScope(folder: "/a", root: "/a").folders == ["/a"])
    #expect(FolderScope(folder: "/ab/c", root: "/a").folders == ["/ab/c"])
  }
}
