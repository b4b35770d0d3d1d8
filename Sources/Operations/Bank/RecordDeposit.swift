package import Billing
import Database
package import Desk
import Store

extension Office {
  /// Records money in the bank that somebody read from a slip or a statement.
  ///
  /// With `again` it is another one, although one that looks the same is there.
  ///
  /// - Throws: ``Refusal`` for those who do not post, for an amount or a day that cannot be, and where
  ///   it is there already; any failure of the database.
  package func addDeposit(_ content: DepositDraft, again: Bool = false) throws -> DepositDetail {
    try requirePoster()
    guard content.amount > .zero, Cents(fromOutside: content.amount.rawValue) != nil else {
      throw Refusal("A deposit is more than zero, and less than a billion dollars.")
    }
    guard content.receivedOn <= today else {
      throw Refusal("\(content.receivedOn) has not come yet: the office is on \(today).")
    }
    return try database.write { connection in
      if !again, let same = try Deposits.alike(content, in: connection).first {
        let place = try same.file.flatMap { try Files.name(of: $0, in: connection) }
        throw Refusal(
          "It looks like deposit \(same.id.rawValue)"
            + (place.map { " (\($0), line \(same.line))" } ?? ", typed by \(same.user)")
            + ": same day, amount and number. With --again it is recorded as another one.")
      }
      let desk = DepositDesk(office: self, connection: connection)
      let (id, touched) = try desk.record(content)
      try desk.place(touched)
      guard let deposit = try Deposits.find(id, in: connection) else {
        throw Refusal("The deposit could not be kept; run `docket check`.")
      }
      return try DepositRows(office: self, connection: connection).detail(of: deposit)
    }
  }

  /// Notes where a paper of a deposit lies, with the hash by which it is known again.
  ///
  /// - Throws: ``Refusal`` where there is no such deposit, or no such ordinary file; any failure of
  ///   the database.
  package func attach(_ path: String, to id: DepositID) throws -> DepositDetail {
    try requirePoster()
    let bytes = try OrdinaryFile.read(path, atMost: Int.max).bytes
    let hash = FileDigest.hash(bytes)
    try database.write { connection in
      guard try Deposits.find(id, in: connection) != nil else {
        throw Refusal("There is no deposit \(id.rawValue).")
      }
      guard
        try DepositDocuments.insert(
          of: id, path: path, hash: hash, byteCount: bytes.count, user: user.name, known: today,
          in: connection)
      else { throw Refusal("The same paper is attached to deposit \(id.rawValue) already.") }
    }
    return try deposit(id)
  }
}
