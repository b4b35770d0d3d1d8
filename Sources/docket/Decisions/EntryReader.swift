import Billing
import Cells
import Desk
import Operations
import WorkEngine

/// Makes an entry for the office of what was typed about one item.
struct EntryReader {
  let office: Office
  let detail: ItemDetail

  /// The entry of what was typed.
  ///
  /// - Parameters:
  ///   - verb: What is decided.
  ///   - typed: The fields as typed.
  ///   - corrections: `FIELD=VALUE`, as typed behind `--correct`.
  ///   - result: A result code, empty for the verb's usual one.
  /// - Returns: The entry; what it leaves out or gets wrong, the office says.
  /// - Throws: which correction is none, or that no such claim is known.
  func entry(
    _ verb: DecisionVerb, _ typed: TypedFields, corrections: [String] = [], result: String = ""
  ) throws -> DecisionEntry {
    var fields = typed
    for text in corrections { try correct(text, verb, &fields) }
    var texts = fields.texts
    let meansAClaim: Set<DecisionVerb> = [.match, .applyBalance, .refund]
    if meansAClaim.contains(verb), let text = texts[.match] { texts[.match] = try claim(text) }
    if let text = texts[.status] { texts[.status] = status(text) }
    return DecisionEntry(verb, texts, resultCode: result)
  }

  /// A field that says how things stand, and nothing else, is corrected.
  private func correct(
    _ text: String, _ verb: DecisionVerb, _ fields: inout TypedFields
  ) throws {
    let pair = try FieldPair(text, "--correct")
    let known = try office.option(verb, on: detail).fields.filter { $0.standing == .asItStands }
    guard !known.isEmpty else {
      throw CommandFailure("\"\(foreign: verb.title)\" corrects nothing: leave --correct out")
    }
    guard known.contains(where: { $0.name == pair.name }) else {
      let names = known.map(\.name.rawValue).joined(separator: ", ")
      throw CommandFailure(
        "--correct \"\(foreign: pair.name.rawValue)\": use one of \(foreign: names)")
    }
    guard !pair.value.isBlank else {
      throw CommandFailure(
        "--correct \(foreign: pair.name.rawValue): the value is empty; leave it out, or give - for none"
      )
    }
    try fields.set(pair.name, pair.value)
  }

  /// The key of the claim that is meant: a candidate of the item, or any claim of the office.
  private func claim(_ text: String) throws -> String {
    let values = try office.option(.match, on: detail).fields.first { $0.name == .match }?.choices
    let candidate = detail.staged?.candidates.first { $0.controlNumber == text }
    if let candidate { return String(candidate.claim.rawValue) }
    if values?.contains(where: { $0.value == text }) == true { return text }
    if let claim = try office.claim(numbered: text) { return String(claim.rawValue) }
    throw CommandFailure(
      """
      no claim \"\(foreign: text)\" is known here; see docket show \(detail.item.id.rawValue) for \
      those that fit
      """)
  }

  /// A status as the rules write it: `not on file` may be typed with hyphens.
  private func status(_ text: String) -> String {
    func plain(_ text: String) -> String {
      text.lowercased().split { $0 == "-" || $0.isWhitespace }.joined(separator: " ")
    }
    return office.rules.payerStatuses.first { plain($0.code) == plain(text) }?.code ?? text
  }
}

/// One decision on one item, as it stands now.
enum ItemDecision {
  /// Takes it; files that a crash left behind are put right before.
  ///
  /// - Throws: why the office refuses.
  static func take(
    _ verb: DecisionVerb, _ typed: TypedFields, corrections: [String] = [], result: String = "",
    on item: WorkItemID, _ office: Office
  ) throws -> DecisionOutcome {
    try office.recoverOutbox()
    let detail = try office.item(item)
    let office = office.asTaken(detail.item.lease)
    let entry = try EntryReader(office: office, detail: detail)
      .entry(verb, typed, corrections: corrections, result: result)
    return try office.decide(
      DecisionRequest(
        item: item, rowVersion: detail.item.rowVersion, fence: nil, entry: entry))
  }
}

extension Office {
  /// The sign-in that holds an item, where it is this account in another shell: who types the item's
  /// number means it, and no shell but the one that took it would get to it.
  fileprivate func asTaken(_ lease: Lease?) -> Office {
    guard let lease, lease.user == user.name, ShellSession.isOwn(lease.session) else {
      return self
    }
    return signedIn(as: lease.session)
  }
}
