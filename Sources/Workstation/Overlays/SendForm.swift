import Billing
import Cells
import Desk

/// The form that sends a group: its count and its total are typed, and must be right.
struct SendForm: Overlay {
  var group: SendingGroup
  var fields: [FormField]
  var focus = 0
  var isSaving = false
  /// Why nothing was sent.
  var error: SafeText?

  init(group: SendingGroup) {
    self.group = group
    fields = [
      FormField("claims", "Claims", help: "How many claims go out, as the board says."),
      FormField("total", "Total", help: "Their total charge, as 1234.56."),
    ]
  }

  /// What is typed.
  ///
  /// - Throws: ``FieldFault`` that names the field that is wrong, and why.
  func request() throws(FieldFault) -> SendingRequest {
    let count = fields[0].trimmed.filter { $0 != "," }
    guard let claims = count.wholeNumber, claims > 0 else {
      throw FieldFault("claims", "Type the number of claims that go out.")
    }
    guard let total = Cents(typed: fields[1].trimmed), total > .zero else {
      throw FieldFault("total", "Type their total, as 1234.56.")
    }
    // A wrong number is said here at once; the office compares again before anything goes out.
    guard claims == group.claims else {
      throw FieldFault(
        "claims",
        "\(MoneyText.count(claims)) is not what would go out: look at the group again.")
    }
    guard total == group.total else {
      throw FieldFault(
        "total", "\(total) is not the total of the group: look at it again.")
    }
    return SendingRequest(payer: group.payer, typedClaims: claims, typedTotal: total)
  }

  mutating func complain(_ fault: FieldFault) {
    guard let index = fields.firstIndex(where: { $0.name == fault.field }) else { return }
    fields[index].error = SafeText(foreign: fault.message)
    focus = index
  }

  var isConfirming: Bool { true }

  func hints(_ shell: Shell) -> [HintLine.Hint] {
    isSaving
      ? [HintLine.Hint("", "Sending")]
      : [
        HintLine.Hint("type", "count and total"), HintLine.Hint(shell.glyphs.enterText, "send"),
        HintLine.Hint("Esc", "stay"),
      ]
  }

  mutating func press(_ key: Key, over workstation: inout Workstation) -> OverlayStep {
    switch key {
    case .escape:
      workstation.shell.say(.info, "Nothing was sent.")
      return .closes
    case .enter:
      do throws(FieldFault) {
        let request = try request()
        isSaving = true
        error = nil
        workstation.shell.ask(
          SendGroup(request), for: .send, refused: { $0.refuseSending($1.message) },
          then: { $0.finishSending($1) })
      } catch {
        complain(error)
      }
    case .tab, .down: focus = (focus + 1) % fields.count
    case .backTab, .up: focus = (focus + fields.count - 1) % fields.count
    // What leaves the house is typed by a person.
    case .paste: return .stays
    default:
      guard fields[focus].handle(key) else { return .stays }
      error = nil
    }
    return .stays
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, over workstation: Workstation) {
    let bounds = Terminal.body(of: canvas.frame.size)
    let width = min(70, bounds.columns - 2)
    var lines = [
      StyledText("To ", .muted)
        + StyledText(SafeText(foreign: group.payerName), Style.text.bold)
        + StyledText(" through \(foreign: group.clearinghouse)", .muted),
      StyledText(
        "\(Wording.count(group.claims, "claim")), \(Wording.count(group.lines, "line")), \(Wording.money(group.total))"
      ),
    ]
    if group.secondary > 0 {
      let claims = Wording.count(group.secondary, "claim")
      lines.append(
        StyledText("  \(claims) to a next payer, with the answer of the one before", .muted))
    }
    if group.warnings > 0 {
      lines.append(
        StyledText("! \(Wording.count(group.warnings, "warning")); nothing stops it", .warning)
      )
    }
    lines.append(
      StyledText("It leaves the house: type its count and its total.", .muted))
    let text = Paragraph(lines, hanging: 2).wrapped(width: width - 6)
    var help: [StyledText] = []
    if let error {
      help += Paragraph([StyledText("!! \(error)", .danger)], hanging: 3).wrapped(width: width - 6)
    } else if isSaving {
      help.append(StyledText("Sending\(SafeText(glyph: canvas.glyphs.ellipsis))", .muted))
    } else {
      let field = fields[focus]
      help.append(
        field.error.map { StyledText("! \($0)", .danger) } ?? StyledText(field.help, .muted))
    }
    let rect = bounds.centred(
      Size(columns: width, rows: text.count + fields.count + help.count + 4))
    canvas.frame.fill(rect)
    canvas.draw(Box(title: StyledText("Send the batch", .title)), in: rect)
    let inner = Box.inner(of: rect).inset(columns: 2)
    for (index, line) in text.enumerated() { canvas.write(line, in: inner.line(index)) }
    for (index, field) in fields.enumerated() {
      let row = inner.line(text.count + 1 + index)
      let isFocused = index == focus
      canvas.write(
        field.label, in: row,
        style: field.error != nil ? .danger : isFocused ? Style.text.bold : .muted)
      let value = Rect(column: row.column + 10, row: row.row, columns: 18, rows: 1)
      field.field.draw(
        into: &canvas.frame, rect: value, glyphs: canvas.glyphs,
        isFocused: isFocused && !isSaving,
        style: field.error != nil ? Style(.errorField) : .input)
    }
    for (index, line) in help.enumerated() {
      canvas.write(line, in: inner.line(text.count + fields.count + 2 + index))
    }
  }
}

extension Workstation {
  fileprivate mutating func finishSending(_ outcome: SendingOutcome) {
    if overlays.last is SendForm { overlays.removeLast() }
    shell.say(
      .good,
      "\(foreign: outcome.message) File \(foreign: outcome.file.lastPathPart).")
    reloadVisible()
  }

  /// The office sent nothing: the form stays, and the board is read again.
  fileprivate mutating func refuseSending(_ reason: String) {
    let text = SafeText(foreign: reason)
    shell.say(.error, text)
    changeOverlay(as: SendForm.self) { form, _ in
      form.isSaving = false
      form.error = text
    }
    reloadVisible()
  }
}
