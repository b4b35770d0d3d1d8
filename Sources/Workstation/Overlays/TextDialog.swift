import Cells

/// Text that could not be put on the clipboard, to be copied by hand.
struct TextDialog: Overlay {
  var title: SafeText
  /// Foreign text.
  var text: String

  func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    [.escape, .enter, .character("q")].contains(key) ? .closes : .stays
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] { [HintLine.Hint("Esc", "close")] }

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    canvas.draw(
      Dialog(title: title, body: SafeText.lines(foreign: text).map { StyledText($0) }),
      in: canvas.frame.bounds)
  }
}
