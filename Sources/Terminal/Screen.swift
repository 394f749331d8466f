import CTerminal

/// The terminal, taken from start to `stop`. The single owner of curses: one at a time, on the main thread only.
package final class Screen {
  package var theme: Theme { didSet { forget() } }
  package let tier: Tier
  package let glyphs: Glyphs
  /// What the user should know of the terminal, as that another entry of terminfo is used than TERM names.
  package private(set) var notice: String?
  package private(set) var size: Size

  private var last: Frame?
  private struct Look {
    var attributes: UInt8 = 0
    var pair: Int16 = 0
    var background = -1
    /// Whether a space looks alike in every foreground.
    var hidesForeground = false
  }
  private var looks: [Style: Look] = [:]
  private var row: [terminal_cell] = []
  private var isStopped = false
  private var isHungUp = false
  private var isAnswering = false

  /// Takes the terminal on standard input and output. `environment` gives TERM.
  ///
  /// The tier may turn out lower than asked for, where terminfo has fewer colours.
  package convenience init(
    theme: Theme, environment: [String: String], glyphs: Glyphs
  ) throws(ScreenError) {
    let term = environment["TERM"] ?? ""
    let isPlain = Tier(environment: environment, terminfoColors: 256) == .mono
    switch unsafe terminal_start(term, !isPlain) {
    case TERMINAL_STARTED: break
    case TERMINAL_NOT_A_TTY: throw .notATerminal
    case TERMINAL_DUMB: throw .dumbTerminal
    default: throw .unknownTerminal(term)
    }
    guard terminal_watch_signals() else {
      terminal_stop()
      throw .noSignals
    }
    let colors = Int(terminal_colors())
    self.init(
      started: theme, tier: Tier(environment: environment, terminfoColors: colors),
      glyphs: terminal_is_utf8() ? glyphs : .ascii)
    let used = unsafe String(cString: terminal_name())
    if used != term {
      let loss = colors == 0 && !isPlain ? ", without colours" : ""
      notice = """
        this system does not know the terminal `\(term)`, so it is drawn on as \(used)\(loss); set TERM to what it is, or \
        install ncurses-term
        """
    }
    isAnswering = Ground.canBeAsked(in: environment)
  }

  /// Takes two descriptors that need be no terminal, for tests.
  package convenience init(
    theme: Theme, tier: Tier, glyphs: Glyphs, term: String, input: Int32, output: Int32, size: Size
  ) throws(ScreenError) {
    let result = unsafe terminal_start_on(term, tier > .mono, input, output, Int32(size.width), Int32(size.height))
    guard result == TERMINAL_STARTED else { throw .unknownTerminal(term) }
    self.init(started: theme, tier: tier, glyphs: glyphs)
    isAnswering = Ground.canBeAsked(in: ["TERM": term])
  }

  private init(started theme: Theme, tier: Tier, glyphs: Glyphs) {
    self.theme = theme
    self.tier = tier
    self.glyphs = glyphs
    size = Screen.currentSize()
  }

  deinit { stop() }

  /// Gives the terminal back as it was. Harmless the second time.
  package func stop() {
    guard !isStopped else { return }
    isStopped = true
    terminal_stop()
  }

  /// Gives the terminal back and stops the process, as Ctrl-Z does; returns, the screen painted anew, once it goes on.
  package func suspend() {
    terminal_suspend()
    forget()
  }

  /// Gives the terminal to another program for as long as `body` runs.
  package func lend<Value>(_ body: () throws -> Value) rethrows -> Value {
    terminal_leave()
    defer {
      terminal_continue()
      forget()
    }
    return try body()
  }

  /// Asks for the terminal's background, where asking does no harm. The answer is an `Input.background`; it may come
  /// late or never, and nothing waits for it.
  package func askBackground() {
    if isAnswering { terminal_ask_background() }
  }

  /// Whether the terminal reports its mouse; off, it selects text with it.
  package var mouse = false {
    didSet { if mouse != oldValue { terminal_mouse(mouse) } }
  }

  /// Shows a frame: what differs from the one before, in one write.
  package func present(_ frame: Frame) {
    let frame = glyphs.isASCII ? frame.transliterated() : frame
    let width = min(frame.size.width, size.width)
    let isComparable = last?.size == frame.size
    for y in 0..<min(frame.size.height, size.height) where !isComparable || last?.row(y) != frame.row(y) {
      draw(frame.row(y).prefix(width), y: y)
    }
    let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    terminal_flush(Int32(cursor?.x ?? -1), Int32(cursor?.y ?? -1))
    last = frame
  }

  /// Paints everything anew with the next frame, after another program wrote on the screen.
  package func repaint() {
    terminal_repaint()
    last = nil
  }

  private func forget() {
    last = nil
    looks.removeAll(keepingCapacity: true)
  }

  private func draw(_ cells: ArraySlice<Cell>, y: Int) {
    row.removeAll(keepingCapacity: true)
    var before: Look?
    for cell in cells {
      var look = look(of: cell.style)
      // A space between words goes on in the look of the word before it, which spares two changes of colour.
      if cell.cluster.isSpace, look.hidesForeground, let before, before.hidesForeground,
        before.background == look.background
      {
        look = before
      }
      before = look
      var drawn = terminal_cell()
      let cluster = cell.cluster
      unsafe withUnsafeMutableBytes(of: &drawn.text) { bytes in
        for index in 0..<cluster.byteCount { unsafe bytes[index] = cluster.byte(index) }
      }
      drawn.width = UInt8(cell.width)
      drawn.attributes = look.attributes
      drawn.pair = look.pair
      row.append(drawn)
    }
    // A wide glyph that the edge of a smaller terminal cuts in two.
    if cells.last?.width == 2 { row[row.count - 1] = Screen.blank }
    unsafe row.withUnsafeBufferPointer { unsafe terminal_put(0, Int32(y), $0.baseAddress, Int32($0.count)) }
  }

  private static let blank: terminal_cell = {
    var cell = terminal_cell()
    cell.text.0 = 0x20
    cell.width = 1
    return cell
  }()

  private func look(of style: Style) -> Look {
    if let known = looks[style] { return known }
    let isDirect = terminal_colors() > 256
    // Without an entry for direct colours terminfo takes palette numbers only.
    let resolved = theme.resolve(style, in: tier == .truecolor && !isDirect ? .many : tier)
    let look = Look(
      attributes: resolved.attributes.rawValue,
      pair: terminal_pair(Int32(resolved.foreground), Int32(resolved.background)), background: resolved.background,
      hidesForeground: resolved.attributes.isDisjoint(with: [.underline, .reverse]))
    looks[style] = look
    return look
  }

  private static func currentSize() -> Size {
    var width: Int32 = 0
    var height: Int32 = 0
    unsafe terminal_size(&width, &height)
    return Size(width: Int(width), height: Int(height))
  }
}

