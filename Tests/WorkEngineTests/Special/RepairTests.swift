import Billing
import Testing
import WorkEngine

@Suite("Repair")
struct RepairTests {
  private static func ticket(
    _ code: String = "E0260", minutes: Int = 40, loaner: Bool = false, rental: Rental? = nil,
    warranty: String? = nil, parts: [SupplyAnswer] = []
  ) -> RepairTicket {
    RepairTicket(
      patient: PatientID(1), order: OrderID(2), code: code, openedOn: Rented.day("2026-05-04"),
      complaint: "the motor of the made-up bed does not lift the head any more, it only hums",
      labourMinutes: minutes, parts: parts, hasLoaner: loaner, rental: rental,
      warrantyThrough: warranty.map(Rented.day))
  }

  @Test(
    "Labour is in units of fifteen minutes begun",
    arguments: [(-5, 0), (0, 0), (1, 1), (15, 1), (16, 2), (30, 2), (40, 3), (60, 4)])
  func labour(minutes: Int, units: Int) {
    #expect(Repair.labourUnits(minutes: minutes) == units)
  }

  @Test("Labour, parts and a loaner become lines with their words")
  func lines() throws {
    let due = try Repair.due(
      Self.ticket(loaner: true, parts: [SupplyAnswer(code: "E0305", units: 2)]), payer: nil,
      rules: SpecialRulesData.rules)
    #expect(due.items.map(\.procedure.description) == ["E0305 RB", "K0739", "K0462"])
    #expect(due.items.map(\.units) == [2, 3, 1])
    #expect(due.items.map(\.expected) == [.zero, Cents(4_500), .zero])
    let lines = SpecialFulfilment.lines(
      SpecialRulesData.work(due),
      documents: [SpecialRulesData.document(.deliveryTicket, dated: "2026-05-08", order: 2)],
      latest: [:], rules: SpecialRulesData.rules, on: Rented.day("2026-05-08"))
    #expect(lines.map(\.deliveredUnits) == [2, 3, 1])
    #expect(lines.allSatisfy { !$0.narrative.isEmpty && $0.narrative.count <= 80 })
    #expect(lines.last?.narrative.hasPrefix("Loaner. Repair of E0260") == true)
  }

  @Test("Rented, serviced within the rent, or under warranty: nothing is charged")
  func refused() {
    let running = Rented.rental("E0260", start: "2025-05-15", id: 4, order: 2)
    let owned = Rented.rental("E0260", start: "2025-03-15", id: 4, order: 2)
    let rows: [(RepairTicket, RepairRefusal?)] = [
      (Self.ticket("E0466"), .servicedWithinRent(.frequentServicing)),
      (Self.ticket("E1390"), .servicedWithinRent(.oxygen)),
      (Self.ticket(rental: running), .notOwnedByPatient),
      (Self.ticket(rental: owned), nil),
      (Self.ticket(warranty: "2026-05-04"), .underWarranty(through: Rented.day("2026-05-04"))),
      (Self.ticket(warranty: "2026-05-03"), nil),
      (Self.ticket("Z9999"), .codeUnknown),
      (Self.ticket(minutes: 0), .nothingToCharge),
    ]
    for (ticket, refusal) in rows {
      do throws(RepairRefusal) {
        let due = try Repair.due(ticket, payer: nil, rules: SpecialRulesData.rules)
        #expect(refusal == nil, "\(due.reason)")
      } catch {
        #expect(error == refusal)
        #expect(!error.message.isEmpty)
      }
    }
  }
}
