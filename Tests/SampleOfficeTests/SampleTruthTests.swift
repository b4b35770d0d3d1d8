import SampleOffice
import Testing
import X12

/// What was counted while the files were made is what the files say.
@Suite struct SampleTruthTests {
  private let folder = SampleFolder.medium

  @Test func files() {
    let truth = folder.truth
    #expect(truth.files == folder.files.count)
    for (kind, count) in [
      ("-837P-", truth.claimFiles), ("-999-", truth.implementationAcknowledgmentFiles),
      ("-TA1-", truth.interchangeAcknowledgmentFiles), ("-277CA-", truth.claimAcknowledgmentFiles),
      ("-835-", truth.remittanceFiles),
    ] {
      #expect(folder.files.count { $0.name.contains(kind) } == count, "\(kind)")
      #expect(count > 0, "\(kind)")
    }
  }

  @Test func claims() {
    #expect(folder.claims.count == folder.truth.claimsSent)
    #expect(folder.claims.reduce(0) { $0 + $1.chargeCents } == folder.truth.chargeSent)
    #expect(folder.claims.allSatisfy { $0.lineChargeCents == $0.chargeCents })
  }

  @Test func frontEnd() {
    let truth = folder.truth
    let sets = folder.acknowledgments.flatMap(\.sets)
    #expect(sets.count { !$0.isAccepted } == truth.setsRejected)
    let rejected = folder.claimAcknowledgments.flatMap(\.value.claims).count(where: \.isRejected)
    #expect(rejected == truth.claimsRejected)
    let refused = folder.interchangeAcknowledgments.filter { $0.outcome == .rejected }
    #expect(
      refused.reduce(0) { $0 + (folder.claimsInInterchange[$1.interchangeControl] ?? 0) }
        == truth.claimsInRefusedFiles)
    #expect(truth.claimsInRefusedFiles > 0)
    let named = Set(folder.claimAcknowledgments.flatMap(\.value.claims).map(\.controlNumber))
    let lost = folder.claims.count { !named.contains($0.controlNumber) }
    #expect(lost >= truth.claimsNeverAcknowledged)
  }

  @Test func acknowledgmentTotalsAgree() {
    for (_, acknowledgment) in folder.claimAcknowledgments {
      for receiver in acknowledgment.sources.flatMap(\.receivers) {
        let claims = receiver.providers.flatMap(\.claims)
        #expect(receiver.totals.rejectedCount == claims.count(where: \.isRejected))
        #expect(receiver.totals.acceptedCount == claims.count { !$0.isRejected })
        let charged = claims.compactMap { $0.statuses.first?.chargeCents }.reduce(0, +)
        #expect(
          (receiver.totals.acceptedCents ?? 0) + (receiver.totals.rejectedCents ?? 0) == charged)
      }
    }
  }

  @Test func remittances() {
    let truth = folder.truth
    let distinct = folder.distinctRemittances
    #expect(distinct.count == truth.remittances)
    #expect(folder.remittances.count == truth.remittances + truth.repeatedRemittances)
    #expect(distinct.reduce(0) { $0 + $1.payment.amount } == truth.payment)
    #expect(distinct.reduce(0) { $0 + $1.claims.count } == truth.remittanceClaims)
    #expect(
      distinct.count { $0.text($0.payment.method) == "NON" } == truth.zeroPayments)
    #expect(distinct.reduce(0) { $0 + $1.claims.count(where: \.isReversal) } == truth.reversals)
    #expect(
      distinct.reduce(0) { $0 + $1.providerAdjustments.count }
        == truth.providerAdjustments.values.reduce(0, +))
  }

  @Test func onlyThePlannedRemittancesDoNotBalance() {
    let wrong = folder.distinctRemittances.filter { !RemittanceBalance($0).isBalanced }
    #expect(wrong.count == folder.truth.unbalancedRemittances)
    #expect(!wrong.isEmpty)
    for remittance in folder.distinctRemittances {
      #expect(RemittanceBalance(remittance).warnings.isEmpty)
    }
  }

  @Test func everyLevelOfImbalanceArrives() {
    var levels: Set<RemittanceBalance.Level> = []
    for remittance in folder.distinctRemittances {
      for difference in RemittanceBalance(remittance).differences {
        levels.insert(difference.level)
      }
    }
    #expect(levels.isSuperset(of: [.transaction, .line, .linePayments]))
  }
}
