import Billing
import Database
import Store

extension Office {
  /// Takes the last turn of the day back, as if that day had never been opened.
  ///
  /// What the day made is withdrawn under the same known day, so that both together are nothing;
  /// holds, special work and places are those of the day before. What people have worked since stays.
  ///
  /// - Returns: The office on the day to which it went back.
  /// - Throws: ``Refusal`` where no supervisor asks for it, or there is no turn to take back.
  package func backDay() throws -> Office {
    guard user.isSupervisor else { throw Refusal("Only a supervisor takes a day back.") }
    let office = on(try businessDay() ?? today)
    guard let day = try office.database.read({ try office.dayBefore(in: $0) }) else {
      throw Refusal("There is no turn of the day that could be taken back.")
    }
    let back = office.on(day)
    let charges = try DayBack(from: office, to: back).run()
    try back.placeEverything()
    try database.write { connection in
      try BusinessDay.turn(
        back, to: day, cause: .back, charges: charges, items: 0, in: connection)
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

/// What a day made for patients, taken back.
private struct DayBack {
  let office: Office
  let back: Office

  private static let step = 100

  init(from office: Office, to back: Office) {
    self.office = office
    self.back = back
  }

  /// Goes through all patients; gives how many charges were taken back.
  func run() throws -> Int {
    var last = PatientID(0)
    var taken = 0
    while true {
      let patients = try office.database.write { connection in
        let patients = try Charges.patients(after: last, limit: Self.step, in: connection)
        for patient in patients { taken += try takeBack(patient, in: connection) }
        return patients
      }
      guard let end = patients.last, patients.count == Self.step else { return taken }
      last = end
    }
  }

  private func takeBack(_ patient: PatientID, in connection: Connection) throws -> Int {
    let placer = Placer(rules: back.rules, today: back.today)
    let made = try Charges.madeByCalendar(of: patient, on: office.today, in: connection)
    let maker = ChargeMaker(office: office, connection: connection)
    for charge in made {
      try maker.post(-charge.amount, of: charge.id, cause: .unbilledCharge, activity: nil)
      try Charges.takeBackWithDay(charge.id, in: connection)
      try placer.place(.charge(charge.id), in: connection)
    }
    try HoldKeeper(office: back, connection: connection).refreshAll(of: patient, placer: placer)
    try SpecialCalendar(office: back, connection: connection).renew(patient, placer: placer)
    return made.count
  }
}
