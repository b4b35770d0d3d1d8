/// One message: what was done, or what is wrong.
package struct MessageLine: Drawable, Hashable {
  /// How much it matters.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case info, good, warning, error

    /// The role of its text.
    package var role: Role {
      switch self {
      case .info: .text
      case .good: .good
      case .warning: .warning
      case .error: .danger
      }
    }
  }

  /// How much it matters.
  package var kind: Kind
  /// The message.
  package var text: SafeText

  /// A message.
  package init(_ kind: Kind, _ text: SafeText) {
    self.kind = kind
    self.text = text
  }

  package func draw(into frame: inout Frame, rect: Rect, glyphs: Glyphs) {
    let sign: SafeText =
      switch kind {
      case .info, .good: .empty
      case .warning: "! "
      case .error: "!! "
      }
    frame.write(
      sign + text, in: rect.line(0).intersection(frame.bounds), style: Style(kind.role),
      glyphs: glyphs)
  }
}
