/// The trade's tables as read from the shipped defaults and the office's own file.
package struct RuleBook: Equatable, Sendable {
  package var deadlines: [DeadlineRule]
  package private(set) var playbook: [PlaybookRow]
  /// Where the rows of a reason code stand in the playbook, since every reduction asks for them.
  private var playbookPlaces: [String: [Int]] = [:]
  package var remarks: [String: RemarkRow]
  package var statusCodes: [String: StatusRow]
  package var statusCategories: [String: StatusRow]
  package var results: [ResultRow]
  package var payers: [PayerRow]
  package var followUps: [PayerFamily: FollowUpRow]
  package var writeOffs: [WriteOffRow]
  /// What to put in an appeal, by CARC family (domain reference 3.6): title and pieces.
  package var packets: [AppealPacket]
  /// Days an item may be deferred without a supervisor before its safe date.
  package var deferMarginDays: Int

  package init(
    deadlines: [DeadlineRule] = [], playbook: [PlaybookRow] = [],
    remarks: [String: RemarkRow] = [:], statusCodes: [String: StatusRow] = [:],
    statusCategories: [String: StatusRow] = [:], results: [ResultRow] = [],
    payers: [PayerRow] = [], followUps: [PayerFamily: FollowUpRow] = [:],
    writeOffs: [WriteOffRow] = [], packets: [AppealPacket] = [], deferMarginDays: Int = 5
  ) {
    self.deadlines = deadlines
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
    for row in playbook { add(row) }
  }

  /// Adds a row to the playbook.
  package mutating func add(_ row: PlaybookRow) {
    playbookPlaces[row.carc, default: []].append(playbook.count)
    playbook.append(row)
  }

  /// Where the rows of a reason code stand in the playbook.
  package func playbookPlaces(carc: String) -> [Int] { playbookPlaces[carc] ?? [] }
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
