// What is typed, as the office reads it.

import Billing
import Cells
import Desk
import WorkEngine

extension EOBEntry {
  /// What is typed of a line, as far as it can be read.
  ///
  /// - Throws: ``PaperFault`` with the column that cannot.
  func line(_ claim: Int, _ line: Int) throws(PaperFault) -> PaperLine {
    let typed = claims[claim]
    let fields = typed.lines[line]
    let ours = typed.found.claim.lines[line]
    var read = PaperLine(
      number: ours.number, paid: try amount(fields[Column.paid.rawValue], typed, ours))
    for (column, share) in [
      (Column.coinsurance, PaperShare.coinsurance), (.deductible, .deductible),
    ]
    where !fields[column.rawValue].trimmed.isEmpty {
      let amount = try amount(fields[column.rawValue], typed, ours)
      if amount != .zero { read.reductions.append(share.reduction(amount)) }
    }
    try PaperText.add(codes: fields[Column.codes.rawValue].trimmed, to: &read, of: typed.number)
    return read
  }

  /// What is filled in as contractual for a line, in cents; nil where something cannot be read, or
  /// another reason takes what is left.
  func contractual(_ claim: Int, _ line: Int) -> Cents? {
    guard let read = try? self.line(claim, line),
      !read.reductions.contains(where: { $0.amount == nil })
    else { return nil }
    return PaperAnswer.rest(of: read, charge: claims[claim].found.claim.lines[line].charge)
  }

  private func amount(
    _ field: FormField, _ typed: Typed, _ line: ClaimLine
  ) throws(PaperFault) -> Cents {
    if field.trimmed.isEmpty { return .zero }
    guard let amount = Cents(typed: field.trimmed) else {
      throw PaperFault(
        claim: typed.number, line: line.number, field.name.rawValue,
        "\"\(field.trimmed)\" is no amount in dollars and cents")
    }
    return amount
  }

  /// The paper as typed, what is contractual filled in; goes to the field that is wrong.
  ///
  /// - Throws: ``PaperFault`` that says why.
  mutating func paper(today: Day) throws(PaperFault) -> PaperEOB {
    guard let kind = PaperPayment(rawValue: self[head: "kind"]) else {
      throw headFault("kind", "Choose how the money came.")
    }
    guard !self[head: "number"].isEmpty else {
      throw headFault("number", "Give the number of the check, transfer or receipt.")
    }
    guard let total else { throw headFault("total", "Type the total, as 1234.56.") }
    guard self[head: "interest"].isEmpty || Cents(typed: self[head: "interest"]) != nil else {
      throw headFault("interest", "Type the interest, as 1.50.")
    }
    let dated = try day("dated", today)
    let received = try day("received", today)
    var read: [PaperClaim] = []
    for claim in claims.indices {
      read.append(PaperClaim(number: claims[claim].number, lines: try lines(claim)))
    }
    let left = total - read.map(\.paid).total() - interest
    guard left == .zero else {
      throw PaperFault("", "\(left) of \(total) is left to be accounted for.")
    }
    return PaperEOB(
      payer: self[head: "payer"], number: self[head: "number"], kind: kind,
      receivedOn: received, dated: dated, total: total, claims: read,
      adjustments: interest == .zero ? [] : [.interest(interest)])
  }

  private mutating func lines(_ claim: Int) throws(PaperFault) -> [PaperLine] {
    var lines: [PaperLine] = []
    for index in claims[claim].lines.indices {
      let charge = claims[claim].found.claim.lines[index].charge
      do throws(PaperFault) {
        let line = try self.line(claim, index)
        let rest = PaperAnswer.rest(of: line, charge: charge)
        guard rest >= .zero else {
          throw PaperFault(
            claim: claims[claim].number, line: line.number, "paid",
            "payment and reasons are \(-rest) more than the charge of \(charge)")
        }
        lines.append(PaperAnswer.completed(line, charge: charge))
      } catch {
        let column = Column.allCases.first { "\($0)" == error.field } ?? .codes
        claims[claim].lines[index][column.rawValue].error = SafeText(foreign: error.sentence)
        focus = .line(claim: claim, line: index, column: column.rawValue)
        throw error
      }
    }
    return lines
  }

  private mutating func day(
    _ name: DecisionField.Name, _ today: Day
  ) throws(PaperFault) -> Day {
    guard let day = TypedDay.near(self[head: name], today: today) else {
      throw headFault(name, "\"\(self[head: name])\" is no date: nov 20, or 2026-11-20.")
    }
    return day
  }

  private mutating func headFault(
    _ name: DecisionField.Name, _ message: String
  ) -> PaperFault {
    if let index = head.firstIndex(where: { $0.name == name }) {
      head[index].error = SafeText(foreign: message)
      focus = .head(index)
    }
    return PaperFault("", message)
  }
}
