import Billing
import Cells

/// Something over the screen that takes the keys: a value in a file of its own.
///
/// It is called with the workstation as it stands, itself still on top. What is to happen once it has
/// closed it wishes of the shell.
protocol Overlay: Equatable, Sendable {
  /// Takes a key.
  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep

  /// The keys that work in it, for the last line.
  func hints(_ shell: Shell) -> [HintLine.Hint]

  func draw(on canvas: inout Canvas, over workstation: Workstation)

  /// What was typed is on its way to the office: keys wait for the answer.
  var isSaving: Bool { get }

  /// Whether Enter would save something; keys typed before it was seen never do that.
  var isConfirming: Bool { get }

  /// Whether something was typed that must not be lost.
  var isDirty: Bool { get }
}

/// What becomes of an overlay after a key.
enum OverlayStep: Sendable {
  case stays, closes
}

extension Overlay {
  var isSaving: Bool { false }
  var isConfirming: Bool { false }
  var isDirty: Bool { false }

  func isSame(as other: any Overlay) -> Bool { (other as? Self) == self }
}

extension Canvas {
  /// Draws an empty box in the middle.
  ///
  /// - Returns: the room inside.
  mutating func box(_ title: SafeText, room: Size) -> Rect {
    let bounds = Terminal.body(of: frame.size)
    let rect = bounds.centred(
      Size(
        columns: min(max(room.columns, title.columns + 4) + 4, bounds.columns - 2),
        rows: min(room.rows + 2, bounds.rows)))
    frame.fill(rect)
    draw(Box(title: StyledText(title, .title)), in: rect)
    return Box.inner(of: rect).inset(columns: 1)
  }
}
