package import Care

/// Takes FHIR R4 files into a record.
///
/// Every file is read once, and those whose references waited for other files once more, so that the order of files
/// doesn't matter and memory doesn't grow with the folder. What has come in before adds nothing.
package struct Importer<Records: Record> {
  private let record: Records
  private let author: Author
  private let now: () -> Instant

  /// - Parameter now: asked once a run, for when its lines were received.
  package init(record: Records, author: Author = Author(name: "Import"), now: @escaping () -> Instant) {
    self.record = record
    self.author = author
    self.now = now
  }

  /// - Parameters:
  ///   - paths: files and folders.
  ///   - progress: called after each document.
  ///   - shouldStop: asked before each document; what was taken in until then stays.
  /// - Throws: what the record throws where it fails; input that is not usable is in the report.
  package func run(
    _ paths: [String], progress: @escaping (ImportProgress) -> Void = { _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) throws -> ImportReport {
    let run = try ImportRun(
      record: record, author: author, received: now(), progress: progress, shouldStop: shouldStop)
    return try run.run(SourceFiles(paths))
  }
}
