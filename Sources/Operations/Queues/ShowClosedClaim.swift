package import Billing
import Database
package import Desk
import Store
import WorkEngine

extension Office {
  /// The claim of a control number, where it was never work; nil where no claim has the number.
  ///
  /// It is shown as a page of work is, with no placement. Its item stands in no queue: it has the
  /// number 0, which nothing is kept under.
  ///
  /// - Throws: ``Refusal`` where several claims have the number; any failure of the database.
  package func showClaim(numbered number: String) throws -> ItemDetail? {
    guard let id = try claim(numbered: number) else { return nil }
    return try database.read { connection in
      if let listed = try WorkItems.find(.claim(id), in: connection) {
        return try detail(of: listed.item.id, in: connection)
      }
      guard let label = try Labels.find(.claim(id), in: connection),
        let payer = try label.payer.flatMap({ try Payers.find($0, in: connection) })
      else { return nil }
      return try detail(
        of: WorkItems.Listed(neverWork: .claim(id), label: label, payer: payer), in: connection)
    }
  }

  /// The claim of a control number of any of its sendings; nil where none has it.
  ///
  /// One number may serve the bills to all payers of one service: the one to the first payer is meant.
  ///
  /// - Throws: ``Refusal`` where bills of several services have the number; any failure of the database.
  package func claim(numbered number: String) throws -> ClaimID? {
    let found = try claims(numbered: number)
    guard found.count > 1 else { return found.first }
    let first = try database.read { connection in
      try found.compactMap { try Claims.find($0, in: connection) }
        .filter { try !Claims.isTakenBack($0, in: connection) }
        .filter { $0.sequence == .primary }
    }
    if first.count == 1 { return first[0].id }
    throw Refusal("\(found.count) claims have the number \(number): give an item's number.")
  }
}

extension Advice {
  /// What may still be said about work that is done.
  var afterTheWork: Self {
    var advice = self
    advice.proposed = .note
    advice.why = ["Nothing is left to work."]
    advice.fix = ""
    advice.options = options.filter { $0.verb.has(.afterwards) }
    advice.resultCode = advice.options.first { $0.verb == .note }?.resultCode ?? ""
    advice.packet = nil
    advice.nextAppealLevel = nil
    return advice
  }
}
