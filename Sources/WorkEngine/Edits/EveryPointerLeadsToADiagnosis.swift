package import Billing

/// Edit 12 of domain reference 6.6: diagnoses in form, pointers that lead to one, and the kind that
/// the policy takes.
///
/// Pointers that are missing or too many (SV107 takes four) are fixed: the first ones stand for the
/// line. The rest holds: a code that is not in form is rejected, and which diagnosis is right is
/// the practitioner's word. Common validators let a dotted or impossible code pass.
package enum EveryPointerLeadsToADiagnosis: ChargeEdit {
  package static let name = "Every pointer leads to a diagnosis"
  package static let cause = OrderProblemCause.diagnosis

  package static func findings(
    in review: ChargeReview, rules: RuleBook, on today: Day
  ) -> [EditFinding] {
    let diagnoses = review.order.diagnoses
    guard !diagnoses.isEmpty else {
      return [
        .hold(
          self, "diagnosis-missing", "The order has no diagnosis.",
          "Enter the ICD-10-CM codes from the prescription or the visit note.", scope: .order,
          sendsBack: cause)
      ]
    }
    for diagnosis in diagnoses where !DiagnosisForm.isDiagnosis(diagnosis) {
      return [
        .hold(
          self, "diagnosis-missing",
          diagnosis.utf8.contains(UInt8(ascii: "."))
            ? "Diagnosis \(diagnosis) is written with a dot, which claims do not carry."
            : "Diagnosis \(diagnosis) does not have the form of an ICD-10-CM code.",
          "Correct the diagnosis on the order.", scope: .order)
      ]
    }
    if let fix = pointerFix(review.charge.diagnosisPointers, of: diagnoses.count) { return [fix] }
    // HI takes twelve: what stands behind them cannot be pointed to.
    let last = min(diagnoses.count, mostDiagnoses)
    for pointer in review.charge.diagnosisPointers where pointer < 1 || pointer > last {
      return [
        .hold(
          self, "diagnosis-missing", "Pointer \(pointer) leads to no diagnosis of the claim.",
          "Point to one of the \(last) diagnoses.", sendsBack: cause)
      ]
    }
    return policyFindings(in: review)
  }

  private static func pointerFix(_ pointers: [Int], of count: Int) -> EditFinding? {
    if pointers.isEmpty {
      return .fix(
        self, [.diagnosisPointers(Array(1...min(count, mostPointers)))],
        "The line pointed to no diagnosis; it points to the first ones.")
    }
    var isTwice = false
    for index in pointers.indices where pointers[..<index].contains(pointers[index]) {
      isTwice = true
    }
    guard isTwice || pointers.count > mostPointers else { return nil }
    var kept: [Int] = []
    for pointer in pointers where !kept.contains(pointer) && kept.count < mostPointers {
      kept.append(pointer)
    }
    return .fix(
      self, [.diagnosisPointers(kept)], "A line points to at most four diagnoses, each once.")
  }

  private static func policyFindings(in review: ChargeReview) -> [EditFinding] {
    guard let item = review.item, !item.diagnosisPrefixes.isEmpty, !review.expectsDenial else {
      return []
    }
    let diagnoses = review.order.diagnoses
    for pointer in review.charge.diagnosisPointers {
      let diagnosis = diagnoses[pointer - 1]
      if item.diagnosisPrefixes.contains(where: { diagnosis.hasPrefix($0) }) { return [] }
    }
    let asks =
      review.family.map { item.policyModifierFamilies.contains($0) } ?? false
    return [
      .holdOrWarn(
        asks || review.followsMedicare, self, "diagnosis-not-covered",
        "The policy does not cover \(review.charge.procedure.code) for the diagnoses of the line.",
        "Ask the practitioner whether another diagnosis is true, or bill with GA or GZ.")
    ]
  }

  /// SV107 of 005010X222A1 loop 2400.
  private static let mostPointers = 4
  /// HI of 005010X222A1 loop 2300.
  private static let mostDiagnoses = 12
}
