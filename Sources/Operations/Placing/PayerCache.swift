import Billing
import Database
import Store
import WorkEngine

/// Payers met in this transaction: found by alias or key, recognised by the rules where new.
final class PayerCache {
  private var byID: [PayerID: Payer] = [:]
  private var byAlias: [String: PayerID] = [:]
  private var bySpelling: [Spelling: PayerID] = [:]

  /// A payer as files name it; the same one stands on claim after claim.
  private struct Spelling: Hashable {
    let name: String
    let identifier: String
    let state: String
  }

  init() {}

  /// A payer by key.
  ///
  /// - Throws: ``Refusal`` where the key leads nowhere, which only damage can cause.
  func payer(_ id: PayerID, in connection: Connection) throws -> Payer {
    if let known = byID[id] { return known }
    guard let found = try Payers.find(id, in: connection) else {
      throw Refusal("payer \(id.rawValue) is missing from the database; run `docket check`")
    }
    byID[id] = found
    return found
  }

  /// The payer a file names, added with the family the rules give it where new.
  func payer(
    named: NamedPayer, rules: RuleBook, in connection: Connection
  ) throws -> Payer {
    let spelling = Spelling(
      name: named.name, identifier: named.identifier, state: named.state)
    if let id = bySpelling[spelling] { return try payer(id, in: connection) }
    let found = try find(named, rules: rules, in: connection)
    bySpelling[spelling] = found.id
    return found
  }

  /// The payer of a card as a person types it: one of the office's by identifier and name, else by
  /// its name alone where one has it, else a new one.
  func payer(
    onCard coverage: NewCoverage, rules: RuleBook, in connection: Connection
  ) throws -> Payer {
    var named = NamedPayer(
      name: coverage.payerName, identifier: coverage.payerIdentifier,
      filingIndicator: coverage.filingIndicator)
    let isKnown = try Self.aliases(of: named).contains {
      try Payers.find(alias: $0, in: connection) != nil
    }
    if isKnown { return try payer(named: named, rules: rules, in: connection) }
    let same = try Payers.all(in: connection).filter {
      Self.plain($0.name) == Self.plain(named.name)
        && (named.identifier.isEmpty || $0.identifier == named.identifier)
    }
    if same.count == 1, let payer = same.first { return payer }
    if named.identifier.isEmpty {
      named.identifier =
        PayerClassification.classify(named, rules: rules).identifiers.first ?? ""
    }
    return try payer(named: named, rules: rules, in: connection)
  }

  private func find(
    _ named: NamedPayer, rules: RuleBook, in connection: Connection
  ) throws -> Payer {
    let aliases = PayerCache.aliases(of: named)
    for alias in aliases {
      if let id = byAlias[alias] { return try payer(id, in: connection) }
    }
    for alias in aliases {
      guard let id = try Payers.find(alias: alias, in: connection) else { continue }
      for other in aliases { try note(other, id, in: connection) }
      return try payer(id, in: connection)
    }
    let answer = PayerClassification.classify(named, rules: rules)
    let new = try Payers.insert(
      name: named.name.isEmpty ? "Payer " + named.identifier : named.name,
      identifier: named.identifier, family: answer.family, ruleKey: answer.key,
      state: answer.state, in: connection)
    byID[new.id] = new
    for alias in aliases { try note(alias, new.id, in: connection) }
    return new
  }

  private func note(_ alias: String, _ id: PayerID, in connection: Connection) throws {
    byAlias[alias] = id
    try Payers.addAlias(alias, to: id, in: connection)
  }

  /// Identifier with name first, then the name alone; an identifier alone is too weak, since
  /// clearinghouses reuse them.
  private static func aliases(of named: NamedPayer) -> [String] {
    let name = plain(named.name)
    var aliases: [String] = []
    if !named.identifier.isEmpty { aliases.append("id " + named.identifier + " " + name) }
    // Payers without a name are not all the same one.
    if !name.isEmpty || aliases.isEmpty {
      aliases.append("name " + name + " " + named.state.uppercased())
    }
    return aliases
  }

  static func plain(_ name: String) -> String {
    name.uppercased().split(separator: " ").joined(separator: " ")
  }
}
