import Care

extension State {
  /// Notes that another line has come under the cursor without a key: the hand may be on its way to change the one
  /// that was there.
  mutating func noteShift(from before: LineID?) {
    guard let before, focus == .worklist, let row = selectedWork, row.item != before else { return }
    shifted = row.item
  }

  /// Notes that a person's own change has brought another line under the cursor. Until it is painted, no key can have
  /// been meant for it.
  mutating func noteUnseen(from before: LineID?) {
    guard let before, let row = selectedWork, row.item != before else { return }
    unseen = row.item
  }

  /// Whether a command would meet a line that has just come under the cursor. It is asked about once: pressed again, it
  /// is meant for that line.
  mutating func isMisaimed(_ command: CommandID) -> Bool {
    defer { shifted = nil }
    guard command.changesItem || command.writes else { return false }
    let under =
      triage == nil ? (focus == .worklist && worklist.marks.isEmpty ? selectedWork?.item : nil) : triage?.item?.item
    guard let under else { return false }
    if under == unseen {
      toast = Toast(
        words: "\(command.definition.title): typed before this line could be seen, so it was not done.",
        weight: .refused, canUndo: false)
      return true
    }
    guard under == shifted, let row = selectedWork else { return false }
    toast = Toast(
      words: "The line before has gone. This is \(row.patientName): \(row.title). Press again to change it.",
      weight: .refused, canUndo: false)
    return true
  }
}
