import CCurses
import CTerminal
package import Cells
import Glibc

/// The terminal, while this program has it.
///
/// There is one owner: making the value takes the terminal, and the end of its life gives it back,
/// whether the program returned or threw. For faults, which do not unwind, the crash guard does the
/// same.
@safe package struct CursesScreen: ~Copyable {
  /// What the caller decides about the screen.
  package struct Wishes: Sendable {
    /// What `--color` says, if given.
    package var colorFlag: ColorChoice?
    /// What the settings say about colour, if anything.
    package var colorSetting: ColorChoice?
    package var theme: Theme
    /// For screen readers: letters instead of boxes, and a cursor that is always visible.
    package var isPlain: Bool
    /// Whether the terminal reports clicks, which takes its own select-and-copy away.
    package var usesMouse: Bool
    /// What is said on the given-back terminal after a crash; lines end with `\n`.
    package var crashNotice: String
    /// The characters that are bound with Alt.
    package var altKeys: Set<Character>

    /// Makes wishes.
    package init(
      theme: Theme, colorFlag: ColorChoice? = nil, colorSetting: ColorChoice? = nil,
      isPlain: Bool = false, usesMouse: Bool = false,
      crashNotice: String = "docket stopped unexpectedly. Your saved work is safe.\n",
      altKeys: Set<Character> = TextField.altKeys
    ) {
      self.theme = theme
      self.colorFlag = colorFlag
      self.colorSetting = colorSetting
      self.isPlain = isPlain
      self.usesMouse = usesMouse
      self.crashNotice = crashNotice
      self.altKeys = altKeys
    }
  }

  /// The characters that the terminal shows.
  package let glyphs: Glyphs
  /// How many colours are used.
  package let depth: ColorDepth
  /// The size of the window.
  package private(set) var size: Size
  /// Whether the terminal reports clicks.
  package private(set) var usesMouse = false

  /// Which bytes are which keys on this terminal.
  let sequences: KeySequences

  private let isPlain: Bool
  private let clipboard: ClipboardSequence.Path
  private var painter: Painter
  private let handle: OpaquePointer
  private let errors: StandardErrorCapture?

  /// Takes the terminal on standard input and output.
  ///
  /// - Parameters:
  ///   - wishes: What the caller decides.
  ///   - environment: The environment variables.
  /// - Throws: what is wrong and what to do; the terminal is then as it was.
  package init(_ wishes: Wishes, environment: [String: String]) throws(TerminalRefusal) {
    let name = try Self.usableTerminal(environment)
    let isUTF8 = TerminalLocale.isUTF8()
    let reset = try Self.resetSequence(name)
    guard unsafe cterm_guard_arm(reset, wishes.crashNotice) else {
      cterm_guard_disarm()
      throw .systemRefused("no handlers for crashes")
    }
    guard let handle = unsafe shim_open(name) else {
      cterm_guard_disarm()
      throw .systemRefused("ncurses cannot start on a terminal of type \(name)")
    }
    unsafe self.handle = unsafe handle
    isPlain = wishes.isPlain
    clipboard = ClipboardSequence.Path(environment: environment)
    glyphs = Glyphs(terminal: name, isUTF8: isUTF8, isPlain: wishes.isPlain)
    Self.setModes()
    sequences = .ofOpenTerminal()
    let hasColors = start_color() == OK && use_default_colors() == OK
    let reported = ColorDepth.reported(
      colors: hasColors ? Int(shim_colors()) : 0, isDirect: shim_direct_color())
    let decided = ColorDepth.decided(
      flag: wishes.colorFlag, settings: wishes.colorSetting, environment: environment,
      reported: reported)
    depth = min(decided, reported)
    painter = Painter(
      palette: Palette(theme: wishes.theme, depth: depth, colors: shim_colors()), isUTF8: isUTF8)
    size = Self.windowSize()
    errors = StandardErrorCapture()
    fit()
    send(ResetSequence.modesOn)
    if wishes.usesMouse { useMouse(true) }
  }

  deinit {
    send(ResetSequence.modesOff)
    endwin()
    unsafe delscreen(handle)
    // Keys that were typed for the screen must not become commands of the shell.
    cterm_discard_input(STDIN_FILENO)
    cterm_guard_disarm()
  }

  /// Gives the terminal back now.
  package consuming func close() {}

  /// Shows a frame; only what changed since the last one is sent.
  package mutating func draw(_ frame: Frame) {
    cterm_guard_drawing_begins()
    painter.paint(frame)
    if let cursor = frame.cursor, Rect(size).contains(cursor) {
      unsafe wmove(shim_stdscr(), Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else if !isPlain {
      curs_set(0)
    }
    unsafe wrefresh(shim_stdscr())
    cterm_guard_drawing_ends()
  }

  /// Sends the whole screen again at the next ``draw(_:)``, as after Ctrl-l or a wall message.
  package mutating func redrawAll() {
    shim_forget_screen()
  }

  /// Changes the theme; the next ``draw(_:)`` shows it.
  package mutating func use(_ theme: Theme) {
    painter.use(Palette(theme: theme, depth: depth, colors: shim_colors()))
  }

  /// Asks the terminal to put text on the clipboard.
  ///
  /// - Returns: false when the text is longer than ``ClipboardSequence/longest``. Whether the
  ///   terminal obeyed cannot be known.
  package mutating func copy(_ text: String) -> Bool {
    guard let sequence = ClipboardSequence(text, path: clipboard) else { return false }
    write(sequence.bytes)
    return true
  }

  /// Makes the terminal report clicks and the wheel, or leaves the mouse to the terminal again.
  package mutating func useMouse(_ wanted: Bool) {
    guard wanted != usesMouse else { return }
    usesMouse = wanted
    send(wanted ? ResetSequence.mouseOn : ResetSequence.mouseOff)
  }

  /// Rings the terminal's bell.
  package func ringBell() {
    beep()
  }

  /// Takes over the window's present size.
  mutating func fit() {
    size = Self.windowSize()
    resize_term(Int32(size.rows), Int32(size.columns))
    painter.forget()
    redrawAll()
  }

  /// Gives the terminal to the shell until the person comes back, then takes it again.
  mutating func suspend() {
    leave()
    cterm_stop_group()
    take()
  }

  /// Takes the terminal again after somebody else had it.
  mutating func retake() {
    leave()
    take()
  }

  private func leave() {
    send(ResetSequence.modesOff)
    endwin()
  }

  private mutating func take() {
    // After endwin() the next refresh restores the line settings and the second screen.
    fit()
    unsafe wrefresh(shim_stdscr())
    send(ResetSequence.modesOn)
    if usesMouse { send(ResetSequence.mouseOn) }
  }

  private func send(_ text: String) { write(Array(text.utf8)) }

  private func write(_ bytes: [UInt8]) {
    _ = unsafe bytes.withUnsafeBufferPointer {
      unsafe cterm_write(STDOUT_FILENO, $0.baseAddress, $0.count)
    }
  }

  /// The terminal's type, when it can show a screen.
  private static func usableTerminal(
    _ environment: [String: String]
  ) throws(TerminalRefusal) -> String {
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotTerminal }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotTerminal }
    let name = environment["TERM"] ?? ""
    guard !name.isEmpty else { throw .terminalTypeMissing }
    return name
  }

  private static func resetSequence(_ name: String) throws(TerminalRefusal) -> String {
    guard unsafe shim_load_description(name) else { throw .terminalTypeUnknown(name) }
    defer { shim_forget_description() }
    guard unsafe shim_capability("cup") != nil else { throw .terminalTypeTooSimple(name) }
    return ResetSequence.ofLoadedTerminal()
  }

  private static func setModes() {
    // Ctrl-C, Ctrl-Z and Ctrl-S arrive as keys, Enter as CR.
    raw()
    noecho()
    nonl()
    unsafe keypad(shim_stdscr(), true)
    // ncurses must not look at the input while it draws: this program reads it.
    typeahead(-1)
  }

  private static func windowSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if unsafe !cterm_size(STDOUT_FILENO, &columns, &rows) {
      columns = unsafe getmaxx(shim_stdscr())
      rows = unsafe getmaxy(shim_stdscr())
    }
    return Size(columns: max(1, Int(columns)), rows: max(1, Int(rows)))
  }
}
