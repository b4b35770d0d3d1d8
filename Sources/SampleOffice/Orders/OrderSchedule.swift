import Billing
import X12

/// When the orders of a year reach the office: once, again by mistake, or again put right.
struct OrderSchedule: Sendable {
  let seed: UInt64
  let firstDay: Day
  let days: Int
  let months: ClosedRange<Int>

  init(seed: UInt64, firstDay: Day, days: Int) {
    self.seed = seed
    self.firstDay = firstDay
    self.days = days
    let first = firstDay.components
    let last = firstDay.adding(days: max(1, days)).components
    months = (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
  }

  private var lastDay: Day { firstDay.adding(days: days - 1) }

  /// Puts every export of one patient's orders on its day.
  func plan(patient number: Int, into agenda: inout Agenda<SampleOrder>) {
    var random = SplitMix64(seed: seed, .claim, UInt64(number))
    var served = firstServed(&random)
    let orders = 1 + (random.chance(perMille: 350) ? 1 : 0)
    for index in 0..<orders {
      guard let order = order(number, index, servedOn: served, &random) else { continue }
      export(order, into: &agenda, &random)
      served = served.adding(days: random.within(10...120)).nextWorkday
      if served > lastDay { return }
    }
  }

  /// A third of the patients begin in the first two months, so that the office soon has a life.
  private func firstServed(_ random: inout SplitMix64) -> Day {
    let span = random.chance(perMille: 330) ? min(60, days) : days
    return firstDay.adding(days: random.below(span)).nextWorkday
  }

  private func export(
    _ order: SampleOrder, into agenda: inout Agenda<SampleOrder>, _ random: inout SplitMix64
  ) {
    let first = order.servedOn.adding(workdays: random.within(1...3))
    guard random.chance(perMille: 160) else {
      agenda.add(order, on: first)
      // Somebody pressed the button twice.
      if random.chance(perMille: 30) { agenda.add(order, on: first.adding(workdays: 1)) }
      return
    }
    let mistake = OrderMistake.allCases[random.below(OrderMistake.allCases.count)]
    let right = first.adding(days: random.within(4...16)).nextWorkday
    guard let wrong = mistake.made(in: order) else {
      agenda.add(order, on: first)
      return
    }
    agenda.add(wrong, on: first)
    agenda.add(order, on: right)
  }

  private func order(
    _ number: Int, _ index: Int, servedOn: Day, _ random: inout SplitMix64
  ) -> SampleOrder? {
    let patient = SamplePatient(seed: seed, number: number, months: months)
    let draw = random.index(byWeight: OrderTherapy.weights)
    guard let therapy = OrderTherapy(rawValue: draw) else { return nil }
    let identity = patient.identity(seed: seed)
    let party = Prescriber.party(patient.prescriber)
    let payer = PayerTable.all[patient.payer]
    let wantsVisit = therapy != .walkingAid && therapy != .commode && therapy != .repair
    var order = SampleOrder(
      number: "M" + InventedNumbers.padded(number, 6) + "-" + String(index + 1), patient: patient,
      identity: identity, sex: patient.sex,
      coverages: coverages(patient, identity, &random), prescriberNPI: party.name.id,
      prescriberLast: party.name.last, prescriberFirst: party.name.first,
      prescriberEnrolled: random.chance(perMille: 12) ? "no" : "yes",
      diagnoses: therapy.diagnoses(patient.choice),
      orderedOn: servedOn.adding(days: -random.within(3...9)), servedOn: servedOn,
      isShipped: therapy.isShipped,
      tracking: therapy.isShipped ? "1ZMOCK" + InventedNumbers.padded(number, 10) : "",
      writtenOn: nil, signedOn: nil, proofOn: servedOn,
      proofSigner: therapy.isShipped ? "" : identity.first + " " + identity.last,
      faceToFaceOn: wantsVisit ? servedOn.adding(days: -random.within(12...40)) : nil,
      sleepStudyOn: therapy.wantsSleepStudy
        ? servedOn.adding(days: -random.within(20...70)) : nil, stay: nil,
      authorizedFrom: servedOn.adding(days: -5), authorizedThrough: servedOn.adding(days: 200),
      lines: therapy.lines(patient.choice))
    order.writtenOn = order.orderedOn
    order.signedOn = order.orderedOn.adding(days: random.within(0...2))
    finishLines(of: &order, payer, index, &random)
    if random.chance(perMille: 30), !therapy.isShipped {
      // Delivered to the ward within two days of going home, or during a short stay.
      let isHome = random.chance(perMille: 500)
      order.stay = (
        "hospital", servedOn.adding(days: -6), servedOn.adding(days: isHome ? -1 : 1)
      )
    }
    return order
  }

  private func finishLines(
    of order: inout SampleOrder, _ payer: SamplePayer, _ index: Int, _ random: inout SplitMix64
  ) {
    let number = order.patient.number
    for line in order.lines.indices {
      let code = order.lines[line].code
      if order.lines[line].isSerialized {
        order.lines[line].serialNumber =
          "MK" + code + "-" + InventedNumbers.padded(number, 6) + String(index) + String(line)
      }
      if let units = OrderTherapy.authorizedUnits(code, payer.family) {
        order.lines[line].authorization = OrderedLine.Authorization(
          number: "SPA" + InventedNumbers.padded(number, 7) + String(index), units: units)
      }
      if order.lines[line].kind == .rental, random.chance(perMille: 40) {
        // Taken over from a supplier who left.
        order.lines[line].firstRentalMonth = random.within(2...11)
      }
    }
  }

  private func coverages(
    _ patient: SamplePatient, _ identity: PatientIdentity, _ random: inout SplitMix64
  ) -> [SampleCoverage] {
    let payer = PayerTable.all[patient.payer]
    var first = SampleCoverage(payer: payer, memberID: patient.memberID(payer: payer))
    first.from = Day(year: firstDay.year - 1, month: 1, day: 1)
    if random.chance(perMille: 25) { first.through = lastDay.adding(days: -random.within(0...150)) }
    let isEmployers = payer.family == .commercial || payer.family == .blueCross
    if isEmployers, random.chance(perMille: 250) {
      first.relationship = identity.born.year > 1990 ? "child" : "spouse"
      let isChild = first.relationship == "child"
      first.subscriber = Identity(
        lastName: identity.last,
        firstName: random.pick(
          patient.isWoman ? InventedNames.mensNames : InventedNames.womensNames, else: "ALVIRA"),
        birthDate: identity.born.adding(days: isChild ? -9_800 : -400),
        sex: patient.isWoman ? "M" : "F")
    }
    guard let next = patient.nextPayer else { return [first] }
    let second = PayerTable.all[next]
    return [first, SampleCoverage(payer: second, memberID: patient.memberID(payer: second))]
  }
}
