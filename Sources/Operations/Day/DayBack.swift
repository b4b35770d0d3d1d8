import Billing
import Database
import Store

extension Office {
  /// Takes the last turn of the day back, as if that day had never been opened.
  ///
  /// What the day made is withdrawn under the same known day, so that both together are nothing;
  /// holds, special work and places are those of the day before. What people have worked since stays.
  /// It is done in many transactions: that it was begun is kept, and whoever opens the office next
  /// finishes it. Where one was begun before, that one is finished and nothing else.
  ///
  /// - Parameter goesOn: Asked after each transaction; false leaves the rest for later.
  /// - Returns: The office on the day to which it went back.
  /// - Throws: ``Refusal`` where no supervisor asks for it, there is no turn to take back, or it was
  ///   left for later.
  package func backDay(goesOn: () -> Bool = { true }) throws -> Office {
    guard user.isSupervisor else { throw Refusal("Only a supervisor takes a day back.") }
    let kept = try businessDay() ?? today
    try database.write { connection in
      guard try PendingBack(in: connection) == nil else { return }
      guard let day = try dayBefore(in: connection) else {
        throw Refusal("There is no turn of the day that could be taken back.")
      }
      try PendingBack(from: kept, to: day, user: user.name).keep(in: connection)
    }
    guard let back = try finishDayBack(goesOn: goesOn) else {
      throw Refusal("The day is not back yet: whoever opens the office next goes on with it.")
    }
    return back
  }

  /// Finishes what took a day back and was cut off.
  ///
  /// - Parameter goesOn: Asked after each transaction; false leaves the rest for later.
  /// - Returns: The office on the day to which it went back; nil where nothing had been begun, or it
  ///   was left for later.
  /// - Throws: Any failure of the database.
  package func finishDayBack(goesOn: () -> Bool = { true }) throws -> Office? {
    guard let pending = try database.read({ try PendingBack(in: $0) }) else { return nil }
    let back = on(pending.to)
    let steps = DayBack(from: on(pending.from), to: back)
    while try steps.goOn() {
      guard goesOn() else { return nil }
    }
    guard goesOn() else { return nil }
    try back.placeEverything()
    guard goesOn() else { return nil }
    try database.write { connection in
      // Another program may have finished it meanwhile: it is written down once.
      guard let pending = try PendingBack(in: connection) else { return }
      try BusinessDay.turn(
        back, to: pending.to, cause: .back, by: pending.user, charges: pending.charges, items: 0,
        in: connection)
      try PendingBack.end(in: connection)
    }
    return back
  }

  /// The day before the last turn that stands; turns that were taken back stand no more.
  private func dayBefore(in connection: Connection) throws -> Day? {
    var standing: [DayTurn] = []
    for (turn, _) in try DayTurns.all(in: connection) {
      if turn.cause == .back { _ = standing.popLast() } else { standing.append(turn) }
    }
    return standing.last?.from
  }
}

/// That a day is being taken back, and how far that came; kept until all of it is done.
struct PendingBack: Equatable {
  var from: Day
  var to: Day
  var user: String
  /// The last patient who is done, nil once all are.
  var after: PatientID? = PatientID(0)
  /// How many charges were taken back.
  var charges = 0

  private static let setting = "day back"

  init(from: Day, to: Day, user: String) {
    self.from = from
    self.to = to
    self.user = user
  }

  /// What is kept; nil where no day is being taken back.
  init?(in connection: Connection) throws {
    let text = try Settings.value(Self.setting, in: connection) ?? ""
    // The name comes last: it may hold anything.
    let parts = text.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let from = Day(String(parts[0])), let to = Day(String(parts[1])),
      let charges = Int(parts[3])
    else { return nil }
    self.init(from: from, to: to, user: String(parts[4]))
    self.charges = charges
    after = Int64(parts[2]).map { PatientID($0) }
  }

  func keep(in connection: Connection) throws {
    let place = after.map { String($0.rawValue) } ?? "all"
    try Settings.set(
      Self.setting, to: "\(from)\t\(to)\t\(place)\t\(charges)\t\(user)", in: connection)
  }

  static func end(in connection: Connection) throws {
    try Settings.set(setting, to: "", in: connection)
  }
}

/// What a day made for patients, taken back.
private struct DayBack {
  let office: Office
  let back: Office

  private static let step = 100

  init(from office: Office, to back: Office) {
    self.office = office
    self.back = back
  }

  /// Goes on with the next patients in one transaction; false once all are done.
  func goOn() throws -> Bool {
    try office.database.write { connection in
      guard var pending = try PendingBack(in: connection), let after = pending.after else {
        return false
      }
      let patients = try Charges.patients(after: after, limit: Self.step, in: connection)
      for patient in patients { pending.charges += try takeBack(patient, in: connection) }
      pending.after = patients.count == Self.step ? patients.last : nil
      try pending.keep(in: connection)
      return true
    }
  }

  private func takeBack(_ patient: PatientID, in connection: Connection) throws -> Int {
    let placer = Placer(rules: back.rules, today: back.today)
    let made = try Charges.madeByCalendar(of: patient, on: office.today, in: connection)
    let maker = ChargeMaker(office: office, connection: connection)
    for charge in made {
      try maker.post(-charge.amount, of: charge.id, cause: .unbilledCharge, activity: nil)
      try Charges.takeBackWithDay(charge.id, known: office.known, in: connection)
      try placer.place(.charge(charge.id), in: connection)
    }
    try HoldKeeper(office: back, connection: connection).refreshAll(of: patient, placer: placer)
    try SpecialCalendar(office: back, connection: connection).renew(patient, placer: placer)
    return made.count
  }
}
