import Billing
import Testing
import WorkEngine

@Suite("PAP trial")
struct PapTrialTests {
  // Set up on January 31: day 31 is March 2, day 91 is May 1.
  private static let rental = Rented.rental(start: "2025-01-31", id: 4, order: 2)

  private static func due(
    _ rental: Rental = rental, _ documents: [Document] = [], on today: String
  ) -> [SpecialDue] {
    SpecialProcesses.due(
      SpecialFacts(patient: PatientID(1), rentals: [rental], documents: documents),
      rules: SpecialRulesData.rules, on: Rented.day(today), horizonDays: 0
    ).filter { $0.kind == .papTrial }
  }

  @Test(
    "Open from day 31 to day 91",
    arguments: [
      ("2025-03-01", false), ("2025-03-02", true), ("2025-05-01", true), ("2025-05-02", false),
    ])
  func window(today: String, isOpen: Bool) {
    let due = Self.due(on: today)
    #expect(due.count == (isOpen ? 1 : 0))
    #expect(due.allSatisfy { $0.closesOn?.description == "2025-05-01" })
  }

  struct Evidence: Sendable {
    let usage: (dated: String, percent: Int)?
    let visit: String?
    let missing: [DocumentKind]
  }

  @Test(
    "Both the use and the visit must fall into their days",
    arguments: [
      Evidence(usage: nil, visit: nil, missing: [.usageReport, .faceToFace]),
      Evidence(usage: ("2025-03-20", 70), visit: "2025-03-02", missing: []),
      Evidence(usage: ("2025-03-20", 69), visit: "2025-05-01", missing: [.usageReport]),
      Evidence(usage: ("2025-02-20", 95), visit: "2025-03-01", missing: [.faceToFace]),
      Evidence(
        usage: ("2025-05-02", 95), visit: "2025-05-02", missing: [.usageReport, .faceToFace]),
    ])
  func evidence(_ row: Evidence) throws {
    var documents: [Document] = []
    if let usage = row.usage {
      documents.append(
        SpecialRulesData.document(.usageReport, dated: usage.dated, value: usage.percent, id: 1))
    }
    if let visit = row.visit {
      documents.append(SpecialRulesData.document(.faceToFace, dated: visit, id: 2))
    }
    #expect(
      PapTrial.missing(
        of: Self.rental, documents: documents, settings: SpecialRulesData.rules.orders)
        == row.missing)
    #expect(Self.due(Self.rental, documents, on: "2025-05-01").isEmpty == row.missing.isEmpty)
    let work = SpecialRulesData.work(try #require(Self.due(on: "2025-05-01").first))
    #expect(
      SpecialFulfilment.missing(
        work, documents: documents, rules: SpecialRulesData.rules, on: Rented.day("2025-06-01"))
        == row.missing)
  }

  @Test("Not for a rental taken over after its trial, nor for one returned before day 31")
  func noTrial() {
    let taken = Rented.rental(start: "2025-01-31", first: 4, id: 4, order: 2)
    #expect(Self.due(taken, on: "2025-03-10").isEmpty)
    let returned = Rented.rental(start: "2025-01-31", pickedUp: "2025-02-20", id: 4, order: 2)
    #expect(Self.due(returned, on: "2025-03-10").isEmpty)
    let bed = Rented.rental("E0260", start: "2025-01-31", id: 4, order: 2)
    #expect(Self.due(bed, on: "2025-03-10").isEmpty)
  }

  @Test("Evidence of another order is none")
  func otherOrder() {
    let documents = [
      SpecialRulesData.document(.usageReport, dated: "2025-03-20", value: 90, id: 1, order: 99),
      SpecialRulesData.document(.faceToFace, dated: "2025-03-20", id: 2, order: 2),
    ]
    #expect(
      PapTrial.missing(
        of: Self.rental, documents: documents, settings: SpecialRulesData.rules.orders)
        == [.usageReport])
  }
}
