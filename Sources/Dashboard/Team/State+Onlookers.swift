import Care
import Terminal

/// Who else looks at the patient in view. Both must have agreed: who doesn't show it doesn't see it either.
extension State {
  /// Whether where this window looks is still to be told.
  var hasLookUntold: Bool { showsLook && author.member != nil && patient != lookTold }

  /// The hands rest: where this window looks is told.
  mutating func tellLook() -> [Effect] {
    guard hasLookUntold else { return [] }
    lookTold = patient
    onlookers = []
    return [.look(at: patient)]
  }

  /// Agrees to show where this window looks, or not any more.
  mutating func toggleLook() -> [Effect] {
    guard author.member != nil else { return [] }
    showsLook.toggle()
    onlookers = []
    lookTold = showsLook ? patient : nil
    toast = Toast(
      words: showsLook
        ? "Others who agreed see at whom you look, and you see them."
        : "Nobody sees at whom you look, nor do you see others.", weight: .done, canUndo: false)
    return [.look(at: lookTold), .rememberLook(showsLook)]
  }

  /// - Parameter patient: at whom they look: another may have come into view meanwhile.
  mutating func see(_ members: [MemberID], at patient: PatientID) {
    guard showsLook, patient == self.patient else { return }
    onlookers = members.filter { $0 != author.member }
  }

  /// "Levi, Dan looks too", and the same for where that finds no room; none where nobody does.
  package var onlookerWords: [String] {
    guard let first = onlookers.first else { return [] }
    let name = workspace.directory[first].map { workspace.directory.name(of: $0) } ?? "somebody"
    let more = onlookers.count - 1
    return [more == 0 ? "\(name) looks too" : "\(name) and \(more) more look too", "+\(onlookers.count) here"]
  }
}
