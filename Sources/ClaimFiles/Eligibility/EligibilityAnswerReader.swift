import Billing
import X12

/// Makes one patient's answer of what a payer says in a 271.
struct EligibilityAnswerReader {
  /// How many messages of one answer are kept, and how long each may be: they are foreign text.
  static let messageLimit = 20
  static let messageLength = 300

  private let read: ReadEligibility<EligibilityBenefit>
  private let person: EligibilityResponse271.Person
  private let answeredOn: Day
  private let trace: String

  init(
    read: ReadEligibility<EligibilityBenefit>, person: EligibilityResponse271.Person,
    answeredOn: Day, originator: String
  ) {
    self.read = read
    self.person = person
    self.answeredOn = answeredOn
    let numbers =
      person.traces + (person == read.subscriber.person ? [] : read.subscriber.person.traces)
    let ours = numbers.first { !originator.isEmpty && $0.originator == originator }
    trace = (ours ?? numbers.first { $0.kind == "2" } ?? numbers.first)?.number ?? ""
  }

  /// The answer; `serviceOn` gives the day that was asked about under a trace number.
  func answer(serviceOn: (String) -> Day?) -> EligibilityAnswer {
    let echoed = person.party.dates.firstDay("472") ?? person.party.dates.firstDay("291")
    let asked = serviceOn(trace) ?? echoed
    let verdict = EligibilityVerdict(
      benefits: person.items, personDates: person.party.dates, asked: asked,
      day: asked ?? answeredOn)
    let party = person.party
    let payers = otherPayers(on: asked ?? answeredOn)
    return EligibilityAnswer(
      trace: trace,
      patient: Identity(
        lastName: party.name.last, firstName: party.name.first,
        birthDate: party.demographics.flatMap { Day($0.birthDate) },
        sex: party.demographics?.sex ?? "",
        memberID: party.name.id.isEmpty ? read.subscriber.person.party.name.id : party.name.id),
      payer: NamedPayer(
        name: read.source.party.name.last, identifier: read.source.party.name.id,
        filingIndicator: ""),
      serviceOn: asked, answeredOn: answeredOn, standing: verdict.standing,
      covered: verdict.span,
      planName: verdict.plan, otherPayers: payers.before,
      messages: messages(verdict.remarks + payers.remarks))
  }

  /// Refusals first, then what the reader found, then the payer's own words; each once.
  private func messages(_ remarks: [String]) -> [String] {
    let above = [
      read.receiver.rejections, read.source.rejections, read.source.requestRejections,
    ]
    let rejections =
      person.rejections + person.items.flatMap(\.rejections)
      + above.flatMap { $0.prefix(Self.messageLimit) }
    var messages: [String] = []
    for message in rejections.map(\.words) + remarks + person.items.flatMap(\.messages) {
      let message = String(message.prefix(Self.messageLength))
      if message.isEmpty || messages.contains(message) { continue }
      messages.append(message)
      if messages.count == Self.messageLimit { break }
    }
    return messages
  }

  /// Payers that pay before this one on a day, and a word on those that pay after it.
  private func otherPayers(on day: Day) -> (before: [NamedPayer], remarks: [String]) {
    var before: [NamedPayer] = []
    var remarks: [String] = []
    for benefit in person.items where benefit.kind == .otherPayer {
      guard Validity(benefit.dates).contains(day) else { continue }
      let parties = benefit.entities.filter { $0.name.kind != "1" && $0.name.entity != "IL" }
      let member = benefit.entities.first { $0.name.entity == "IL" }?.name.id ?? ""
      if parties.isEmpty {
        if benefit.plan.isEmpty {
          remarks.append("the payer knows of another payer but does not name it")
        } else {
          before.append(NamedPayer(other: benefit, name: benefit.plan, memberID: member))
        }
      }
      for party in parties.prefix(Self.messageLimit) {
        if ["SEP", "TTP"].contains(party.name.entity) {
          remarks.append("\(party.name.last) pays after this payer")
        } else {
          before.append(NamedPayer(other: benefit, party: party, memberID: member))
        }
      }
    }
    return (Array(before.prefix(Self.messageLimit)), remarks)
  }
}

extension NamedPayer {
  fileprivate init(other benefit: EligibilityBenefit, name: String, memberID: String) {
    let ours = ["1W", "IG"].map { benefit.references.value($0) }.first { !$0.isEmpty }
    self.init(
      name: name, identifier: "",
      filingIndicator: InsuranceType.filingIndicator(of: benefit.insuranceType),
      memberID: memberID.isEmpty ? ours ?? "" : memberID)
  }

  fileprivate init(other benefit: EligibilityBenefit, party: X12Party, memberID: String) {
    self.init(
      other: benefit, name: party.name.last.isEmpty ? benefit.plan : party.name.last,
      memberID: memberID)
    identifier = party.name.id
    state = party.address?.state ?? ""
  }
}

/// How the codes of EB04 go with those of SBR09 and CLP06.
enum InsuranceType {
  /// Insurance type (EB04) and claim filing indicator; the first of a kind is the one to write.
  static let pairs: [(type: String, filing: String)] = [
    ("MA", "MA"), ("MB", "MB"), ("MC", "MC"), ("HM", "HM"), ("HN", "16"), ("PR", "12"),
    ("PS", "13"), ("EP", "14"), ("IN", "15"), ("C1", "CI"), ("GP", "CI"), ("IP", "CI"),
    ("AP", "AM"), ("14", "AM"), ("WC", "WC"), ("15", "WC"), ("LT", "LM"), ("47", "LM"),
    ("42", "VA"), ("OT", "ZZ"),
  ]

  static func filingIndicator(of type: String) -> String {
    pairs.first { $0.type == type }?.filing ?? ""
  }

  static func type(of filing: String) -> String {
    pairs.first { $0.filing == filing }?.type ?? ""
  }
}
