extension CareRole {
  /// The profession that the role names as a whole; nil for one that is more particular, as a charge nurse is, or a
  /// site's own.
  package var profession: Profession? { Profession.named(words) }

  /// The people among whom to look for it.
  var closestProfession: Profession { profession ?? Profession(words: words) ?? .other }

  /// - Parameter words: all that somebody is called, folded.
  func isHeld(by professions: [Profession], called words: String) -> Bool {
    if let profession { return professions.contains(profession) }
    return !likeness.isEmpty && words.contains(likeness)
  }
}

extension TeamMember {
  /// All that the member is called, here and in the directory, folded.
  func roleWords(_ directory: Directory) -> String {
    let here = Folding.fold(([role] + roles.map(\.label)).joined(separator: ", "))
    return directory[reference].map { here + ", " + directory.roleWords(of: $0) } ?? here
  }

  func holds(_ role: CareRole, _ directory: Directory) -> Bool {
    role.isHeld(by: professions, called: role.profession == nil ? roleWords(directory) : "")
  }
}
