import Care

/// One import, from its list of files to its report.
final class ImportRun<Records: Record> {
  /// A document that waits for others, to be read again: where it is, and which of its resources wait.
  struct Waiting {
    var stretch: Int?
    var digest: [UInt8]
    var items: Set<Int>
    /// The charts that the first reading was the first to add it to.
    var firstIn: Set<PatientID>
  }

  /// Bounds of a batch: what is held in memory, and what one commit costs.
  private static var documentsInBatch: Int { 64 }
  private static var bytesInBatch: Int { 16 << 20 }
  private static var attempts: Int { 8 }

  let author: Author
  let received: Instant
  let working: Working<Records>
  private let progress: (ImportProgress) -> Void
  private let shouldStop: () -> Bool

  private var report = ImportReport()
  private var done = ImportProgress(bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0, isSecondReading: false)
  private var batch: [SourceDocument] = []
  private var waiting: [SourceFile: [Waiting]] = [:]
  /// What the batch so far has done; joins the report once the batch is appended.
  var pending = ImportReport()
  var pendingWaiting: [(file: SourceFile, document: Waiting)] = []
  /// Plain names that two different patients were found to have: they name neither.
  var contested: Set<OriginID> = []

  private struct Stopped: Error {}

  init(
    record: Records, author: Author, received: Instant, progress: @escaping (ImportProgress) -> Void,
    shouldStop: @escaping () -> Bool
  ) throws {
    self.author = author
    self.received = received
    self.progress = progress
    self.shouldStop = shouldStop
    working = try Working(record: record)
  }

  func run(_ sources: SourceFiles) throws -> ImportReport {
    for (path, reason) in sources.refused { report.refuse(ImportReport.Notice(path: path, words: reason)) }
    report.otherFiles = sources.others
    report.filesFound = sources.files.count
    done.filesTotal = sources.files.count
    done.bytesTotal = sources.files.reduce(0) { $0 + $1.size }
    do {
      for file in sources.files {
        try read(file)
        report.files += 1
        done.filesDone += 1
      }
      try append()
      try readAgain()
    } catch is Stopped {
      try append()
      report.wasStopped = true
    }
    report.refused.sort()
    report.remarks.sort()
    return report
  }

  private func readAgain() throws {
    let files = waiting.keys.sorted()
    guard !files.isEmpty else { return }
    done = ImportProgress(
      bytesDone: 0, bytesTotal: files.reduce(0) { $0 + $1.size }, filesDone: 0, filesTotal: files.count,
      isSecondReading: true)
    for file in files {
      try read(file)
      done.filesDone += 1
    }
    try append()
  }

  private func read(_ file: SourceFile) throws {
    let reader = DocumentReader(
      file: file,
      onDocument: { try self.take($0) },
      onRefusal: { reason, line in
        guard !self.done.isSecondReading else { return }
        self.report.refuse(ImportReport.Notice(path: file.path, line: line, words: reason))
      })
    try reader.read()
  }

  private func take(_ document: SourceDocument) throws {
    if shouldStop() { throw Stopped() }
    try process(document)
    batch.append(document)
    done.bytesDone += document.size
    progress(done)
    if batch.count >= Self.documentsInBatch || batch.reduce(0, { $0 + $1.size }) >= Self.bytesInBatch { try append() }
  }

  /// Appends the batch; where another writer was first, works it out anew on what the record has become.
  private func append() throws {
    for attempt in 1...Self.attempts {
      do {
        // What is in the journal already is skipped there, and not counted here.
        pending.entries = working.proposals.isEmpty ? 0 : try working.record.append(working.proposals).entries.count
        break
      } catch let refusal as AppendRefusal {
        guard attempt < Self.attempts else { throw refusal }
        pending = ImportReport()
        pendingWaiting.removeAll()
        try working.restart()
        for document in batch { try process(document) }
      }
    }
    pending.bytes = done.isSecondReading ? 0 : batch.reduce(0) { $0 + $1.size }
    report.add(pending)
    for (file, document) in pendingWaiting { waiting[file, default: []].append(document) }
    pending = ImportReport()
    pendingWaiting.removeAll()
    batch.removeAll()
    working.settle()
  }

  private func process(_ document: SourceDocument) throws {
    guard done.isSecondReading else { return try Intake(run: self, document: document, waited: nil).take() }
    guard let found = waiting[document.file]?.first(where: { $0.stretch == document.stretch }) else { return }
    guard found.digest == document.digest else {
      pending.refuse(
        ImportReport.Notice(path: document.file.path, words: "It was changed while it was being read; import it again.")
      )
      return
    }
    try Intake(run: self, document: document, waited: found).take()
  }
}
