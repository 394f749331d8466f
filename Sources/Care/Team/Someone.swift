/// Whoever is meant, under whatever name and in whichever role they are referred to.
enum Someone: Hashable {
  case member(MemberID)
  /// Folded; nobody in the directory answers to it.
  case named(String)
}

extension Directory {
  func someone(_ reference: Reference) -> Someone {
    if let person = person(behind: reference) { return .member(person) }
    return .named(Folding.fold(naming(reference).words))
  }
}
