package import Billing

/// Takes money that a patient gave.
struct TakePayment: Verb {
  let name = DecisionVerb.payment
  let title = "Patient payment"
  let help =
    "Takes a patient's payment, for the oldest line first or as said; what is too much becomes a "
    + "credit of the patient."
  let subjects: Set<SubjectKind> = [.patient]
  let traits: VerbTraits = [.moves, .afterwards]
  let argument: (field: DecisionField.Name, words: String)? = (.amount, "AMOUNT")

  func fields(in situation: Situation) -> [DecisionField] {
    [
      DecisionField(
        .amount, "Amount", situation.patient?.open.positivePlain ?? "", help: "What was received."),
      DecisionField(
        "method", "How", "check",
        choices: PatientPayment.Method.allCases.map { .init($0.rawValue, $0.rawValue) },
        help: "Left and right choose."),
      DecisionField(
        "number", "Number", "", .required, when: .init("method", "check", "card"),
        help: "Of the check, or of the receipt; never the number of a card."),
      DecisionField(
        .on, "Received on", situation.today.description, help: "The day on which it came."),
      DecisionField(
        "lines", "For lines", placeholder: "the oldest first",
        help: "CLAIM:LINE=AMOUNT, several with blanks; empty for the oldest line first."),
    ]
  }

  func read(_ fields: inout FieldReader) throws(FieldFault) -> Decision.Act {
    guard let amount = try fields.cents(.amount) else {
      throw FieldFault(.amount, "Say how much was received.")
    }
    guard let method = try fields.word("method", of: PatientPayment.Method.self) else {
      throw FieldFault("method", "Say how it was paid: cash, check or card.")
    }
    return .payment(
      PatientPayment(
        amount: amount, method: method, number: try number(method, &fields),
        on: try fields.requiredDay(.on, .past, "Say when it was received."),
        parts: try parts(&fields)))
  }

  private func number(
    _ method: PatientPayment.Method, _ fields: inout FieldReader
  ) throws(FieldFault) -> String {
    if method == .cash { return "" }
    _ = try fields.required("number", "Give the number of the check, or of the card's receipt.")
    return try fields.text("number", upTo: 40, "A number")
  }

  private func parts(_ fields: inout FieldReader) throws(FieldFault) -> [PatientPayment.Part] {
    var parts: [PatientPayment.Part] = []
    for word in fields.text("lines").split(whereSeparator: { $0 == " " || $0 == "," }) {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      let place = sides.first.flatMap { $0.lastIndex(of: ":") }
      guard sides.count == 2, let place,
        let line = String(sides[0][sides[0].index(after: place)...]).wholeNumber,
        let amount = Cents(typed: sides[1]), amount > .zero,
        amount.rawValue <= Cents.largestFromOutside
      else { throw FieldFault("lines", "\"\(word)\": write CLAIM:LINE=AMOUNT, as A1001:1=20.00.") }
      parts.append(
        PatientPayment.Part(claim: String(sides[0][..<place]), line: line, amount: amount))
    }
    return parts
  }

  func write(_ act: Decision.Act, to fields: inout FieldWriter) {
    guard case .payment(let payment) = act else { return }
    fields.set(.amount, payment.amount)
    fields.set("method", payment.method)
    fields.set("number", payment.number)
    fields.set(.on, payment.on)
    fields.set(
      "lines",
      payment.parts.map { "\($0.claim):\($0.line)=\($0.amount.plain)" }.joined(separator: " "))
  }

  func fault(of decision: Decision, in situation: Situation) -> FieldFault? {
    guard case .payment(let payment) = decision.act, let story = situation.patient else {
      return nil
    }
    if payment.method == .card, PatientPayment.isCardNumber(payment.number) {
      return FieldFault("number", "Never keep the number of a card: give that of the receipt.")
    }
    if payment.parts.map(\.amount).total() > payment.amount {
      return FieldFault("lines", "The lines take more than the \(payment.amount) received.")
    }
    for part in payment.parts {
      guard let debt = story.debt(part) else {
        return FieldFault(
          "lines", "The patient owes nothing on line \(part.line) of \(part.claim).")
      }
      let same = payment.parts.filter { $0.claim == part.claim && $0.line == part.line }
      if same.map(\.amount).total() > debt.amount {
        return FieldFault(
          "lines", "Line \(part.line) of \(part.claim) has \(debt.amount) open with the patient.")
      }
    }
    return nil
  }
}

extension PatientStory {
  /// The debt that a part of a payment is for.
  fileprivate func debt(_ part: PatientPayment.Part) -> PatientDebt? {
    debts.first { $0.controlNumber == part.claim && $0.number == part.line }
  }

  /// Which debt gets how much of an amount: as said, then the oldest line first of those that may be
  /// asked for; and what is left.
  package func allocation(
    of amount: Cents, _ parts: [PatientPayment.Part] = [], rules: RuleBook
  ) -> (shares: [(debt: PatientDebt, amount: Cents)], rest: Cents) {
    var open = debts.map(\.amount)
    var given = [Cents](repeating: .zero, count: debts.count)
    var rest = amount
    func give(_ most: Cents, to index: Int) {
      let share = min(most, open[index], rest)
      guard share > .zero else { return }
      open[index] -= share
      given[index] += share
      rest -= share
    }
    for part in parts {
      if let index = debts.firstIndex(where: {
        $0.controlNumber == part.claim && $0.number == part.line
      }) {
        give(part.amount, to: index)
      }
    }
    for index in debts.indices where debts[index].protection(rules: rules) == nil {
      give(open[index], to: index)
    }
    return (zip(debts, given).filter { $0.1 > .zero }.map { ($0.0, $0.1) }, rest)
  }
}
