// What decisions of the order side say besides, read from the options of `docket act`.

import Billing
import Cells
import Desk
import Operations

extension DecisionReader {
  /// The details of a verb as typed; what is missing, the office says.
  func details(_ verb: DecisionVerb) throws -> DecisionDetails {
    let typed = command.orderSide
    switch verb {
    case .returnOrder:
      return typed.cause.map { .problem($0, typed.team ?? $0.team) } ?? .none
    case .hold:
      guard let reason = typed.holdReason else { return .none }
      return .hold(
        try HoldPlacing(
          reason: reason, team: typed.team, owner: typed.owner, review: typed.review,
          isForAgreement: typed.agreement, detail: command.note
        ).entry(office))
    case .releaseHold:
      return .release(
        typed.hold.map { HoldID($0) }, allMonths: typed.allMonths, evidence: typed.evidence)
    case .attachDocument:
      return try command.document.draft(today: office.today).map { .document($0) } ?? .none
    case .correctCharge:
      return .charge(
        try ChargeCorrectionReader(detail: detail, today: office.today)
          .corrections(command.correct))
    case .contactPatient:
      return .answers(try SupplyAnswerArgument.read(typed.want), requestedBy: typed.by)
    case .fulfil:
      return try day(typed.on).map { .fulfilment(on: $0, []) } ?? .none
    case .pickUp: return try day(typed.on).map { .pickup($0) } ?? .none
    default: return .none
    }
  }

  private func day(_ text: String?) throws(CommandFailure) -> Day? {
    try DayArgument.readPast(text, "--on", today: office.today)
  }
}

/// Reads `--correct FIELD=VALUE` where it is about a charge.
struct ChargeCorrectionReader {
  let detail: ItemDetail
  let today: Day

  /// The corrections in the order in which they were typed; both days of service are one.
  ///
  /// - Throws: which field is none of a charge, or which value does not fit it.
  func corrections(_ texts: [String]) throws(CommandFailure) -> [ChargeCorrection] {
    var corrections: [ChargeCorrection] = []
    var from: Day?
    var through: Day?
    for text in texts {
      guard let equals = text.firstIndex(of: "=") else { throw unknown(text) }
      let value = String(text[text.index(after: equals)...])
      switch text[..<equals] {
      case "modifiers": corrections.append(.modifiers(words(value)))
      case "units":
        guard let units = Int(value), (1...9999).contains(units) else {
          throw CommandFailure("--correct units: \"\(foreign: value)\" is no number of units")
        }
        corrections.append(.units(units))
      case "amount":
        guard let amount = Cents(typed: value) else {
          throw CommandFailure("--correct amount: \"\(foreign: value)\" is no amount in dollars")
        }
        corrections.append(.amount(amount))
      case "serial": corrections.append(.serialNumber(value))
      case "narrative": corrections.append(.narrative(value))
      case "authorization": corrections.append(.authorizationNumber(value))
      case "pointers":
        let places = words(value).map { Int($0) }
        guard !places.isEmpty, !places.contains(nil) else {
          throw CommandFailure("--correct pointers: write the places of the diagnoses, such as 1,2")
        }
        corrections.append(.diagnosisPointers(places.compactMap(\.self)))
      case "from": from = try DayArgument.read(value, "--correct from", today: today)
      case "through": through = try DayArgument.read(value, "--correct through", today: today)
      default: throw unknown(text)
      }
    }
    if from != nil || through != nil, case .charge(let charge)? = detail.orderSide {
      corrections.append(
        .service(
          from: from ?? charge.charge.serviceFrom, through: through ?? charge.charge.serviceThrough)
      )
    }
    return corrections
  }

  private func words(_ text: String) -> [String] {
    text.split { " ,".contains($0) }.map { $0.uppercased() }
  }

  private func unknown(_ text: String) -> CommandFailure {
    CommandFailure(
      """
      --correct \"\(foreign: text)\": for a charge use modifiers=, units=, amount=, serial=, \
      narrative=, authorization=, pointers=, from= or through=
      """)
  }
}
