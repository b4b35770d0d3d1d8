import Cells

/// A dialog that is answered with yes or no.
protocol YesNoDialog: Overlay {
  /// What yes does, in words for the last line.
  static var yes: SafeText { get }

  /// Does what was asked.
  mutating func agree(over workstation: inout Workstation) -> OverlayStep
}

extension YesNoDialog {
  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .enter, .character("y"): agree(over: &workstation)
    case .escape, .character("n"), .character("q"): .closes
    default: .stays
    }
  }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    [HintLine.Hint(shell.glyphs.enterText, Self.yes), HintLine.Hint("Esc", "stay")]
  }
}
