/// Claims and lines of a paper as they are typed in one row of words.
///
/// A line is `2 paid=47.04 allowed=60 CO-253=0.96 PR-2=12 M124`: its number, amounts, reasons with
/// their amounts (one without takes what is left of the charge) and remark codes. A claim is
/// `A1001 patient=DOE payer-claim=26005 MA01`.
package enum PaperText {
  /// Whether a row of words is one of a line, not of a claim.
  package static func isLine(_ text: String) -> Bool {
    let words = words(of: text)
    guard words.count > 1, Int(words[0]) != nil else { return false }
    return words.dropFirst().contains {
      $0.hasPrefix("paid=") || $0.hasPrefix("allowed=") || reduction($0) != nil
    }
  }

  /// Reads a row of words as a claim without its lines.
  ///
  /// - Throws: ``PaperFault`` that names the word which is none.
  package static func claim(_ text: String) throws(PaperFault) -> PaperClaim {
    let words = words(of: text)
    guard let number = words.first else {
      throw PaperFault("claim", "give the number of the claim")
    }
    var claim = PaperClaim(number: number)
    for word in words.dropFirst() {
      if let value = value(of: "patient", in: word) {
        claim.patient = value
      } else if let value = value(of: "payer-claim", in: word) {
        claim.payerNumber = value
      } else if let remark = remark(word) {
        claim.remarks.append(remark)
      } else {
        throw PaperFault(
          claim: number, "claim",
          "\"\(word)\" is neither patient=NAME, payer-claim=NUMBER nor a remark code such as MA15")
      }
    }
    return claim
  }

  /// Reads a row of words as a line of a claim.
  ///
  /// - Throws: ``PaperFault`` that names the word which is none.
  package static func line(_ text: String, of claim: String) throws(PaperFault) -> PaperLine {
    let words = words(of: text)
    guard let number = words.first.flatMap({ Int($0) }), number > 0 else {
      throw PaperFault(
        claim: claim, "line", "\"\(text)\" does not begin with the number of a line, such as 1")
    }
    var line = PaperLine(number: number, paid: .zero)
    for word in words.dropFirst() {
      if let value = value(of: "paid", in: word) {
        line.paid = try amount(value, "paid", claim, number)
      } else if let value = value(of: "allowed", in: word) {
        line.allowed = try amount(value, "allowed", claim, number)
      } else if let value = value(of: "charge", in: word) {
        line.charge = try amount(value, "charge", claim, number)
      } else {
        try add(word, to: &line, of: claim)
      }
    }
    return line
  }

  /// Reads `WO=25 25211000300001` as a provider adjustment: its code, what it takes in dollars, which
  /// is negative where it adds to the payment, and what it refers to.
  ///
  /// - Throws: ``PaperFault`` where it is none.
  package static func adjustment(_ text: String) throws(PaperFault) -> ProviderAdjustment {
    let words = words(of: text)
    let parts = (words.first ?? "").split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 2, let amount = Cents(typed: String(parts[1])),
      amount != .zero, words.count < 3
    else {
      throw PaperFault(
        "adjustment",
        "\"\(text)\" is none: write its code, what it takes, and its reference, such "
          + "as WO=25 ICN1, or L6=-1.50 for interest")
    }
    return ProviderAdjustment(
      reason: parts[0].uppercased(), reference: words.count > 1 ? words[1] : "", amount: amount)
  }

  /// Adds reasons and remark codes, `CO-253=0.96 CO-16 M124`, to a line.
  ///
  /// - Throws: ``PaperFault`` that names the word which is none.
  package static func add(
    codes text: String, to line: inout PaperLine, of claim: String
  ) throws(PaperFault) {
    for word in words(of: text) { try add(word, to: &line, of: claim) }
  }

  private static func add(
    _ word: String, to line: inout PaperLine, of claim: String
  ) throws(PaperFault) {
    if let (reduction, text) = reduction(word) {
      var reduction = reduction
      if let text { reduction.amount = try amount(text, reduction.code, claim, line.number) }
      line.reductions.append(reduction)
    } else if let remark = remark(word) {
      line.remarks.append(remark)
    } else {
      throw PaperFault(
        claim: claim, line: line.number, "codes",
        "\"\(word)\" is neither a reason such as CO-45=40 nor a remark code such as M124")
    }
  }

  private static func words(of text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
  }

  private static func value(of name: String, in word: String) -> String? {
    word.lowercased().hasPrefix(name + "=") ? String(word.dropFirst(name.count + 1)) : nil
  }

  /// `CO-45=40`, `CO45=40`, `pr2`: group and reason, and the text of the amount where there is one.
  private static func reduction(_ word: String) -> (PaperReduction, amount: String?)? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let code = parts[0].uppercased()
    guard let group = AdjustmentGroup.allCases.first(where: { code.hasPrefix($0.rawValue) })
    else { return nil }
    var reason = code.dropFirst(2)
    if reason.first == "-" { reason.removeFirst() }
    guard (1...5).contains(reason.count), reason.contains(where: \.isNumber),
      reason.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) })
    else { return nil }
    return (
      PaperReduction(group, String(reason), nil), parts.count > 1 ? String(parts[1]) : nil
    )
  }

  /// `M124`, `MA130`, `N290`: letters and digits that begin with a letter.
  private static func remark(_ word: String) -> String? {
    let code = word.uppercased()
    guard (2...5).contains(code.count), code.first?.isLetter == true,
      code.last?.isNumber == true, code.allSatisfy({ $0.isASCII && ($0.isNumber || $0.isLetter) })
    else { return nil }
    return code
  }

  /// An amount in dollars, within what a claim can be.
  private static func amount(
    _ text: String, _ field: String, _ claim: String, _ line: Int
  ) throws(PaperFault) -> Cents {
    guard let amount = Cents(typed: text), Cents(fromOutside: amount.rawValue) != nil else {
      throw PaperFault(
        claim: claim, line: line, field, "\"\(text)\" is no amount in dollars and cents")
    }
    return amount
  }
}
