import Billing

/// Whether corrections of a charge make sense before anything is written.
struct ChargeCorrectionRules {
  let review: ChargeReview

  /// Why they cannot be made, or nil.
  func refusal(_ corrections: [ChargeCorrection]) -> String? {
    if corrections.isEmpty { return "Say what is to be corrected." }
    for correction in corrections {
      if let refusal = refusal(correction) { return refusal }
    }
    return nil
  }

  private func refusal(_ correction: ChargeCorrection) -> String? {
    switch correction {
    case .modifiers(let modifiers):
      // 005010X222A1 SV101-3 to SV101-6.
      if modifiers.count > 4 { return "A line takes four modifiers at most." }
      return modifiers.first { $0.utf8.count != 2 }.map { "\"\($0)\" is no modifier." }
    case .units(let units): return units > 0 ? nil : "Units must be more than zero."
    case .amount(let amount):
      if amount <= .zero { return "The amount must be more than zero." }
      return amount.rawValue > Cents.largestFromOutside ? "\(amount) is no real charge." : nil
    case .serialNumber(let number): return number.isBlank ? "Give the serial number." : nil
    case .narrative(let text):
      // 005010X222A1 loop 2400 NTE02.
      return text.count > 80 ? "A narrative has 80 characters at most, not \(text.count)." : nil
    case .authorizationNumber(let number):
      return number.count > 50 ? "An authorization number has 50 characters at most." : nil
    case .diagnosisPointers(let pointers): return refusal(pointers: pointers)
    case .service(let from, let through):
      return through < from ? "Service ends on \(through), before it begins on \(from)." : nil
    }
  }

  private func refusal(pointers: [Int]) -> String? {
    if pointers.isEmpty { return "A line points to one diagnosis at least." }
    // 005010X222A1 SV107-1 to SV107-4.
    if pointers.count > 4 { return "A line points to four diagnoses at most." }
    let known = review.order.diagnoses.count
    return pointers.first { !(1...max(1, known)).contains($0) || $0 > known }
      .map { "The order has \(known) diagnoses; there is no number \($0)." }
  }
}
