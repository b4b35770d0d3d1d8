/// Where a person was when they left, kept from one start to the next.
///
/// As text it is a line that names its version, the name of the screen, then a word a line:
/// `filter payer:medicare`. What a program does not know begins at home.
package struct LastPlace: Equatable, Sendable {
  /// The name of the screen.
  var screen: String
  /// What it showed, by names of its own; none is empty.
  var words: [String: String]

  private static let version = "docket place 1"
  /// The longest text that is read, in bytes.
  private static let longest = 8_192

  init(screen: String, words: [String: String] = [:]) {
    self.screen = screen
    self.words = words.filter { !$0.value.isEmpty }
  }

  /// Reads what ``text`` says; nil for what is garbled or of another version.
  package init?(_ text: String) {
    guard text.utf8.count <= LastPlace.longest else { return nil }
    var lines = text.split(separator: "\n")[...]
    guard lines.popFirst().map(String.init) == LastPlace.version else { return nil }
    var found: [String: String] = [:]
    for line in lines {
      guard let blank = line.firstIndex(of: " ") else { return nil }
      found[String(line[..<blank])] = String(line[line.index(after: blank)...])
    }
    guard let screen = found.removeValue(forKey: "screen") else { return nil }
    self.init(screen: screen, words: found)
  }

  /// As it is kept.
  package var text: String {
    let lines = words.sorted { $0.key < $1.key }
      .map { "\($0.key) \(LastPlace.inOneLine($0.value))" }
    return ([LastPlace.version, "screen \(screen)"] + lines).joined(separator: "\n") + "\n"
  }

  private static func inOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

extension Workstation {
  /// Where the person is: the nearest screen that can be come back to.
  ///
  /// Who closes one screen after another to leave was where the first of them was closed.
  package var lastPlace: LastPlace { recall.leaving ?? placeOnTop }

  var placeOnTop: LastPlace {
    for entry in screens.all.reversed() {
      if let screen = entry.screen as? any KeptScreen, let words = screen.kept {
        return LastPlace(screen: screen.context.name, words: words)
      }
    }
    return LastPlace(screen: CommandContext.home.name)
  }

  /// Goes where the person was; false where that is no place any more.
  mutating func goBack(to place: LastPlace) -> Bool {
    guard let type = Screens.all.first(where: { $0.context.name == place.screen }),
      let kept = (type as? any KeptScreen.Type)?.init(kept: place.words, shell.settings)
    else { return false }
    if kept is HomeScreen {
      screens.top.screen = kept
      reloadVisible()
    } else {
      go(to: kept)
    }
    return true
  }
}
