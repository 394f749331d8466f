/// Whatever the terminal told the program, in the order it came.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// Text pasted, its line ends as \n: never read as keys, not yet sanitised.
  case paste(String)
  case resize(Size)
  /// Whether the terminal's window has the keyboard.
  case focus(Bool)
  case mouse(Mouse, Point)
  /// The terminal's ground, told when it was asked for, however late, or when it changed.
  case background(isLight: Bool)
  case signal(Signal)

  package enum Mouse: Hashable, Sendable {
    /// Button 1 is the left one, 2 the middle, 3 the right.
    case press(Int)
    case release(Int)
    /// Moved with the button held.
    case drag(Int)
    case wheelUp
    case wheelDown
  }

  package enum Signal: Hashable, Sendable {
    case terminate
    case hangup
    /// Ctrl-C, or the signal itself.
    case interrupt
    /// Back after a stop that gave no time to leave the screen; it has been taken again.
    case resume
  }
}
