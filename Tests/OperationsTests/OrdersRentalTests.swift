import Billing
import Database
import Desk
import Operations
import Testing

@testable import TestSupport

@Suite("Rental months")
struct OrdersRentalTests {
  /// First days of the months that were charged.
  private func months(_ test: TestOffice, _ number: String = "SO-1") throws -> [String] {
    try test.texts(
      """
      SELECT charge.rental_month || ' ' || date(charge.from_day * 86400, 'unixepoch') || ' '
        || charge.modifiers
      FROM charge JOIN sales_order ON sales_order.id = charge.order_id
      WHERE sales_order.number = ?1 AND charge.standing <> 'withdrawn' ORDER BY charge.from_day
      """, .text(number))
  }

  /// Evidence of use, so that months 4 and later are as ready as the first.
  private static let used: [SampleOrder] = [.device("SO-1", ["delivered": "2026-01-12"])]

  @Test("each month is charged once, on its day, and the cap ends it")
  func everyDay() throws {
    let test = try TestOffice(today: "2026-01-12")
    try test.confirm(Self.used)
    var day = try #require(Day("2026-01-12"))
    let last = try #require(Day("2027-03-20"))
    while day < last {
      day = day.adding(days: 1)
      let on = try test.on(day.description)
      try on.office.rollDay()
      if day.ccyymmdd.hasSuffix("12") { #expect(try on.office.rollDay() == 0) }
    }
    #expect(
      try months(test) == [
        "1 2026-01-12 RR KH KX", "2 2026-02-12 RR KI KX", "3 2026-03-12 RR KI KX",
        "4 2026-04-12 RR KJ KX", "5 2026-05-12 RR KJ KX", "6 2026-06-12 RR KJ KX",
        "7 2026-07-12 RR KJ KX", "8 2026-08-12 RR KJ KX", "9 2026-09-12 RR KJ KX",
        "10 2026-10-12 RR KJ KX", "11 2026-11-12 RR KJ KX", "12 2026-12-12 RR KJ KX",
        "13 2027-01-12 RR KJ KX",
      ])
    let on = try test.on(last.description)
    #expect(try on.account("unbilled-receivable") == 13 * 12_000)
    try on.isSound()
  }

  @Test("rent of an order that came during a stay begins with the first month after it")
  func deliveredInStay() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.confirm([
      .device(
        "SO-1",
        [
          "delivered": "2026-01-12", "pod_date": "2026-01-12", "stay_kind": "hospital",
          "stay_from": "2026-01-05", "stay_through": "2026-02-01",
        ])
    ])
    #expect(try months(test) == [])
    try test.isSound()
    for day in ["2026-02-11", "2026-02-12", "2026-03-12"] {
      let on = try test.on(day)
      try on.office.rollDay()
      try on.isSound()
    }
    #expect(try months(test) == ["1 2026-02-12 RR KH KX", "2 2026-03-12 RR KI KX"])
  }

  @Test("skipped days and a pause of months give the same months")
  func pause() throws {
    for days in [["2026-05-20"], ["2026-02-11", "2026-02-12", "2026-04-30", "2026-05-20"]] {
      let test = try TestOffice(today: "2026-01-12")
      try test.confirm(Self.used)
      for day in days {
        let on = try test.on(day)
        try on.office.rollDay()
        try on.isSound()
      }
      #expect(
        try months(test).map { String($0.prefix(12)) } == [
          "1 2026-01-12", "2 2026-02-12", "3 2026-03-12", "4 2026-04-12", "5 2026-05-12",
        ])
    }
  }

  @Test("a month that begins on the 31st begins on the last day of a shorter one")
  func lastDay() throws {
    let test = try TestOffice(today: "2026-01-31")
    try test.confirm([.device("SO-1", ["delivered": "2026-01-31", "pod_date": "2026-01-31"])])
    let on = try test.on("2026-06-01")
    try on.office.rollDay()
    #expect(
      try months(on).map { String($0.prefix(12)) } == [
        "1 2026-01-31", "2 2026-02-28", "3 2026-03-31", "4 2026-04-30", "5 2026-05-31",
      ])
  }

  @Test("equipment that came back is charged no further")
  func pickup() throws {
    let test = try TestOffice(today: "2026-01-12")
    try test.confirm(Self.used)
    let march = try test.on("2026-03-20")
    try march.office.rollDay()
    let day = try #require(Day("2026-03-18"))
    try march.decide("SO-1", kind: "charge", DecisionEntry(.pickUp, ["on": day.description]))
    try march.isSound()
    let july = try test.on("2026-07-20")
    try july.office.rollDay()
    #expect(try months(july).count == 3)
    try july.isSound()
  }

  @Test("a stay puts the months off, and their count goes on")
  func stay() throws {
    let test = try TestOffice(today: "2026-01-20")
    try test.confirm([
      .device(
        "SO-1",
        ["stay_kind": "hospital", "stay_from": "2026-02-10", "stay_through": "2026-02-20"])
    ])
    let april = try test.on("2026-04-15")
    try april.office.rollDay()
    #expect(
      try months(april).map { String($0.prefix(12)) }
        == ["1 2026-01-12", "2 2026-03-12", "3 2026-04-12"])
    try april.isSound()
  }

  @Test("a month that a person withdrew does not come again")
  func withdrawn() throws {
    let test = try TestOffice(today: "2026-01-20", isSupervisor: true)
    try test.confirm(Self.used)
    try test.decide(
      "SO-1", kind: "charge",
      DecisionEntry(.withdrawCharge, ["note": "billed on paper", "reason": "ERROR"]))
    let march = try test.on("2026-03-20")
    try march.office.rollDay()
    #expect(
      try months(march).map { String($0.prefix(12)) } == ["2 2026-02-12", "3 2026-03-12"])
    try march.isSound()
  }

  @Test("month 4 of an airway pressure device waits for its trial")
  func trial() throws {
    let test = try TestOffice(today: "2026-01-12")
    try test.confirm(Self.used)
    let april = try test.on("2026-04-12")
    try april.office.rollDay()
    let held = try april.charges(of: "SO-1").filter { $0.contains(" held") }
    #expect(held.count == 1)
    #expect(held.first?.hasPrefix("E0601 RR KJ KX x1 2026-04-12") == true)
    try april.isSound()
  }
}
