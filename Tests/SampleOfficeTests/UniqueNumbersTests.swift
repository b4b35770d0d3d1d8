import SampleOffice
import Testing
import X12

/// Every number that must be the only one of its kind is.
@Suite struct UniqueNumbersTests {
  private let folder = SampleFolder.medium

  @Test func claimNumbers() {
    let numbers = folder.claims.map(\.controlNumber)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { $0.utf8.count <= 20 })
  }

  @Test func lineNumbers() {
    let numbers = folder.claims.flatMap { $0.lines.map(\.controlNumber) }
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { !$0.isEmpty && $0.utf8.count <= 30 })
  }

  @Test func interchanges() throws {
    var numbers: [String] = []
    for file in folder.files {
      for set in try X12File(file.bytes).sets.prefix(1) {
        numbers.append(set.interchangeSender + " " + set.interchangeControl)
      }
    }
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func batchReferences() throws {
    var references: [String] = []
    for file in folder.files where file.name.contains("-837P-") {
      let x12 = try X12File(file.bytes)
      for set in x12.sets {
        references.append(Transmission837P.read(file: x12, set: set).0.header.reference)
      }
    }
    #expect(Set(references).count == references.count)
  }

  @Test func payersNumbersOfClaims() {
    var claimByNumber: [String: String] = [:]
    for claim in folder.claimAcknowledgments.flatMap(\.value.claims)
    where !claim.payerControlNumber.isEmpty {
      let other = claimByNumber.updateValue(
        claim.controlNumber, forKey: claim.payerControlNumber)
      #expect(other == nil)
    }
    #expect(claimByNumber.count > 500)
  }
}
