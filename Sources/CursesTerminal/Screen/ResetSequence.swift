import CCurses

/// The bytes that give a terminal back after a crash, made while there is still time to make them.
enum ResetSequence {
  /// Switches off what this program switches on: pasting in brackets and the mouse.
  static let modesOff = "\u{1B}[?2004l" + mouseOff

  /// Switches on pasting in brackets.
  static let modesOn = "\u{1B}[?2004h"

  /// Clicks and the wheel, in SGR form.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// The modes off, then keypad mode, colours, the hidden cursor and the second screen.
  ///
  /// The terminal's description, which must be loaded, says how the latter are undone.
  static func ofLoadedTerminal() -> String {
    ["rmkx", "sgr0", "op", "cnorm", "rmcup"].reduce(modesOff) { bytes, name in
      guard let text = unsafe shim_capability(name) else { return bytes }
      return unsafe bytes + withoutPadding(String(cString: text))
    } + "\r\n"
  }

  /// The text without padding times, which terminfo writes as `$<5/>`.
  static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "$") {
      let tail = rest[rest.index(after: start)...]
      guard tail.first == "<", let end = tail.firstIndex(of: ">") else {
        result += rest[...start]
        rest = tail
        continue
      }
      result += rest[..<start]
      rest = tail[tail.index(after: end)...]
    }
    return result + rest
  }
}
