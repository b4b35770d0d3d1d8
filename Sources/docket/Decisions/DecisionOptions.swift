import ArgumentParser
import Billing
import Cells

/// What decisions of many verbs say.
///
/// An option has the name of the field that it fills. The office reads the texts, so that `nov 24`
/// means the same here and in a form.
struct DecisionOptions: ParsableArguments, FieldOptions {
  @Option(parsing: .unconditional, help: "A note; goes into the history.") var note: String?
  @Option(
    help: ArgumentHelp(
      "When it comes back: 2026-11-24, 11/24, nov 24, mon, 3d, +2w.", valueName: "day"))
  var followUp: String?
  @Option(
    help: ArgumentHelp(
      "Reason code of a write-off, of a withdrawal or of suspense.", valueName: "code"))
  var reason: String?
  @Option(help: ArgumentHelp("Where it is not all that is open.", valueName: "dollars"))
  var amount: String?
  @Option(help: "Level of the appeal, 1 to 5.", completion: .list(["1", "2", "3", "4", "5"]))
  var level: String?
  @Option(
    help: ArgumentHelp(
      "Claims contested together, to reach the amount in controversy.", valueName: "claims"))
  var together: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The good cause for which it counts after the last legal day.", valueName: "text"))
  var late: String?
  @Option(
    help: """
      How it ended. Of an appeal: \(AppealOutcome.allCases.map(\.rawValue).joined(separator: ", ")); \
      of a document request: \
      \(DocumentRequestResult.allCases.map(\.rawValue).joined(separator: ", ")).
      """)
  var outcome: String?
  @Option(help: ArgumentHelp("Date of the payer's letter.", valueName: "day")) var notice: String?
  @Option(help: ArgumentHelp("Whom to assign or defer to.", valueName: "user")) var to: String?
  @Option(
    help: ArgumentHelp(
      "The claim that it belongs to, by its control number, or from-remittance.",
      valueName: "claim"))
  var match: String?
  @Option(help: "What happened: letter, sent, result; asked, obtained, refused.")
  var step: String?
  @Option(help: ArgumentHelp("The day on which it happened.", valueName: "day")) var on: String?
  @Option(
    help: ArgumentHelp(
      "Any field of the verb; may be given several times.", valueName: "field=value"))
  var set: [String] = []

  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set(.note, note)
    try fields.set(.followUp, followUp)
    try fields.set(.reason, reason)
    try fields.set(.amount, amount)
    try fields.set(.level, level)
    try fields.set(.together, together)
    try fields.set(.late, late)
    try fields.set(.outcome, outcome)
    try fields.set(.notice, notice)
    try fields.set(.to, to)
    try fields.set(.match, match)
    try fields.set(.step, step)
    try fields.set(.on, on)
    for pair in set { try fields.set(pair: pair, "--set") }
  }
}

/// What a payer said on the phone or shows on its portal.
struct CallOptions: ParsableArguments, FieldOptions {
  @Option(help: "What the payer said: in-process, pended, not-on-file, paid, denied, …")
  var status: String?
  @Option(help: ArgumentHelp("Who answered.", valueName: "name")) var spokeTo: String?
  @Option(help: ArgumentHelp("Number of the call or of the request.", valueName: "text"))
  var reference: String?
  @Option(help: ArgumentHelp("The day by which they promised it.", valueName: "day"))
  var promised: String?
  @Option(help: ArgumentHelp("Check or trace number, where they paid.", valueName: "text"))
  var check: String?
  @Option(help: ArgumentHelp("Date of the check.", valueName: "day")) var checkDate: String?

  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set(.status, status)
    try fields.set(.spokeTo, spokeTo)
    try fields.set(.reference, reference)
    try fields.set(.promised, promised)
    try fields.set(.check, check)
    try fields.set(.checkDate, checkDate)
  }
}

