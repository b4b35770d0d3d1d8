package import Billing

/// The code has the form of a HCPCS code and is valid on the day of service.
package enum TheCodeExists: OrderCheck {
  package static let name = "The code exists"

  package static func findings(
    in review: OrderReview, rules: RuleBook, on today: Day
  ) -> [OrderFinding] {
    let day = review.serviceDay
    return review.order.lines.compactMap { line in
      let code = line.procedure.code
      guard hasForm(code) else {
        return finding(
          line: line.number, .wrongItem, "\"" + code + "\" is not a HCPCS code.",
          fix: "Correct the code: a letter and four digits.")
      }
      guard let item = rules.item(code, on: day) else {
        return finding(
          line: line.number, .wrongItem, isBlocking: false,
          "The catalogue does not know " + code + ".",
          fix: "Check the code. If it is right, add it to the catalogue of the rules.")
      }
      guard !item.isValid(on: day) else { return nil }
      return finding(
        line: line.number, .wrongItem, code + " is not valid on " + day.description + ".",
        fix: "Use the code that took its place, or correct the delivery date.")
    }
  }

  private static func hasForm(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return bytes.count == 5 && (letters.contains(bytes[0]) || digits.contains(bytes[0]))
      && bytes[1...3].allSatisfy(digits.contains)
      && (digits.contains(bytes[4]) || letters.contains(bytes[4]))
  }
}
