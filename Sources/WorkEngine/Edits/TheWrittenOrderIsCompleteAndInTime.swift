package import Billing

/// Edit 4 of domain reference 6.6: the papers that the item is not payable without are present and
/// dated right (domain reference 7.3; 42 CFR 410.38).
///
/// Holds throughout, each paper under its own reason so that the hold says what to get: what is
/// billed without them is money to be paid back. Which papers an item needs is the catalogue's;
/// these are the dates:
/// - the standard written order is dated and signed, and in hand before the claim;
/// - on the list of items that need it before delivery, it is signed no later than the delivery;
/// - the encounter is within the six months before the order;
/// - tests are no later than the delivery;
/// - certificates of medical necessity ended with services of 2023 for Medicare, not for others;
/// - from the second year on, the need was looked at within the last twelve months.
package enum TheWrittenOrderIsCompleteAndInTime: ChargeEdit {
  package static let name = "The written order is complete and in time"
  package static let cause = OrderProblemCause.missingOrder

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    // No order (EY) is billed for a denial, and what is never covered needs no papers.
    if review.has("EY") || review.has("GY") { return [] }
    var found: [EditFinding] = []
    if let problem = orderProblem(in: review, on: today) { found.append(problem) }
    guard let kinds = review.item?.documents else { return found }
    for kind in kinds {
      if let problem = problem(with: kind, in: review) { found.append(problem) }
    }
    return found
  }

  private static func orderProblem(in review: ChargeReview, on today: Day) -> EditFinding? {
    let code = review.charge.procedure.code
    var isThere = false
    var isNamed = false
    for index in review.documents.indices {
      let document = review.documents[index]
      guard isOrder(document.content.kind) else { continue }
      isThere = true
      guard document.covers(code: code) else { continue }
      isNamed = true
      if isComplete(document.content, on: today) { return nil }
    }
    if isNamed {
      return .hold(
        self, "swo-incomplete", "The written order lacks its date, its signature or its signer.",
        "Get the order completed by the practitioner before the claim goes out.")
    }
    return isThere
      ? .hold(
        self, "swo-missing", "The written order does not name \(code).",
        "Find out whether the wrong item was delivered, or get an order that names it.",
        // Labour and maintenance are no items that a practitioner prescribes.
        sendsBack: review.isService || review.expectsDenial ? nil : .wrongItem)
      : .hold(
        self, "swo-missing", "There is no written order for \(code).",
        "Get the signed standard written order and attach it.")
  }

  private static func isOrder(_ kind: DocumentKind) -> Bool {
    kind == .standardWrittenOrder || kind == .writtenOrderPriorToDelivery
  }

  /// Whether it has its date and is signed, both no later than today.
  private static func isComplete(_ order: DocumentDraft, on today: Day) -> Bool {
    guard let dated = order.dated, let signed = order.signedOn, !order.signer.isEmpty else {
      return false
    }
    return dated <= today && signed <= today
  }

  private static func problem(with kind: DocumentKind, in review: ChargeReview) -> EditFinding? {
    switch kind {
    case .writtenOrderPriorToDelivery: missingOrderBeforeDelivery(in: review)
    case .faceToFace: missingEncounter(in: review)
    case .sleepStudy: missingTest(.sleepStudy, "sleep-study-missing", in: review)
    case .bloodGasStudy: missingTest(.bloodGasStudy, "blood-gas-missing", in: review)
    case .certificateOfMedicalNecessity: missingCertificate(in: review)
    case .continuedUse: missingContinuedUse(in: review)
    // These have edits of their own, or are made after the charge.
    case .standardWrittenOrder, .proofOfDelivery, .authorization, .usageReport, .refillRequest,
      .advanceBeneficiaryNotice, .deliveryTicket, .titleTransfer:
      nil
    case .medicalRecord:
      review.hasDocument(.medicalRecord)
        ? nil
        : .warn(
          self, "No medical record is on file.", "Ask the practitioner's office for the notes.")
    }
  }
}

