import Billing
import Database
import Store
import WorkEngine

/// Makes charges: their money stands unbilled in the ledger from the first day, and the edits say
/// at once what holds them.
struct ChargeMaker {
  let office: Office
  let connection: Connection

  /// Adds a charge with its money and its holds; nil where it was made before.
  ///
  /// - Parameters:
  ///   - charge: Its key is not read.
  ///   - side: 1 and 2 for the two sides of a pair, else 1; rental months need none.
  ///   - patient: Whose it is.
  ///   - activity: The decision that made it, nil for the calendar.
  /// - Returns: Its key.
  /// - Throws: Any failure of the database.
  func make(
    _ charge: Charge, side: Int = 1, of patient: PatientID, activity: ActivityID?
  ) throws -> ChargeID? {
    var part = side
    if let rental = charge.rental, let month = charge.rentalMonth {
      part = Int(rental.rawValue) * 1000 + month
    }
    guard
      let id = try Charges.insert(
        try narrated(charge), part: part, of: patient, known: office.known, in: connection)
    else { return nil }
    try post(charge.amount, of: id, cause: .unbilledCharge, activity: activity)
    try HoldKeeper(office: office, connection: connection).refresh(id)
    return id
  }

  /// The charge with the words that its line needs, as far as its facts give them.
  private func narrated(_ charge: Charge) throws -> Charge {
    let order = try Orders.find(charge.order, in: connection)
    return charge.narrated(
      line: order?.lines.first { $0.number == charge.orderLine },
      item: office.rules.item(charge.procedure.code, on: charge.serviceFrom),
      rental: try charge.rental.flatMap { try Rentals.find($0, in: connection) })
  }

  /// Moves the unbilled money of a charge: more where positive, less where negative.
  func post(
    _ amount: Cents, of charge: ChargeID, cause: PostingCause, activity: ActivityID?
  ) throws {
    guard amount != .zero else { return }
    let entry = try JournalEntry(
      cause: cause, on: office.today,
      postings: [
        Posting(account: .unbilledReceivable, amount: amount, charge: charge),
        Posting(account: .revenue, amount: -amount, charge: charge),
      ])
    _ = try Ledger.post(entry, activity: activity, known: office.known, in: connection)
  }
}
