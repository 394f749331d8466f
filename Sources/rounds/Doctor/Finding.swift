/// One thing that the doctor looked at.
struct Finding: Hashable, Encodable {
  enum State: String, Encodable {
    case ok
    /// Works, but poorer than it could.
    case warn
    /// Something doesn't work, or was refused.
    case bad
  }

  var what: String
  var state: State
  var words: String
  /// What to do about it; absent where there is nothing to do.
  var remedy: String?

  init(_ what: String, _ state: State, _ words: String, remedy: String? = nil) {
    self.what = what
    self.state = state
    self.words = words
    self.remedy = remedy
  }
}
