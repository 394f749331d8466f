import Care

/// What a command will do to each of the marked lines, as it stood when it was shown: what has changed since is left
/// as it is.
package struct Preview: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    var row: WorkRow
    /// What is asked of it; nil where the command leaves it as it is.
    var wanted: Wanted?
    /// Why the command leaves it as it is; nil where it doesn't.
    var obstacle: String?
  }

  package let command: CommandID
  let lines: [Line]
  /// Marked lines that the list doesn't show.
  let hidden: Int

  var count: Int { lines.count { $0.wanted != nil } }
}
