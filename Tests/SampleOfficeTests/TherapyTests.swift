import Billing
import Testing

@testable import SampleOffice

@Suite struct TherapyTests {
  /// Capped rental: KH in month 1, KI in 2 and 3, KJ from 4 to 13 at three quarters of the price.
  @Test func cappedRentalByMonth() {
    let lines = (0..<13).compactMap {
      Therapy.hospitalBed.lines(month: $0, choice: 3).first { $0.code == "E0260" }
    }
    #expect(
      lines.map { $0.modifiers[1] } == ["KH", "KI", "KI"] + Array(repeating: "KJ", count: 10))
    #expect(lines.allSatisfy { $0.units == 1 && $0.modifiers.first == "RR" })
    #expect(lines[3].allowed == lines[0].allowed * 75 / 100)
  }

  @Test func oxygenIsRentedForThirtySixMonths() {
    let rented = (0..<Therapy.oxygen.months).filter { month in
      Therapy.oxygen.lines(month: month, choice: 0).contains { $0.code == "E1390" }
    }
    #expect(rented == Array(0..<36))
    let modifiers = Therapy.oxygen.lines(month: 5, choice: 1).map(\.modifiers)
    #expect(modifiers.allSatisfy { $0.contains("N1") })
  }

  @Test func everyLineIsSound() {
    for therapy in Therapy.allCases {
      for month in 0..<therapy.months {
        for choice in 0..<60 {
          let lines = therapy.lines(month: month, choice: choice)
          #expect(lines.count <= 6)
          for line in lines {
            #expect(line.charge > 0 && line.allowed <= line.charge)
            #expect(line.modifiers.count <= 4)
            #expect(line.note.utf8.count <= 80)
            #expect(Product.table.contains { $0.code == line.code }, "\(line.code)")
          }
        }
      }
      #expect(therapy.months <= 64)
      #expect((0..<9).allSatisfy { !therapy.diagnoses($0).isEmpty })
    }
  }

  @Test func rentalsKeepTheirDayOfTheMonth() {
    var patient = SamplePatient(seed: 1, number: 30, months: 24_310...24_325)
    #expect(patient.anchorDay == 31)
    patient.startMonth = 2_026 * 12
    #expect(
      (0..<4).map { patient.serviceDay(month: $0).description } == [
        "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30",
      ])
  }
}
