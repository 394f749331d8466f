import Care
import Foundation
import Sealing
import Testing

@testable import Journal

@Suite struct FolderTests {
  let scratch = Scratch()

  @Test func theFolderAndItsFilesAreTheOwnersAlone() throws {
    var made = MadeUp(seed: 1)
    let journal = try scratch.open()
    _ = try journal.append([made.received(made.smallRecord(), for: made.dice.id())])
    #expect(try scratch.permissions(of: scratch.folder) == 0o700)
    for file in ["", "-wal", "-shm"] { #expect(try scratch.permissions(of: scratch.file + file) == 0o600) }
    #expect(journal.warnings.isEmpty)
  }

  @Test func aFileThatOthersCouldReadIsMendedAndAnOpenFolderIsNamed() throws {
    try scratch.open().close()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scratch.file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder)
    let journal = try scratch.open()
    #expect(try scratch.permissions(of: scratch.file) == 0o600)
    #expect(try scratch.permissions(of: scratch.folder) == 0o755)
    #expect(journal.warnings.count == 1)
  }

  @Test func missingParentsAreMade() throws {
    let journal = try Journal.open(
      folder: scratch.folder + "/a/b/", siteZone: "UTC", zone: { _ in .utc }, now: Instant(milliseconds: 0))
    #expect(journal.path == scratch.folder + "/a/b/journal.sqlite")
    #expect(try scratch.permissions(of: scratch.folder + "/a") == 0o700)
  }

  @Test func readingOnlyMakesNothing() throws {
    #expect(throws: JournalError(.missing, path: scratch.file)) { try scratch.open(.readOnly) }
    #expect(!FileManager.default.fileExists(atPath: scratch.folder))
  }

  @Test func aFileWhereAFolderBelongsIsRefused() throws {
    try Data().write(to: URL(fileURLWithPath: scratch.folder))
    #expect {
      try scratch.open()
    } throws: { error in
      guard case .unusableFolder = (error as? JournalError)?.kind else { return false }
      return "\(error)".contains(scratch.folder) && "\(error)".contains("--data")
    }
  }

  @Test func aFileThatIsNoDatabaseIsLeftAsItIs() throws {
    try FileManager.default.createDirectory(atPath: scratch.folder, withIntermediateDirectories: true)
    let words = Data("These are notes, and no database at all. ".utf8 + [UInt8](repeating: 65, count: 4000))
    try words.write(to: URL(fileURLWithPath: scratch.file))
    #expect(throws: JournalError(.notAJournal, path: scratch.file)) { try scratch.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.file)) == words)
  }

  @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
    let journal = try scratch.open()
    try journal.outsideTransaction { try $0.run("PRAGMA application_id = 7") }
    try journal.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.file))
    #expect(throws: JournalError(.notAJournal, path: scratch.file)) { try scratch.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.file)) == before)
  }

  @Test(arguments: [Journal.Mode.readWrite, .readOnly])
  func aJournalThatANewerProgramChangedIsRefused(_ mode: Journal.Mode) throws {
    let journal = try scratch.open()
    try journal.write { try $0.run("INSERT INTO grdb_migrations VALUES ('9: from the future')") }
    try journal.close()
    #expect {
      try scratch.open(mode)
    } throws: { error in
      (error as? JournalError)?.kind == .newerForm && "\(error)".contains("Update Rounds")
    }
  }

  @Test func theSitesZoneIsTheOneItWasMadeWith() throws {
    try scratch.open(zone: "Test/East").close()
    #expect(try scratch.open(zone: "UTC").zone.name == "Test/East")
    let other = Scratch()
    #expect(throws: JournalError(.unknownZone("Test/Nowhere"), path: other.file)) {
      try other.open(zone: "Test/Nowhere")
    }
  }

  @Test func networkFileSystemsAreFoundInTheMountTable() {
    let mounts = """
      22 27 0:21 / /proc rw,relatime - proc proc rw
      27 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      90 27 0:52 / /home/sh\\040ared rw shared:44 master:2 - nfs4 host:/export rw
      """
    #expect(FileSystem.name(of: 8 << 8 | 1, in: mounts) == "ext4")
    #expect(FileSystem.name(of: 52, in: mounts) == "nfs4")
    #expect(FileSystem.name(of: 53, in: mounts) == nil)
    #expect(FileSystem.isShared("nfs4"))
    #expect(!FileSystem.isShared("ext4"))
    #expect(FileSystem.name(of: "/proc") == "proc")
  }

  @Test func numbersOfTheJournalAreGivenByKind() throws {
    var made = MadeUp(seed: 2)
    let journal = try scratch.open()
    #expect(try journal.stats().first == nil)
    let id: PatientID = made.dice.id()
    let lines = made.smallRecord()
    let change = try journal.append([
      made.directory(4), made.received(lines, for: id),
      made.proposal(.patient(id), 1, .ownerChanged(item: lines[1].id, from: Reference(), to: Reference())),
    ])
    let stats = try journal.stats()
    #expect(stats.kinds == [.directoryReceived: 1, .recordReceived: 1, .ownerChanged: 1])
    #expect((stats.entries, stats.streams, stats.patients, stats.members) == (3, 2, 1, 4))
    #expect(stats.created == Instant(milliseconds: 1_700_000_000_000))
    #expect(stats.first == change.entries.map(\.time).min())
    #expect(stats.last == change.entries.map(\.time).max())
    #expect(stats.bytes > 4096)
  }
}
