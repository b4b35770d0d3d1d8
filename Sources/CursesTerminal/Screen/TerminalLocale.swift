package import Cells
import Glibc

/// Which characters the terminal takes, by the locale.
enum TerminalLocale {
  /// Sets the character type of the process and says whether it is UTF-8.
  ///
  /// Only `LC_CTYPE`: number and date formats of the process stay those of the C locale. Machines
  /// that name no locale at all get `C.UTF-8`, because their terminals are UTF-8 nonetheless; a
  /// locale that names another character set is believed.
  static func isUTF8() -> Bool {
    _ = unsafe setlocale(LC_CTYPE, "")
    switch codeset() {
    case "UTF-8": return true
    case "ANSI_X3.4-1968", "": return unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil
    default:
      _ = unsafe setlocale(LC_CTYPE, "C")
      return false
    }
  }

  private static func codeset() -> String {
    guard let name = unsafe nl_langinfo(nl_item(CODESET)) else { return "" }
    return unsafe String(cString: name)
  }
}

extension Glyphs {
  /// The characters for pictures on a terminal.
  ///
  /// - Parameters:
  ///   - terminal: The terminal's type.
  ///   - isUTF8: Whether it takes UTF-8.
  ///   - isPlain: Whether a screen reader reads it.
  package init(terminal: String, isUTF8: Bool, isPlain: Bool) {
    // The console of Linux takes UTF-8, but its fonts hold letters and no eighths or braille.
    self = isPlain ? .plain : isUTF8 && terminal != "linux" ? .unicode : .ascii
    repertoire = isUTF8 ? .unicode : .ascii
  }
}
