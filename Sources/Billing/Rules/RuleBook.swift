/// The trade's tables as read from the shipped defaults and the office's own file.
package struct RuleBook: Equatable, Sendable {
  package private(set) var deadlines: [DeadlineRule]
  /// Where the limits of a step stand in `deadlines`, since every claim asks for its own.
  private var deadlinePlaces: [DeadlineSubject: [Int]] = [:]
  package private(set) var playbook: [PlaybookRow]
  /// Where the rows of a reason code stand in the playbook, since every reduction asks for them.
  private var playbookPlaces: [String: [Int]] = [:]
  package var remarks: [String: RemarkRow]
  package var statusCodes: [String: StatusRow]
  package var statusCategories: [String: StatusRow]
  package var results: [ResultRow] {
    didSet { resultPlaces = Self.places(of: results) }
  }
  /// Where the result codes of a verb stand in `results`, its default first.
  private var resultPlaces: [DecisionVerb: [Int]] = [:]
  package var payers: [PayerRow]
  package var followUps: [PayerFamily: FollowUpRow]
  package var writeOffs: [WriteOffRow]
  /// Ways back to the payer by kind of payer; a kind without a row takes replacements.
  package var remedies: [PayerFamily: FamilyRemedies] = [:]
  package var amountsInControversy: [AmountInControversy] = []
  /// What payers say of a claim, in the order of a list to choose from.
  package var payerStatuses: [PayerStatusRow] = []
  /// Why money is left in suspense, the usual reason first.
  package var suspenseReasons: [ReasonRow] = []
  /// What became of a remittance that could not be read, the usual end first.
  package var settlementReasons: [ReasonRow] = []
  /// Why less than expected is accepted.
  package var acceptanceReasons: [ReasonRow] = []
  /// What may be posted by itself, by payer.
  package var postings: [PostingRow] = []
  /// Why work is put off, the usual reason first; words for the note.
  package var delayReasons: [ReasonRow] = []
  package var claims = ClaimSettings()
  package var deposits = DepositSettings()
  /// Type codes of BAI2 files.
  package var bankCodes: [String: BankCode] = [:]
  /// Tables of banks, the office's own first.
  package var bankColumns: [BankColumns] = []
  /// What to put in an appeal, by CARC family (domain reference 3.6): title and pieces.
  package var packets: [AppealPacket]
  /// Days an item may be deferred without a supervisor before its safe date.
  package var deferMarginDays: Int
  /// By HCPCS code; several rows of one code follow each other in time.
  package var catalog: [String: [CatalogItem]] = [:]
  /// By HCPCS code.
  package var allowables: [String: [AllowableRow]] = [:]
  package var modifiers: [String: ModifierRow] = [:]
  package var holdReasons: [String: HoldReasonRow] = [:]
  package var orders = OrderSettings()
  /// What headings of the office's exports of orders mean.
  package var orderHeadings: [OrderHeading] = []
  package var patients = PatientSettings()
  /// The DME MAC of each state, by the beneficiary's address: two-letter state to payer identifier.
  package var jurisdictions: [String: String] = [:]
  /// States of `jurisdictions` whose rows nobody has checked.
  package var unverifiedJurisdictions: Set<String> = []
  /// The office itself; nil until its rules file names it, and then nothing can be sent.
  package var supplier: Supplier?
  /// Whether the office is a sample, whose patients have numbers of the range that nobody has.
  package var isOfSample = false

  /// Whether numbers that nobody can have are taken: in sample and test offices.
  package var takesMadeUpNumbers: Bool { isOfSample || supplier?.isTest == true }

  package init(
    deadlines: [DeadlineRule] = [], playbook: [PlaybookRow] = [],
    remarks: [String: RemarkRow] = [:], statusCodes: [String: StatusRow] = [:],
    statusCategories: [String: StatusRow] = [:], results: [ResultRow] = [],
    payers: [PayerRow] = [], followUps: [PayerFamily: FollowUpRow] = [:],
    writeOffs: [WriteOffRow] = [], packets: [AppealPacket] = [], deferMarginDays: Int = 5
  ) {
    self.deadlines = []
    self.playbook = []
    self.remarks = remarks
    self.statusCodes = statusCodes
    self.statusCategories = statusCategories
    self.results = results
    self.payers = payers
    self.followUps = followUps
    self.writeOffs = writeOffs
    self.packets = packets
    self.deferMarginDays = deferMarginDays
    resultPlaces = Self.places(of: results)
    for rule in deadlines { add(rule) }
    for row in playbook { add(row) }
  }

  /// Adds a time limit after those that are there.
  package mutating func add(_ rule: DeadlineRule) {
    let subject = DeadlineSubject(family: rule.family, kind: rule.kind)
    deadlinePlaces[subject, default: []].append(deadlines.count)
    deadlines.append(rule)
  }

  /// Where the limits of a step with a kind of payer stand in `deadlines`, in their order.
  package func deadlinePlaces(of family: PayerFamily, kind: DeadlineKind) -> [Int] {
    deadlinePlaces[DeadlineSubject(family: family, kind: kind)] ?? []
  }

  private static func places(of results: [ResultRow]) -> [DecisionVerb: [Int]] {
    Dictionary(grouping: results.indices) { results[$0].verb }
  }

  /// Where the result codes of a verb stand in `results`, its default first.
  package func resultPlaces(of verb: DecisionVerb) -> [Int] { resultPlaces[verb] ?? [] }

  /// Adds a row to the playbook.
  package mutating func add(_ row: PlaybookRow) {
    playbookPlaces[row.carc, default: []].append(playbook.count)
    playbook.append(row)
  }

  /// Where the rows of a reason code stand in the playbook.
  package func playbookPlaces(carc: String) -> [Int] { playbookPlaces[carc] ?? [] }
}

extension RuleBook {
  /// The ways back to a kind of payer.
  package func remedies(of family: PayerFamily) -> FamilyRemedies {
    remedies[family] ?? FamilyRemedies(family: family)
  }

  /// What must be in dispute for an appeal filed on a day, in cents; nil where nothing must.
  ///
  /// After the last row's end its amount goes on counting: it has never fallen.
  package func amountInControversy(
    _ level: AppealLevel, family: PayerFamily, on day: Day
  ) -> Cents? {
    amountsInControversy.filter { $0.level == level && $0.family == family && $0.from <= day }
      .max { $0.from < $1.from }?.amount
  }

  /// What is known of a payer's word about a claim, nil for an empty or unknown one.
  package func payerStatus(_ code: String) -> PayerStatusRow? {
    payerStatuses.first { $0.code == code }
  }

  /// What is known of a code on a day; the latest row where none fits the day.
  package func item(_ code: String, on day: Day) -> CatalogItem? {
    guard let rows = catalog[code] else { return nil }
    return rows.first { $0.effective.contains(day) } ?? rows.last
  }
}

/// What a time limit is about, for looking it up.
private struct DeadlineSubject: Hashable {
  let family: PayerFamily
  let kind: DeadlineKind
}

/// The documents an appeal for a family of denials needs.
package struct AppealPacket: Equatable, Sendable {
  package var title: String
  package var carcs: [String]
  package var pieces: [String]

  package init(title: String, carcs: [String], pieces: [String]) {
    self.title = title
    self.carcs = carcs
    self.pieces = pieces
  }
}
