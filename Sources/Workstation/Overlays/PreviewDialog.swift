import Billing
import Cells
import Desk
import WorkEngine

/// What a decision about many items would do, before it is done.
struct PreviewDialog: Overlay {
  var preview: BulkPreview
  /// What will be done, in one sentence.
  var effect: SafeText
  /// Those of the marked that the filter hides.
  var hidden: Set<WorkItemID>
  /// The screen whose marks these are.
  var screen: Int
  var typed = TextField(limit: 9)
  var isSaving = false
  var error: SafeText?

  /// More items than this ask for their number to be typed.
  static let typedAbove = 100

  var mustType: Bool { preview.items.count > PreviewDialog.typedAbove }

  init(preview: BulkPreview, effect: SafeText, hidden: Set<WorkItemID>, screen: Int) {
    self.preview = preview
    self.effect = effect
    self.hidden = hidden
    self.screen = screen
  }

  var isConfirming: Bool { true }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    let rest = [HintLine.Hint(shell.glyphs.enterText, "do it"), HintLine.Hint("Esc", "stay")]
    return mustType ? [HintLine.Hint("type", "the number")] + rest : rest
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      workstation.shell.say(.info, "Nothing was done.")
      return .closes
    case .enter:
      if mustType, typed.text.filter(\.isNumber) != "\(preview.items.count)" {
        error =
          "Type \(preview.items.count) to go on, or Esc to stay."
        return .stays
      }
      isSaving = true
      workstation.shell.ask(
        DecideMany(preview.items, preview.entry), for: .decide,
        refused: { $0.refuseDecision($1.message) }, then: { $0.finishDecision($1) })
      return .stays
    case .paste: return .stays
    default:
      guard mustType, typed.handle(key) else { return .stays }
      error = nil
    }
    return .stays
  }

  /// The office refused it: what was typed stays.
  mutating func refuse(_ reason: SafeText) {
    isSaving = false
    error = reason
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let count = preview.items.count
    let width = min(76, canvas.frame.size.columns - 8)
    var body: [StyledText] = [
      StyledText(effect),
      StyledText(
        "\(Wording.count(count, "item")), \(Wording.money(preview.expected)) expected.",
        Style.text.bold), StyledText(),
    ]
    var grid = TextGrid([.leading, .leading, .trailing, .leading], indent: 2, flexible: 1)
    for row in preview.first.prefix(3) {
      grid.add([
        StyledText(canvas.privacy.identifier(row.reference)),
        StyledText(canvas.privacy.person(row.patient)),
        StyledText(Wording.money(row.item.expected)),
        hidden.contains(row.item.id)
          ? StyledText("hidden by the filter", .warning)
          : StyledText(SafeText(foreign: row.item.reasonCode), .muted),
      ])
    }
    body += grid.lines(width: width, glyphs: canvas.glyphs)
    if count > min(3, preview.first.count) {
      body.append(
        StyledText("  and \(Wording.count(count - min(3, preview.first.count), "other"))", .muted))
    }
    let hiddenCount = preview.items.filter { hidden.contains($0) }.count
    if hiddenCount > 0 {
      body.append(
        StyledText(
          "! \(Wording.count(hiddenCount, "item")) of these \(hiddenCount == 1 ? "is" : "are") hidden by the filter.",
          .warning))
    }
    body += refusals(canvas)
    if mustType {
      body.append(StyledText())
      body.append(
        StyledText("More than \(PreviewDialog.typedAbove): type \(count) and press Enter."))
    }
    if let error { body.append(StyledText("!! \(error)", .danger)) }
    if isSaving {
      body.append(StyledText("Saving\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted))
    }
    let box = Dialog(
      title: "\(foreign: preview.entry.verb.title)?", body: body,
      hints: hints(canvas.shell),
      roomBelow: mustType ? Size(columns: 12, rows: 1) : .zero)
    canvas.draw(box, in: canvas.frame.bounds)
    if mustType {
      var field = box.belowText(in: canvas.frame.bounds).line(0)
      field.columns = min(12, field.columns)
      typed.draw(
        into: &canvas.frame, rect: field, glyphs: canvas.glyphs, isFocused: !isSaving)
    }
  }

  private func refusals(_ canvas: Canvas) -> [StyledText] {
    let refused = preview.refused
    guard !refused.isEmpty else { return [] }
    var lines = [
      StyledText(), StyledText("\(Wording.count(refused.count, "item")) left alone:", .warning),
    ]
    for refusal in refused.prefix(3) {
      let line =
        StyledText("  \(canvas.privacy.identifier(refusal.reference))  ", .text)
        + StyledText(SafeText(foreign: refusal.reason), .muted)
      lines.append(line.cut(to: min(72, canvas.frame.size.columns - 8), glyphs: canvas.glyphs))
    }
    if refused.count > 3 {
      lines.append(StyledText("  and \(Wording.count(refused.count - 3, "other"))", .muted))
    }
    return lines
  }
}
