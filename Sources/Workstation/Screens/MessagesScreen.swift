import Billing
import Cells

extension CommandContext {
  static let messages = CommandContext("messages", "Messages")
}

extension CommandName {
  static let messages = CommandName("messages")
}

/// Everything that was said.
struct MessagesScreen: TextScreen {
  static let context = CommandContext.messages
  static let commands = [
    Command(
      .messages, "Messages", help: "Lists everything this program said since it was started.",
      keys: [[.character("g"), .character("m")]], synonyms: ["log", "errors"], group: .places,
      run: Command.opens { MessagesScreen() })
  ]

  static let headingRows = 0

  var scrolled = 0

  /// Everything that was said, newest first.
  func lines(_ shell: Shell, width: Int) -> [StyledText] {
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
    guard !canvas.shell.log.entries.isEmpty else {
      canvas.writeEmpty(["Nothing was said yet."], in: rect)
      return
    }
    drawText(on: &canvas, in: area)
  }
}
