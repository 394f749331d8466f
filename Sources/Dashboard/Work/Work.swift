/// Long work that runs beside the dashboard: an import.
package struct Work: Hashable, Sendable {
  /// The path as the person wrote it.
  package var path: String
  /// Nil until the first word of it has come.
  package var progress: Progress?
  package var isStopping = false

  package struct Progress: Hashable, Sendable {
    package var done: Int
    package var total: Int
    package var filesDone: Int
    package var filesTotal: Int
    /// What is going on, where it is not the plain thing.
    package var note: String

    package init(done: Int, total: Int, filesDone: Int, filesTotal: Int, note: String = "") {
      self.done = done
      self.total = total
      self.filesDone = filesDone
      self.filesTotal = filesTotal
      self.note = note
    }

    /// Never 100 before the end.
    package var percent: Int { total == 0 ? 0 : min(99, done * 100 / total) }
  }

  package init(path: String) { self.path = path }
}

/// How an import ended, in words.
package struct WorkReport: Hashable, Sendable {
  /// A few words, without a full stop.
  package var short: String
  /// One sentence.
  package var headline: String
  /// All there is to say, a line each.
  package var lines: [String]
  /// False where something was refused, or all of it failed.
  package var isWell: Bool
  /// True where the path leads nowhere: then it is asked for again.
  package var isLost = false

  package init(short: String, headline: String, lines: [String], isWell: Bool) {
    self.short = short
    self.headline = headline
    self.lines = lines
    self.isWell = isWell
  }
}

/// A path that leads nowhere, told as long as the field holds it.
package struct LostPath: Hashable, Sendable {
  package var path: String
  package var words: String
}
