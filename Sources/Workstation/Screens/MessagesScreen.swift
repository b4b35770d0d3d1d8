import Billing
import Cells

extension CommandContext {
  static let messages = CommandContext("messages", "Messages")
}

extension CommandName {
  static let messages = CommandName("messages")
}

/// Everything that was said.
struct MessagesScreen: Screen {
  static let context = CommandContext.messages
  static let commands = [
    Command(
      .messages, "Messages", help: "Lists everything this program said since it was started.",
      keys: [[.character("g"), .character("m")]], synonyms: ["log", "errors"], group: .places,
      run: Command.opens { MessagesScreen() })
  ]

  /// Rows scrolled out at the top.
  var scrolled = 0

  mutating func move(_ step: ListMove, _ shell: inout Shell) {
    scrolled = step.scrolled(
      from: scrolled, height: shell.bodyHeight,
      rows: lines(shell, width: shell.size.columns - 2).count)
  }

  /// Everything that was said, newest first.
  private func lines(_ shell: Shell, width: Int) -> [StyledText] {
    shell.log.entries.reversed().flatMap { entry -> [StyledText] in
      let time: SafeText =
        entry.at.rawValue > 0 ? SafeText(foreign: shell.local(entry.at).hourAndMinute) : "     "
      let sign: SafeText =
        switch entry.kind {
        case .info, .good: "  "
        case .warning: "! "
        case .error: "!!"
        }
      let line =
        StyledText("\(time) ", .muted) + StyledText("\(sign) ", Style(entry.kind.role))
        + StyledText(shell.privacy.sentence(entry.text), Style(entry.kind.role))
      return Paragraph([line], hanging: 9).wrapped(width: width)
    }
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let area = rect.inset(columns: 1)
    let lines = lines(canvas.shell, width: area.columns)
    guard !lines.isEmpty else {
      canvas.writeEmpty(["Nothing was said yet."], in: rect)
      return
    }
    canvas.draw(lines, scrolled: scrolled, in: area)
    if canvas.isFocused { canvas.frame.cursor = area.origin }
  }
}
