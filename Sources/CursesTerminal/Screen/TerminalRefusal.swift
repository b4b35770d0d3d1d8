/// Why the screen cannot be opened, in words that say what to do.
package enum TerminalRefusal: Error, Sendable, Equatable {
  /// Standard input is not a terminal.
  case inputIsNotTerminal
  /// Standard output is not a terminal.
  case outputIsNotTerminal
  /// `TERM` is not set.
  case terminalTypeMissing
  /// The system has no description of that terminal type.
  case terminalTypeUnknown(String)
  /// That terminal type cannot place the cursor.
  case terminalTypeTooSimple(String)
  /// The system refused something; the text names it.
  case systemRefused(String)
}

extension TerminalRefusal: CustomStringConvertible {
  /// One line: what is wrong, and what to do.
  package var description: String {
    switch self {
    case .inputIsNotTerminal:
      "standard input is not a terminal; start docket from one, or use a verb (see docket help)"
    case .outputIsNotTerminal:
      "standard output is not a terminal; use a verb such as docket queue (see docket help)"
    case .terminalTypeMissing:
      "TERM is not set; set it to your terminal's type, for example TERM=xterm-256color"
    case .terminalTypeUnknown(let name):
      "this system does not know the terminal type \"\(printable(name))\"; "
        + "try TERM=xterm-256color docket"
    case .terminalTypeTooSimple(let name):
      "a terminal of type \"\(printable(name))\" cannot place the cursor; "
        + "try TERM=xterm-256color docket, or use a verb (docket help)"
    case .systemRefused(let what):
      "the terminal could not be opened: \(what)"
    }
  }
}

/// The text with everything but printable ASCII as `?`, at most 40 characters: it comes from
/// outside.
private func printable(_ text: String) -> String {
  String(
    text.unicodeScalars.prefix(40).map { (0x20..<0x7F).contains($0.value) ? Character($0) : "?" })
}
