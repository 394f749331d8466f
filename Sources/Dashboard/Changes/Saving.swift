package import Care

/// This person's changes between the key and the disk.
package struct Saving: Hashable, Sendable {
  /// What the record was asked to append and has not acknowledged, oldest first.
  package internal(set) var requests: [Request] = []
  /// What was asked for behind them, oldest first.
  var wishes: [Wish] = []
  /// The patient whose chart the first wish needs and nobody has in memory.
  var awaited: PatientID?
  /// Whether the newest change that was tried is on the disk.
  var isSaved = false
  /// Whether somebody else's writing has held one of these up.
  var isHeld = false

  /// Changes of many lines that were made since the screen was last looked after.
  var inTurn = 0
  static let mostInTurn = 8

  /// Whether the next change of many waits for the screen to be painted and keys to be answered.
  var isPausing: Bool {
    requests.isEmpty && inTurn >= Self.mostInTurn && wishes.first.map { $0.deedCount > 1 } ?? false
  }

  /// Whether everything asked for is on the disk, or was refused in words.
  package var isEmpty: Bool { requests.isEmpty && wishes.isEmpty }

  /// How many changes wait.
  package var count: Int { requests.count + wishes.count }

  /// True from a person's own write on until the next one begins.
  package var isAtRest: Bool { isEmpty && isSaved }

  /// Whether a change of this item waits for the disk.
  package func concerns(_ item: LineID) -> Bool {
    requests.contains { $0.events.contains { $0.item == item } } || wishes.contains { $0.item == item }
  }
}

/// A change that somebody asked for while another was on its way to the disk. It is decided on when its turn comes, so
/// that it meets the record as the ones before have left it.
package struct Wish: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case change(Wanted)
    /// What has come due goes up the ladder, if it still has to when its turn comes.
    case passUp(LineID, of: PatientID)
    /// Takes back the newest deed, whichever that is by then.
    case undo
    /// Takes back one entry of a deed; with the last of them the verdict it was, if it was one.
    case takeBack(Entry, verdict: TriagePlace?)
  }

  var kind: Kind
  /// The deed it is part of, and of how many changes that one is.
  var deed: Int
  var deedCount = 1
  /// The patient and the item, for telling that it was not done.
  var subject: String
  /// The row the worklist's cursor was on.
  var cursor: [UInt8]?
  /// Whether it had to wait: then a refusal comes when nobody looks for it, and is kept.
  var isLate: Bool

  var item: LineID? {
    switch kind {
    case .change(let wanted): wanted.item
    case .passUp(let item, _): item
    case .undo, .takeBack: nil
    }
  }

  /// Whose record it changes; nil for the undoing of a whole deed.
  var patient: PatientID? {
    switch kind {
    case .change(let wanted): wanted.patient
    case .passUp(_, let patient): patient
    case .undo: nil
    case .takeBack(let entry, _): if case .patient(let patient) = entry.stream { patient } else { nil }
    }
  }

  /// False for what goes onto the person's own stream alone.
  var touchesChart: Bool {
    guard case .change(let wanted) = kind else { return true }
    return !wanted.commands.isEmpty
  }
}