extension Screen {
  /// Everything that has come, in order; never waits. Drain before painting: keys held down then cost one frame.
  package func drain() -> [Input] {
    var inputs: [Input] = []
    if isHungUp {
      isHungUp = false
      inputs.append(.signal(.hangup))
    }
    var isResized = false
    while case let signal = terminal_next_signal(), signal != TERMINAL_SIGNAL_NONE {
      switch signal {
      case TERMINAL_SIGNAL_RESIZE: isResized = true
      case TERMINAL_SIGNAL_STOP: suspend()
      case TERMINAL_SIGNAL_TERMINATE: inputs.append(.signal(.terminate))
      case TERMINAL_SIGNAL_HANGUP: inputs.append(.signal(.hangup))
      case TERMINAL_SIGNAL_INTERRUPT: inputs.append(.signal(.interrupt))
      default:
        terminal_continue()
        forget()
        inputs.append(.signal(.resume))
      }
    }
    if isResized, let size = takeResize() { inputs.append(.resize(size)) }
    while true {
      let event = terminal_next()
      guard event.kind != TERMINAL_NOTHING else { return inputs }
      guard let input = Input(event) else { continue }
      if let last = inputs.last, input.replaces(last) { inputs.removeLast() }
      inputs.append(input)
    }
  }

  /// Waits until there is something to drain, one of `wake` is readable, or the time is over; without a time, for ever.
  package func wait(wake: Int32..., timeoutMilliseconds: Int?) {
    let woke = unsafe terminal_wait(wake, Int32(wake.count), Int32(clamping: timeoutMilliseconds ?? -1))
    if woke & Int32(TERMINAL_WOKE_HANGUP) != 0 { isHungUp = true }
  }

  private func takeResize() -> Size? {
    let now = Screen.currentSize()
    guard now != size else { return nil }
    terminal_resize(Int32(now.width), Int32(now.height))
    size = now
    last = nil
    return now
  }
}
