import Billing
import Desk
import Operations
import Testing

@Suite("speed")
struct OrdersSpeedTests {
  @Test("speed")
  func speed() throws {
    let clock = ContinuousClock()
    for count in [250, 500] {
      let test = try TestOffice()
      let orders = (1...count).map { SampleOrder.device("SO-\($0)", SampleOrder.patient($0)) }
      print(count, "import", try clock.measure { try test.take(orders: orders) })
      print("confirm", try clock.measure {
        for order in orders { try test.decide(order.cells["order_number"] ?? "", kind: "order", Decision(.confirm)) }
      })
      print("roll", try clock.measure { try test.on("2026-02-12").office.rollDay() })
      print("board", try clock.measure { _ = try test.office.transmission() })
      print("send", try clock.measure { try test.sendAll() })
      print("check", try clock.measure { _ = try test.office.check() })
    }
    for count in [20, 40] {
      let test = try TestOffice()
      let orders = (1...count).map { SampleOrder.mask("SO-\($0)", ["hcpcs": "A7030", "narrative": "N\($0)"]) }
      print("one patient", count, "import", try clock.measure { try test.take(orders: orders) })
      print("confirm", try clock.measure {
        for order in orders { try test.decide(order.cells["order_number"] ?? "", kind: "order", Decision(.confirm)) }
      })
      print("again", try clock.measure { try test.on("2026-02-12").office.rollDay() })
    }
  }
}
