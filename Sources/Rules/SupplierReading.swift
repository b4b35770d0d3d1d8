import Billing

/// Reading the office itself and its clearinghouses, as their claims will name them.
extension RuleRow {
  func supplier(clearinghouses: [Clearinghouse]) throws(RulesError) -> Supplier {
    Supplier(
      name: try named("name", atMost: 60), npi: try nationalIdentifier(),
      taxID: try taxIdentifier(),
      taxonomy: try taxonomy(), address: try address(),
      contactName: try named("contact", atMost: 60),
      phone: try digits("phone", count: 10, example: "\"555-010-0199\""),
      submitterID: try named("submitter-id", atMost: 15), clearinghouses: clearinghouses,
      isTest: try flag("test", default: false),
      accreditedFor: try choices("accredited", of: PaymentCategory.allCases))
  }

  func clearinghouse() throws(RulesError) -> Clearinghouse {
    Clearinghouse(
      name: try named("name", atMost: 60),
      // ISA08 holds fifteen characters.
      receiverID: try named("receiver-id", atMost: 15),
      families: try choices("families", of: PayerFamily.allCases))
  }

  private func nationalIdentifier() throws(RulesError) -> String {
    let npi = try digits("npi", count: 10, example: "the ten digits of your NPI")
    guard NationalProviderIdentifier.isValid(npi) else {
      throw error("npi", "\(npi) has a wrong check digit", "compare it with the NPI registry")
    }
    return npi
  }

  private func taxIdentifier() throws(RulesError) -> String {
    try digits("tax-id", count: 9, example: "\"00-0000000\"")
  }

  private func taxonomy() throws(RulesError) -> String {
    let code = try text("taxonomy")
    let isCode =
      code.utf8.count == 10 && code.utf8.last == UInt8(ascii: "X")
      && code.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      }
    guard isCode else {
      throw error(
        "taxonomy", "\"\(code)\" is no taxonomy code",
        "use ten characters such as \"332B00000X\", durable medical equipment")
    }
    return code
  }

  private func address() throws(RulesError) -> PostalAddress {
    let street = try named("street", atMost: 55)
    // 005010X222A1 loop 2010AA takes no post office box.
    let start = street.uppercased().filter { $0 != "." && $0 != " " }
    guard !start.hasPrefix("POBOX"), !start.hasPrefix("LOCKBOX") else {
      throw error("street", "is a post office box", "give the street where the office is")
    }
    guard let state = try optionalState("state") else {
      throw error("state", "is missing", "add state = \"OH\"")
    }
    return PostalAddress(
      street: street, street2: try text("street2", default: ""),
      city: try named("city", atMost: 30), state: state,
      zip: try digits("zip", count: 9, example: "all nine digits, \"43004-0001\""))
  }

  private func named(_ key: String, atMost count: Int) throws(RulesError) -> String {
    let value = try text(key)
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw error(key, "is empty", "fill it in")
    }
    guard value.utf8.count <= count else {
      throw error(key, "is too long", "use at most \(count) characters")
    }
    return value
  }

  /// Digits, without the marks that people write between them.
  private func digits(
    _ key: String, count: Int, example: String
  ) throws(RulesError) -> String {
    let typed = try text(key)
    let kept = typed.filter { !"-() .".contains($0) }
    guard kept.utf8.count == count,
      kept.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else {
      throw error(key, "\"\(typed)\" does not have \(count) digits", "write \(key) = \(example)")
    }
    return kept
  }
}
