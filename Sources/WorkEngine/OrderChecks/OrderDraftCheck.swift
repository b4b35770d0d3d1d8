package import Billing

/// Whether an order as given can be one at all, from a file or from the screen.
///
/// What it refuses would make no order; what only keeps an order from being billed is for the
/// checks (`OrderChecks`), which leave the order in its queue.
package enum OrderDraftCheck {
  /// Most items of an order.
  package static let mostLines = 500

  /// What is implausible in a draft; an error refuses the whole order.
  ///
  /// - Parameters:
  ///   - draft: The order as given.
  ///   - line: First line of the order in its file, nil for the screen.
  ///   - today: Nothing may have happened after it.
  /// - Returns: All problems; only errors refuse the order.
  package static func problems(
    in draft: OrderDraft, line: Int? = nil, on today: Day
  ) -> [OrderInputProblem] {
    var found = Found(line: line)
    checkIdentity(draft, &found, today)
    checkDates(draft, &found, today)
    checkCoverages(draft, &found)
    checkLines(draft, &found)
    return found.problems
  }

  private struct Found {
    var line: Int?
    var problems: [OrderInputProblem] = []

    mutating func error(_ column: String, _ message: String) {
      problems.append(OrderInputProblem(line: line, column: column, message: message))
    }

    mutating func warning(_ column: String, _ message: String) {
      problems.append(
        OrderInputProblem(line: line, column: column, message: message, isError: false))
    }
  }

  private static let earliestBirth = 1900
  /// Nothing older can still be billed or appealed.
  private static let earliestService = 2000

  private static func checkIdentity(_ draft: OrderDraft, _ found: inout Found, _ today: Day) {
    if draft.number.isEmpty { found.error("order_number", "The order has no number.") }
    if draft.patient.lastName.isEmpty {
      found.error("patient_last_name", "The patient has no last name.")
    }
    if draft.patient.firstName.isEmpty {
      found.error("patient_first_name", "The patient has no first name.")
    }
    if let birth = draft.patient.birthDate {
      if birth > today {
        found.error("patient_birth_date", "The birth date lies ahead: " + birth.description + ".")
      } else if birth.year < earliestBirth {
        found.error(
          "patient_birth_date", "The birth date is before 1900: " + birth.description + ".")
      }
    } else {
      found.warning("patient_birth_date", "The patient has no birth date.")
    }
    if let npi = draft.prescriber?.npi, !npi.isEmpty, !NationalProviderIdentifier.isValid(npi) {
      found.warning(
        "prescriber_npi", "The prescriber's NPI is not valid: its check digit is wrong.")
    }
    if draft.diagnoses.count > 12 {
      found.error("diagnoses", "An order has at most 12 diagnoses.")
    }
  }

  private static func checkDates(_ draft: OrderDraft, _ found: inout Found, _ today: Day) {
    let delivery = draft.delivery
    let dates = [
      ("ordered", draft.orderedOn), ("delivered", delivery.deliveredOn),
      ("shipped", delivery.shippedOn),
    ]
    for case (let column, let day?) in dates {
      if day > today {
        found.error(column, "The date lies ahead: " + day.description + ".")
      } else if day.year < earliestService {
        found.error(column, "The date is too long ago: " + day.description + ".")
      }
    }
    if let birth = draft.patient.birthDate, let served = delivery.servedOn, served < birth {
      found.error("delivered", "It was delivered before the patient's birth date.")
    }
    if let ordered = draft.orderedOn, let served = delivery.servedOn, ordered - served > 366 {
      found.error(
        "ordered", "It was delivered more than a year before it was ordered; one date is wrong.")
    }
    if let shipped = delivery.shippedOn, let delivered = delivery.deliveredOn, delivered < shipped {
      found.error("delivered", "It was delivered before it was shipped.")
    }
    if delivery.servedOn == nil {
      found.warning("delivered", "No delivery date: the order stays open until one is given.")
    }
    for stay in draft.stays {
      if let through = stay.through, through < stay.from {
        found.error("stay_through", "The stay ends before it begins.")
      }
    }
    for document in draft.documents {
      for case let day? in [document.dated, document.signedOn] where day > today {
        found.error(
          column(of: document.kind),
          document.kind.title + ": the date lies ahead: " + day.description + ".")
        break
      }
      if !document.valid.isInOrder {
        found.error("authorization_through", "The authorization ends before it begins.")
      }
    }
  }

  private static func column(of kind: DocumentKind) -> String {
    switch kind {
    case .standardWrittenOrder, .writtenOrderPriorToDelivery: "swo_date"
    case .proofOfDelivery: "pod_date"
    case .faceToFace: "face_to_face_date"
    case .sleepStudy: "sleep_study_date"
    default: "authorization_from"
    }
  }

  private static func checkCoverages(_ draft: OrderDraft, _ found: inout Found) {
    for sequence in PayerSequence.allCases
    where draft.coverages.filter({ $0.payer.sequence == sequence }).count > 1 {
      found.error(
        sequence.title + "_payer", "Two payers are named as the " + sequence.title + " one.")
    }
    if !draft.coverages.contains(where: { $0.payer.sequence == .primary }) {
      found.warning("primary_payer", "No primary payer is named.")
    }
    for coverage in draft.coverages {
      if !coverage.effective.isInOrder {
        found.error(
          coverage.payer.sequence.title + "_through", "The coverage ends before it begins.")
      }
    }
  }

  private static func checkLines(_ draft: OrderDraft, _ found: inout Found) {
    if draft.lines.isEmpty { found.error("hcpcs", "An order has at least one item.") }
    if draft.lines.count > mostLines {
      found.error("hcpcs", "An order has at most " + String(mostLines) + " items.")
    }
    var numbers: Set<Int> = []
    for line in draft.lines {
      let place = "Item " + String(line.number) + ": "
      if !numbers.insert(line.number).inserted {
        found.error("line_number", place + "the number was used before.")
      }
      if !(1...9999).contains(line.number) {
        found.error("line_number", place + "items are counted from 1 to 9999.")
      }
      if line.procedure.code.isEmpty { found.error("hcpcs", place + "there is no code.") }
      if !(1...9999).contains(line.deliveredUnits) {
        found.error("delivered_quantity", place + "the quantity must be from 1 to 9999.")
      }
      if !(1...9999).contains(line.prescribedUnits) {
        found.error("prescribed_quantity", place + "the quantity must be from 1 to 9999.")
      }
      if let days = line.daysSupplied, !(1...366).contains(days) {
        found.error("days_supplied", place + "supplies last from 1 to 366 days.")
      }
      if !(1...36).contains(line.firstRentalMonth) {
        found.error("first_rental_month", place + "the rental month must be from 1 to 36.")
      }
      checkCharge(line, place, &found)
      let most = max(1, draft.diagnoses.count)
      if line.diagnosisPointers.contains(where: { !(1...most).contains($0) }) {
        found.error("diagnosis_pointers", place + "there is no such diagnosis.")
      }
    }
  }

  /// A million dollars for a unit, ten million for a line: more is a slip of the pen.
  private static func checkCharge(_ line: OrderLine, _ place: String, _ found: inout Found) {
    let charge = line.unitCharge.rawValue
    if charge < 0 {
      found.error("unit_charge", place + "the charge is less than nothing.")
    } else if charge > 100_000_000 {
      found.error("unit_charge", place + "the charge is more than a million dollars a unit.")
    } else if charge.multipliedReportingOverflow(by: Int64(line.deliveredUnits)).partialValue
      > 1_000_000_000
    {
      found.error("unit_charge", place + "the charge is more than ten million dollars.")
    }
  }
}
