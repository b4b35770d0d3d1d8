// One remittance's memory used for the next.

import Testing
import X12

struct RemittanceReuseTests {
  /// Nothing of the set before may be left over.
  @Test func readingIntoUsedMemoryGivesTheSame() throws {
    var numbers = SeededNumbers(77)
    let drafts = (0..<40).map { _ in RemittanceRandom.draft(&numbers) }
    let file = try X12File(RemittanceTransmission(drafts).encoded())
    var reused = Remittance835()
    for index in file.sets.indices {
      reused.read(file, set: index)
      let fresh = Remittance835(file, set: index)
      #expect(RemittanceDraft(from: reused) == RemittanceDraft(from: fresh))
      #expect(RemittanceBalance(reused) == RemittanceBalance(fresh))
      #expect(reused.problems == fresh.problems)
      #expect(reused.envelope == fresh.envelope)
    }
    reused.read(file, set: 99)
    #expect(reused.claims.isEmpty)
    #expect(reused.payer.segment == 0)
  }
}
