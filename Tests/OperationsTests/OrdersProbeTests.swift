import Billing
import Desk
import Operations
import Testing

@Suite("Probe")
struct OrdersProbeTests {
  @Test("probe")
  func probe() throws {
    let test = try TestOffice()
    let report = try test.take(orders: [.device(), .mask(), .shoes(), .device("SO-9", SampleOrder.patient(1).merging(["serial_number": "", "swo_signed": ""]) { $1 })])
    print(report)
    for number in ["SO-1", "SO-2", "SO-3", "SO-9"] {
      let detail = try test.office.order(try test.office.order(numbered: number))
      print(number, detail.findings.map { ($0.isBlocking, $0.message) })
      print(try test.refusal(number, kind: "order", Decision(.confirm)) as Any)
      print(try test.charges(of: number))
    }
    for queue in [QueueName.orderConfirmation, .holds, .transmission, .special] {
      print(queue, try test.queue(queue))
    }
    print(try test.office.transmission())
    print(try test.office.check())
    print(try test.office.holds())
  }
}
