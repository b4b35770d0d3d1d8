import Billing
import Testing
import WorkEngine

@Suite("A serial number is on file")
struct ASerialNumberIsOnFileTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("it has none"),
    EditCase("it is there", from: Made.rent()),
    EditCase("the rental knows it", .fix([.serialNumber("SN-INVENTED-1")]), from: Made.rent()) {
      $0.charge.serialNumber = ""
    },
    EditCase("the order knows it", .fix([.serialNumber("SN-INVENTED-2")]), from: Made.rent()) {
      $0.charge.serialNumber = ""
      $0.rental = nil
      $0.order.lines[0].serialNumber = "SN-INVENTED-2"
    },
    EditCase("nobody knows it", .hold(reason: "serial-missing"), from: Made.rent()) {
      $0.charge.serialNumber = ""
      $0.rental?.serialNumber = ""
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ASerialNumberIsOnFile.self) }

}