/// Which payer gets the claim instead.
struct PayerOptions: ParsableArguments, FieldOptions {
  @Option(help: "Another payer instead, first, or this one with the first one's answer: answered.")
  var order: String?
  @Option(help: ArgumentHelp("The payer, as on the card.", valueName: "name")) var payer: String?
  @Option(help: ArgumentHelp("Its identifier for electronic claims.", valueName: "text"))
  var payerId: String?
  @Option(help: ArgumentHelp("Member ID of that coverage.", valueName: "text"))
  var memberId: String?
  @Option(help: ArgumentHelp("What the first payer paid.", valueName: "dollars")) var paid: String?
  @Option(help: ArgumentHelp("What it left to be paid.", valueName: "dollars"))
  var patientShare: String?
  @Option(help: ArgumentHelp("Date of its notice.", valueName: "day")) var paidOn: String?
  @Option(help: "The same bill as an earlier one, or another.") var bill: String?

  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set("order", order)
    try fields.set("payer", payer)
    try fields.set("payer-id", payerId)
    try fields.set("member-id", memberId)
    try fields.set("paid", paid)
    try fields.set("patient-share", patientShare)
    try fields.set("paid-on", paidOn)
    try fields.set(.bill, bill)
  }
}

/// What a letter says that asks for records, and how they were sent.
struct LetterOptions: ParsableArguments, FieldOptions {
  @Option(
    help: """
      Who asks: \(RecordsContractor.allCases.map(\.rawValue).joined(separator: ", ")).
      """, completion: .list(RecordsContractor.allCases.map(\.rawValue)))
  var contractor: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Which records it wants.", valueName: "text"))
  var asksFor: String?
  @Option(help: ArgumentHelp("The day that the letter names.", valueName: "day")) var due: String?
  @Option(help: ArgumentHelp("Lines that it speaks of; without it all.", valueName: "1,2"))
  var lines: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How the records went out, with the confirmation.", valueName: "text"))
  var how: String?

  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set("contractor", contractor)
    try fields.set("asks-for", asksFor)
    try fields.set("due", due)
    try fields.set("lines", lines)
    try fields.set("how", how)
  }
}

/// What decisions about orders, charges and special work say besides.
struct ChargeOptions: ParsableArguments, FieldOptions {
  @Option(help: "return: what is wrong.") var cause: OrderProblemCause?
  @Option(help: "return, hold: who must act.") var team: Team?
  @Option(
    help: ArgumentHelp("hold: the reason; see docket rules show hold-reason.", valueName: "code"))
  var holdReason: String?
  @Option(help: ArgumentHelp("hold: the person who must act.", valueName: "user"))
  var owner: String?
  @Option(help: ArgumentHelp("hold: when somebody looks at it again.", valueName: "day"))
  var review: String?
  @Flag(help: "hold: the months to come as well.") var agreement = false
  @Option(help: ArgumentHelp("release-hold: one hold; without it all.", valueName: "number"))
  var hold: String?
  @Flag(inversion: .prefixedNo, help: "release-hold: in all held months, or in this one alone.")
  var allMonths: Bool?
  @Option(parsing: .unconditional, help: "release-hold: what released it.") var evidence: String?
  @Option(
    help: ArgumentHelp(
      "contact: what the patient wants; fulfil: what was delivered.",
      valueName: "A7030=1,A7032=2"))
  var want: String?
  @Option(help: ArgumentHelp("contact: who asked for it.", valueName: "name")) var by: String?

  func fill(_ fields: inout TypedFields) throws(CommandFailure) {
    try fields.set("cause", cause?.rawValue)
    try fields.set("team", team?.rawValue)
    try fields.set("hold-reason", holdReason)
    try fields.set("owner", owner)
    try fields.set("review", review)
    try fields.set("agreement", agreement)
    try fields.set("hold", hold)
    try fields.set("all-months", allMonths.map { $0 ? "yes" : "no" })
    try fields.set("evidence", evidence)
    try fields.set(units: want, "--want")
    try fields.set("by", by)
  }
}

extension TypedFields {
  /// Notes units by code, `A7030=1,A7032=2`, each in a field of its own.
  ///
  /// - Throws: which piece is no code with its units.
  mutating func set(units text: String?, _ option: SafeText) throws(CommandFailure) {
    guard let text else { return }
    for answer in try SupplyAnswerArgument.read(text, option) {
      try set(DecisionField.Name(rawValue: "want:\(answer.code)"), String(answer.units))
    }
  }
}
