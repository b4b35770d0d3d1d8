import Billing
import Testing
import X12

@testable import SampleOffice

/// Nobody in the files exists, and every number has the right form.
@Suite struct InventedPeopleTests {
  private let folder = SampleFolder.medium

  @Test func namesAreInvented() {
    for claim in folder.claims {
      let people = [claim.subscriber.party.name] + claim.lines.flatMap { $0.providers.map(\.name) }
      for person in people {
        #expect(InventedNames.isInvented(family: person.last))
        #expect(InventedNames.isInvented(given: person.first))
      }
    }
  }

  @Test func listsLookAlive() {
    let names = Set(
      folder.claims.map { $0.subscriber.party.name.last + $0.subscriber.party.name.first })
    let members = Set(folder.claims.map(\.memberID))
    #expect(names.count * 10 > members.count * 8)
  }

  @Test func providerNumbersHaveTheirCheckDigit() {
    let numbers = Set(
      folder.claims.flatMap { claim in
        [claim.billing.npi] + claim.lines.flatMap { $0.providers.map(\.name.npi) }
      })
    #expect(numbers.count > 100)
    for number in numbers {
      #expect(number.hasPrefix("1999"))
      #expect(Billing.NationalProviderIdentifier.isValid(number), "\(number)")
    }
  }

  @Test func beneficiaryNumbersAreImpossible() {
    let numbers = folder.claims.filter { $0.subscriber.coverage.filingIndicator == "MB" }
      .map(\.memberID)
    #expect(!numbers.isEmpty)
    for number in numbers {
      #expect(number.utf8.count == 11)
      #expect(number.hasPrefix("1S00"))
    }
  }

  @Test func numbersNeverMeet() {
    let many = (0..<60_000).map { InventedNumbers.mbi($0) }
    #expect(Set(many).count == many.count)
  }
}
