import Billing
import Desk
import Operations
import Rules
import SampleBilling
import SampleOffice
import Testing
import X12

@testable import TestSupport

/// A whole made-up year through the use cases: orders in, claims out, answers in.
@Suite struct SampleYearTests {
  @Test func theOfficeIsInOrderAtTheEnd() throws {
    let year = try LivedYear.small.get()
    let report = try year.office.check()
    #expect(report.problems == [])
    #expect(report.postingsSum == .zero)
    #expect(year.sendingRefusals == [:])
    #expect(year.sent.count { $0.name.hasPrefix("837P-") } > 50)
    #expect(year.sent.contains { $0.name.hasPrefix("270-") })
    #expect(year.arrived.contains { $0.name.contains("-835-") })
  }

  @Test func everyQueueButCreditsHasWork() throws {
    let year = try LivedYear.small.get()
    let queues = try year.office.overview().queues.filter { $0.open + $0.waiting > 0 }.map(\.queue)
    for queue: QueueName in [.holds, .transmission, .denials, .followUp, .special] {
      #expect(queues.contains(queue), "nothing in \(queue.title)")
    }
  }

  @Test func theFilesOfOrdersAreReadWhole() throws {
    let rules = try RulesFile.load(office: SampleYearRules.text)
    #expect(rules.supplier == SampleYear.supplier)
    let office = Office(
      database: try Office.databaseInMemory(), rules: rules,
      user: OfficeUser(name: "test", isSupervisor: false), session: "test",
      today: LivedYear.firstDay.adding(days: 400), outbox: Scratch.folder())
    let year = try LivedYear.small.get()
    for file in year.arrived where file.name.hasSuffix(".csv") {
      let report = try office.importBytes(file.bytes, name: file.name)
      for problem in report.problems {
        // No order can be made of the 30th of February; a wrong check digit is only told.
        let isKept =
          problem.message.contains("nothing was changed")
          || problem.message.contains("nothing done")
        let isMistake = ["patient_birth_date", "prescriber_npi"].contains(problem.place.element)
        #expect(isMistake || isKept, "\(problem)")
      }
    }
  }

  @Test func everyChargeIsInOnePlaceAndItsCentsAreTheOrders() throws {
    let year = try LivedYear.small.get()
    // What the last export of each order says of each item that is not rented.
    var expected: [String: Int64] = [:]
    var known: [String: [String: Int64]] = [:]
    for row in year.orderRows() where row["kind"] != "rental" {
      guard let number = row["order_number"], let line = row["line_number"],
        let units = Int64(row["delivered_quantity"] ?? ""),
        let cents = Int64((row["unit_charge"] ?? "").filter { $0 != "." })
      else { continue }
      known[number, default: [:]][line] = units * cents
    }
    for (number, lines) in known { expected[number] = lines.values.reduce(0, +) }
    var places: [ChargePlace: Int64] = [:]
    var total: Int64 = 0
    var compared = 0
    for order in try year.orders() {
      let charges = order.charges.map(\.charge)
      for row in order.charges where row.charge.standing != .withdrawn {
        places[row.place, default: 0] += row.charge.amount.rawValue
        total += row.charge.amount.rawValue
      }
      guard order.order.standing == .confirmed, let wanted = expected[order.order.number]
      else { continue }
      compared += 1
      let bought = charges.filter { $0.rental == nil }.reduce(Int64(0)) {
        $0 + $1.amount.rawValue
      }
      #expect(bought == wanted, "order \(order.order.number)")
    }
    #expect(compared > 5)
    #expect(places.values.reduce(0, +) == total)
    #expect(total > 0)
  }

  @Test func whatWentOutIsWhatTheChargesSay() throws {
    let year = try LivedYear.small.get()
    let charges = try year.orders().flatMap(\.charges).map(\.charge)
    let byNumber = Dictionary(
      charges.map { ("DKT\($0.id.rawValue)", $0) }, uniquingKeysWith: { first, _ in first })
    var billed: Set<String> = []
    for file in year.sent where file.name.hasPrefix("837P-") {
      let read = try X12File(file.bytes)
      #expect(read.problems.isEmpty, "\(file.name)")
      for set in read.sets {
        let (transmission, problems) = Transmission837P.read(file: read, set: set)
        #expect(problems.allSatisfy { $0.severity != .error }, "\(file.name): \(problems)")
        for claim in transmission.claims {
          #expect(claim.lineChargeCents == claim.chargeCents)
          for line in claim.lines {
            guard let charge = byNumber[line.controlNumber] else {
              Issue.record("\(file.name): no charge has the number \(line.controlNumber)")
              continue
            }
            billed.insert(line.controlNumber)
            #expect(line.procedure.code == charge.procedure.code)
            #expect(line.chargeCents == charge.amount.rawValue)
            #expect(line.units == String(charge.units))
            #expect(line.serviceDate?.value.hasPrefix(charge.serviceFrom.ccyymmdd) ?? false)
          }
        }
      }
    }
    let expected = byNumber.filter { entry in
      if case .billed = entry.value.standing { true } else { false }
    }
    #expect(Set(expected.keys) == billed)
  }

  @Test func rentalMonthsAreAnniversariesToTheDay() throws {
    let year = try LivedYear.small.get()
    let rows = year.orderRows()
    let withStay = Set(rows.filter { $0["stay_kind"] != "" }.compactMap { $0["order_number"] })
    var months = 0
    // Stays put months off: those are looked at where the calendar itself is tested.
    for order in try year.orders()
    where order.order.standing == .confirmed && !withStay.contains(order.order.number) {
      for line in order.order.lines where line.kind == .rental {
        guard let start = order.order.delivery.servedOn else { continue }
        let charges = order.charges.map(\.charge)
          .filter { $0.orderLine == line.number && $0.rental != nil }
          .sorted { ($0.rentalMonth ?? 0) < ($1.rentalMonth ?? 0) }
        let name = "order \(order.order.number) line \(line.number)"
        for charge in charges {
          let month = (charge.rentalMonth ?? 0) - line.firstRentalMonth
          #expect(charge.serviceFrom == Self.anniversary(of: start, month), "\(name)")
          #expect(charge.amount == line.unitCharge, "\(name)")
          months += 1
        }
        let number = order.order.number
        guard !year.pickedUp.contains(number) else { continue }
        let cap = Self.paidMonths(line.procedure.code)
        var due = 0
        while Self.anniversary(of: start, due) <= year.lastDay,
          cap.map({ line.firstRentalMonth + due <= $0 }) ?? true
        {
          due += 1
        }
        #expect(charges.count == due, "\(name)")
      }
    }
    #expect(months > 40)
  }

  /// The same date so many months later, or the last one of a shorter month: by counting, without
  /// the calendar of the rooms under test.
  private static func anniversary(of day: Day, _ months: Int) -> Day {
    let (year, month, date) = day.components
    let count = year * 12 + month - 1 + months
    let lengths = [
      31, (count / 12).isMultiple(of: 4) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]
    return Day(
      year: count / 12, month: count % 12 + 1, day: min(date, lengths[count % 12]))
      ?? Day(rawValue: 0)
  }

  /// Paid rental months of the codes of the sample office; nil where rent goes on.
  private static func paidMonths(_ code: String) -> Int? {
    switch code {
    case "E1390", "E1392", "E0431": 36
    case "E0466": nil
    default: 13
    }
  }
}
