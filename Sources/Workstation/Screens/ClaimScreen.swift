import Billing
import Cells
import Desk

extension CommandContext {
  static let claim = CommandContext("claim", "Claim")
}

/// One claim for reading, whether or not it needs work.
struct ClaimScreen: TextScreen, RemittanceSource {
  static let context = CommandContext.claim
  static let abilities: ScreenAbilities = .record
  static let headingRows = 3

  var claim: ClaimID
  var number: String
  var page: ClaimPage?
  var scrolled = 0

  init(claim: ClaimID, number: String) {
    self.claim = claim
    self.number = number
  }

  func crumb(_ privacy: Privacy) -> SafeText { privacy.identifier(number) }

  func read(_ shell: inout Shell) {
    shell.ask(ReadClaim(claim), for: .page) { (screen: inout Self, page, _) in screen.page = page }
  }

  func open(_ shell: inout Shell) {
    if let item = page?.item { shell.openItem(item, queue: nil) }
  }

  func refusalToOpen(_ shell: Shell) -> SafeText? {
    guard let page else { return "the claim is being read" }
    return page.item == nil ? "no work is left on this claim" : nil
  }

  var remittance: RemittanceID? { page?.detail.adjudications.last?.remittance }

  var refusalToOpenRemittance: SafeText? {
    if page == nil { return "the claim is being read" }
    return remittance == nil ? "no remittance spoke of this claim yet" : nil
  }

  var record: Record? {
    page.map {
      Record(
        reference: $0.detail.claim.controlNumber, patient: $0.detail.claim.patient.listName,
        amount: $0.open, payerNumber: $0.detail.claim.payerControlNumber)
    }
  }

  // MARK: Drawing

  func lines(_ shell: Shell, width: Int) -> [StyledText] {
    guard let page else { return [] }
    let facts = ClaimFacts(
      detail: page.detail, owner: nil, contacts: page.contacts, privacy: shell.privacy,
      glyphs: shell.glyphs, today: shell.settings.today, width: width)
    return text(of: [
      ("Lines", facts.lines()), ("Claim", facts.facts()), ("Sent", facts.sendings()),
      ("The payer's answers", facts.answers()), ("Proof of timely filing", facts.proofLines()),
      (
        "History, newest first",
        HistoryLines(
          entries: page.timeline, privacy: shell.privacy, today: shell.settings.today, width: width
        ).lines()
      ),
    ])
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let page else { return }
    let area = rect.inset(columns: 1)
    let claim = page.detail.claim
    let head =
      StyledText(canvas.privacy.person(claim.patient.listName), .title)
      + StyledText("  \(foreign: claim.payer.name)")
    canvas.write(
      left: head, right: StyledText("\(Wording.money(page.open)) open", Style.text.bold),
      in: area.line(0))
    canvas.write(
      left: StyledText(SafeText(foreign: page.state.capitalizedFirst), .accent),
      right: page.item == nil
        ? StyledText("to read: no work is left on it", .muted)
        : StyledText("\(canvas.glyphs.enterText) opens the work", .muted), in: area.line(1))
    drawText(on: &canvas, in: area)
  }
}
