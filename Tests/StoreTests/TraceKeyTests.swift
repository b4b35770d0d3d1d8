import Billing
import Database
import Testing

@testable import Store
@testable import TestSupport

@Suite("Numbers as they are compared")
struct TraceKeyTests {
  @Test("Swift folds a number as the step of the schema folded those of before")
  func folded() throws {
    let office = try WholeOffice()
    var random = SeededRandom(29)
    let alphabet = Array("0019-- azAZ.:/é")
    for _ in 1...500 {
      let number = String((0..<random.number(0...14)).map { _ in random.pick(alphabet) })
      let stored = try office.database.read { connection in
        try connection.first("SELECT \(Schema.folded("?1"))", [.text(number)]) { $0.text(0) }
      }
      #expect(stored == TraceNumber.folded(number), "\(number)")
    }
  }

  @Test("blanks, hyphens, case and zeros before it make no other number")
  func alike() {
    for number in ["t1", " T-1", "00T1", "T1 "] { #expect(TraceNumber.folded(number) == "T1") }
    #expect(TraceNumber.folded("T10") != TraceNumber.folded("T1"))
    #expect(TraceNumber.folded("000") == "")
  }
}
