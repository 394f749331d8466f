import CTerminal

extension Input {
  /// An event as the C side read it; nil where it means nothing to us.
  init?(_ event: terminal_event) {
    let modifiers = Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: event.modifiers))
    let point = Point(x: Int(event.x), y: Int(event.y))
    switch event.kind {
    case TERMINAL_CHARACTER:
      guard let key = Key(typed: event.code, modifiers) else { return nil }
      self = .key(key)
    case TERMINAL_KEY:
      guard let code = Key.Code(event.code) else { return nil }
      self = .key(Key(code, modifiers))
    case TERMINAL_FUNCTION: self = .key(Key(.function(Int(event.code)), modifiers))
    case TERMINAL_PASTE:
      var length = 0
      guard let bytes = unsafe terminal_paste(&length) else { return nil }
      let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: length)
      self = .paste(Input.lines(unsafe String(decoding: buffer, as: UTF8.self)))
    case TERMINAL_FOCUS_IN: self = .focus(true)
    case TERMINAL_FOCUS_OUT: self = .focus(false)
    case TERMINAL_PRESS: self = .mouse(.press(Int(event.code)), point)
    case TERMINAL_RELEASE: self = .mouse(.release(Int(event.code)), point)
    case TERMINAL_DRAG: self = .mouse(.drag(Int(event.code)), point)
    case TERMINAL_WHEEL_UP: self = .mouse(.wheelUp, point)
    case TERMINAL_WHEEL_DOWN: self = .mouse(.wheelDown, point)
    case TERMINAL_DARK: self = .background(isLight: false)
    case TERMINAL_LIGHT: self = .background(isLight: true)
    case TERMINAL_TOLD:
      var length = 0
      let bytes = unsafe terminal_command(&length)
      let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: length)
      guard let isLight = Ground.isLight(reply: unsafe String(decoding: buffer, as: UTF8.self)) else { return nil }
      self = .background(isLight: isLight)
    default: return nil
    }
  }

  /// Whether this one says all that `earlier` did, where both came at once: of a drag and of the ground only the end
  /// counts.
  func replaces(_ earlier: Input) -> Bool {
    switch (earlier, self) {
    case (.mouse(.drag(let before), _), .mouse(.drag(let now), _)): before == now
    case (.background, .background): true
    default: false
    }
  }

  /// Terminals send the Enter key for the line ends of a paste.
  private static func lines(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if !(scalar == "\n" && afterReturn) { result.append(scalar == "\r" ? "\n" : scalar) }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }
}

extension Key {
  /// A character as the terminal sent it, where a control character is a key held with Ctrl.
  fileprivate init?(typed code: UInt32, _ modifiers: Modifiers) {
    guard let scalar = Unicode.Scalar(code) else { return nil }
    switch code {
    case 0x09: self.init(.tab, modifiers)
    case 0x0D: self.init(.enter, modifiers)
    case 0x1B: self.init(.escape, modifiers)
    case 0x7F: self.init(.backspace, modifiers)
    case 0: self.init(.character(" "), modifiers.union(.ctrl))
    case 1..<0x1B: self.init(.character(Character(Unicode.Scalar(UInt8(code) + 0x60))), modifiers.union(.ctrl))
    case 0x1C..<0x20: self.init(.character(Character(Unicode.Scalar(UInt8(code) + 0x40))), modifiers.union(.ctrl))
    default: self.init(.character(Character(scalar)), modifiers)
    }
  }
}

extension Key.Code {
  fileprivate init?(_ code: UInt32) {
    switch terminal_key(code) {
    case TERMINAL_KEY_ESCAPE: self = .escape
    case TERMINAL_KEY_UP: self = .up
    case TERMINAL_KEY_DOWN: self = .down
    case TERMINAL_KEY_RIGHT: self = .right
    case TERMINAL_KEY_LEFT: self = .left
    case TERMINAL_KEY_HOME: self = .home
    case TERMINAL_KEY_END: self = .end
    case TERMINAL_KEY_INSERT: self = .insert
    case TERMINAL_KEY_DELETE: self = .delete
    case TERMINAL_KEY_PAGE_UP: self = .pageUp
    case TERMINAL_KEY_PAGE_DOWN: self = .pageDown
    case TERMINAL_KEY_BACKSPACE: self = .backspace
    case TERMINAL_KEY_ENTER: self = .enter
    case TERMINAL_KEY_BACK_TAB: self = .backTab
    default: return nil
    }
  }
}