extension TheWrittenOrderIsCompleteAndInTime {
  /// The day on which the item reached the patient, or the first day that is billed.
  private static func delivery(in review: ChargeReview) -> Day {
    review.order.delivery.servedOn ?? review.rental?.startedOn ?? review.day
  }

  private static func missingOrderBeforeDelivery(in review: ChargeReview) -> EditFinding? {
    // A line that tells the payer so (GA, GZ) is billed all the same.
    if review.expectsDenial { return nil }
    let delivered = delivery(in: review)
    let signed = review.documents.filter {
      isOrder($0.content.kind) && $0.covers(code: review.charge.procedure.code)
    }.compactMap(\.content.signedOn)
    guard let first = signed.min() else {
      return .hold(
        self, "wopd-missing",
        "This item needs a written order signed before delivery on \(delivered).",
        "Attach the order that was in hand before delivery; where there was none, Medicare does "
          + "not pay for this delivery.")
    }
    guard first > delivered else { return nil }
    // Without any order the charge waits for one; a late one is late for ever.
    return .hold(
      self, "wopd-missing",
      "The written order was signed on \(first), after the delivery on \(delivered).",
      "Find an earlier order, pick the item up and deliver it anew, or bill with EY or GZ.",
      sendsBack: review.order.delivery.servedOn == nil ? nil : cause)
  }

  private static func missingEncounter(in review: ChargeReview) -> EditFinding? {
    let ordered = review.order.orderedOn ?? delivery(in: review)
    let earliest = ordered.adding(months: -encounterMonths)
    let isInTime = review.hasDocument(.faceToFace) { document in
      document.content.dated.map { earliest <= $0 && $0 <= ordered } ?? false
    }
    return isInTime
      ? nil
      : .hold(
        self, "face-to-face-missing",
        "No face-to-face encounter between \(earliest) and the order of \(ordered) is on file.",
        "Get the note of the visit within six months before the order.")
  }

  private static func missingTest(
    _ kind: DocumentKind, _ reason: String, in review: ChargeReview
  ) -> EditFinding? {
    let delivered = delivery(in: review)
    let isThere = review.hasDocument(kind) { document in
      document.content.dated.map { $0 <= delivered } ?? false
    }
    return isThere
      ? nil
      : .hold(
        self, reason, "\(kind.title) dated no later than \(delivered) is not on file.",
        "Get the result from the practitioner or the laboratory and attach it.")
  }

  private static func missingCertificate(in review: ChargeReview) -> EditFinding? {
    if review.followsMedicare, let end = certificatesEnd, review.day >= end { return nil }
    let day = review.day
    if review.hasDocument(
      .certificateOfMedicalNecessity,
      where: { $0.content.valid.contains(day) && $0.content.signedOn != nil })
    {
      return nil
    }
    return .hold(
      self, "cmn-missing", "No signed certificate of medical necessity is valid on \(day).",
      "Get the certificate from the practitioner.")
  }

  private static func missingContinuedUse(in review: ChargeReview) -> EditFinding? {
    let start = review.rental?.startedOn ?? review.order.orderedOn ?? delivery(in: review)
    let day = review.day
    guard day >= start.adding(months: needMonths) else { return nil }
    let earliest = day.adding(months: -needMonths)
    let isThere = review.hasDocument(.continuedUse) { document in
      document.content.dated.map { earliest <= $0 && $0 <= day } ?? false
    }
    return isThere
      ? nil
      : .hold(
        self, "continued-use-missing",
        "Nothing since \(earliest) shows that the patient still needs and uses the item.",
        "Get a note on continued need or use of the last twelve months.")
  }

  /// 42 CFR 410.38(d)(2): the encounter is within the six months before the order.
  private static let encounterMonths = 6
  /// CMS article A55426: a record of the preceding twelve months shows continued need.
  private static let needMonths = 12
  /// CMS: certificates and DME information forms end with services from this day on.
  private static let certificatesEnd = Day(year: 2023, month: 1, day: 1)
}
