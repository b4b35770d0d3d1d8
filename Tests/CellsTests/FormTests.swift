import Cells
import Testing

@Suite struct FormTests {
  private var form: Form {
    Form([
      .init(
        "code", "Result", .choice(["Paid", "Denied again", "Appealed"], selected: 1),
        hint: "What the payer said"),
      .init("until", "Follow up", .date(TextField("2026-11-24"))),
      .init("amount", "Amount", .money(TextField())),
      .init("note", "Note", .text(TextField(placeholder: "optional"))),
      .init("all", "All", .toggle(false)),
    ])
  }

  private func play(_ keys: String) throws -> (form: Form, last: Form.Outcome) {
    var form = form
    var last = Form.Outcome.ignored
    for key in try Key.sequence(parsing: keys) { last = form.handle(key) }
    return (form, last)
  }

  @Test(
    "keys",
    arguments: [
      ("<tab>", Form.Outcome.moved, 1), ("<s-tab>", .moved, 4), ("<down> <down> <up>", .moved, 1),
      ("<enter>", .submitted, 0), ("<tab> <enter>", .submitted, 1), ("<esc>", .cancelled, 0),
      ("<f5>", .ignored, 0), ("<right>", .edited, 0),
      ("<tab> <tab> <tab> <tab> <tab>", .moved, 0),
    ])
  func keys(keys: String, outcome: Form.Outcome, focus: Int) throws {
    let (form, last) = try play(keys)
    #expect(last == outcome)
    #expect(form.focus == focus)
  }

  @Test(
    "values",
    arguments: [
      ("<right>", "code", "Appealed"), ("<right> <right>", "code", "Paid"),
      ("<left>", "code", "Paid"), ("<end>", "code", "Appealed"), ("a", "code", "Appealed"),
      ("z", "code", "Denied again"), ("<space>", "code", "Appealed"),
      ("<tab> <c-u> + 3 d", "until", "+3d"), ("<tab> <c-u> !", "until", ""),
      ("<tab> <tab> 1 2 x . 5 0", "amount", "12.50"),
      ("<tab> <tab> <tab> h i", "note", "hi"),
      ("<s-tab> <space>", "all", "yes"), ("<s-tab> y n", "all", "no"),
    ])
  func values(keys: String, field: String, value: String) throws {
    #expect(try play(keys).form.text(field) == value)
  }

  @Test func askingForValues() throws {
    let form = try play("<tab> <tab> 1 2 . 5 0 <s-tab> <s-tab> <s-tab> <space>").form
    #expect(form.cents("amount") == 1250)
    #expect(form.choice("code") == 1)
    #expect(form.isOn("all"))
    #expect(form.cents("note") == nil)
    #expect(form["nothing"] == nil)
    #expect(form.text("nothing") == "")
  }

  @Test func aPastedLineEndNeverSubmits() throws {
    var form = form
    form.moveFocus(to: "note")
    #expect(form.handle(.paste("one\ntwo\n")) == .edited)
    #expect(form.text("note") == "one two")
    form.moveFocus(to: "amount")
    #expect(form.handle(.paste("1,234.56\n")) == .edited)
    #expect(form.cents("amount") == 123_456)
  }

  @Test func errorsStandBelowTheirFieldUntilItIsEdited() {
    var form = form
    form.setError("a date in the past", on: "until")
    #expect(form.hasErrors)
    form.focusFirstError()
    #expect(
      drawn(form, 40, 9) == [
        "Result     Denied again",
        "Follow up  2026-11-24",
        "           ! a date in the past",
        "Amount",
        "Note       optional",
        "All        [ ] no",
        "", "", "",
      ])
    #expect(styles(frame(form, 40, 9), row: 1) == ["0-8 accent", "11-26 error-field"])
    #expect(form.handle(.backspace) == .edited)
    #expect(!form.hasErrors)
  }

  @Test func theFieldWithTheFocusIsMarkedAndExplained() {
    let frame = frame(form, 40, 7)
    #expect(frame.lines[0] == "Result     ← Denied again →  2/3")
    #expect(frame.lines[6] == "What the payer said")
    #expect(frame.cursor == Point(column: 11, row: 0))
  }

  @Test func theFieldWithTheFocusIsInSight() throws {
    let (form, _) = try play("<s-tab>")
    #expect(drawn(form, 40, 2) == ["Note       optional", "All        [ ] no"])
  }

  @Test func choicesOfNothing() {
    var form = Form([.init("a", "A", .choice([], selected: 0))])
    #expect(form.handle(.right) == .ignored)
    #expect(form.text("a") == "")
    #expect(form.handle(.tab) == .ignored)
  }
}
