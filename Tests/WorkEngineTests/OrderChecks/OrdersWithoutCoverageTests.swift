import Billing
import Testing
import WorkEngine

/// Coverages that cannot be billed are found.
struct OrdersWithoutCoverageTests {
  private static let cases: [OrderCheckCase] = [
    .passes("one payer", MadeOrder.review()),
    .passes(
      "two payers",
      MadeOrder.review { $0.coverages.append(MadeOrder.coverage(.secondary, family: .commercial)) }),
    .blocks("none", MadeOrder.review { $0.coverages = [] }, "No coverage is known"),
    .blocks(
      "only a second one",
      MadeOrder.review { $0.coverages = [MadeOrder.coverage(.secondary, family: .commercial)] },
      "is entered as secondary payer"),
    .blocks(
      "two first ones", MadeOrder.review { $0.coverages.append(MadeOrder.coverage()) },
      "primary one"),
    .blocks(
      "no member number", MadeOrder.review { $0.coverages[0].memberID = "" }, "no member number"),
    .tells(
      "second payer without number",
      MadeOrder.review {
        $0.coverages.append(MadeOrder.coverage(.secondary, family: .commercial, member: ""))
      },
      "secondary coverage with SAMPLE PAYER has no member"),
    .blocks(
      "over before the delivery",
      MadeOrder.review { $0.coverages[0].effective.through = MadeOrder.day("2026-01-11") },
      "not in force on 2026-01-12"),
    .passes(
      "over on the day of delivery",
      MadeOrder.review { $0.coverages[0].effective.through = MadeOrder.served }),
    .blocks(
      "spouse without a name", MadeOrder.review { $0.coverages[0].relationship = "01" },
      "who is not named"),
    .passes(
      "spouse with a name",
      MadeOrder.review {
        $0.coverages[0].relationship = "01";
        $0.coverages[0].subscriber = Identity(lastName: "ZZTEST", firstName: "PARTNER")
      }),
  ]

  @Test(arguments: cases)
  func check(_ row: OrderCheckCase) {
    row.run(
      edits: TheCoverageIsActiveOnTheDayOfService.self, ThePayersStandInTheirOrder.self,
      TheCoordinationOfBenefitsIsComplete.self, ThePatientIsDescribedInFull.self, cause: .coverage)
  }
}
