import Billing
import ClaimFiles
import Database
import Store
import X12

extension FileApplication {
  /// Keeps the remittances among the sets that are not whole: their payments may be in the bank.
  func keepBrokenRemittances() throws {
    for (index, set) in file.sets.enumerated() where set.code == "835" && !set.isWhole {
      let problem =
        file.problems.first { $0.place.set == index && $0.severity == .error }.map {
          FileProblem($0)
        }
        ?? FileProblem(isError: true, message: "the set is not complete")
      try keepRefused(set, at: index, because: problem)
    }
  }

  /// Makes work of a remittance set that cannot be read; test data moves no money and is left alone.
  func keepRefused(
    _ set: TransactionSetEnvelope, at index: Int, because problem: FileProblem
  ) throws {
    guard set.code == "835", SetStanding(office: office).refusal(ofUsage: set.usage) == nil else {
      return
    }
    let facts = RemittanceSet(file, set: index).refused(because: problem)
    let application = self
    try write { connection in
      let payers = PayerCache()
      let payer = try facts.payer.map {
        try payers.payer(named: $0, rules: application.office.rules, in: connection)
      }
      let id = try RefusedSets.insert(
        facts, payer: payer?.id, fileName: application.name, hash: application.hash,
        position: index, known: application.office.known, in: connection)
      guard let id else { return }
      try Placer(
        rules: application.office.rules, today: application.office.today, payers: payers
      ).place(.refusedSet(id), in: connection)
    }
  }
}
