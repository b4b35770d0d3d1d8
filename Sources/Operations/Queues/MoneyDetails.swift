import Billing
import Database
import Desk
import Store
import WorkEngine

/// What the pages of credits and of patients' balances show.
struct MoneyDetails {
  let office: Office
  let connection: Connection

  func credit(_ story: CreditStory, _ claim: ClaimDetail) throws -> CreditDetail {
    let progress = CreditReading(story)
    let placement = story.placement(in: office)
    var detail = CreditDetail(
      claim: claim, owner: story.owner == .patient ? story.patientName : story.ownerName,
      isPatients: story.owner == .patient, amount: story.owed, likelyCause: story.likelyCause,
      stage: "open",
      identifiedOn: story.claim.adjudications.max { $0.sequence < $1.sequence }?.noticeOn,
      dueOn: placement?.governing?.safe, request: progress.request, askedBy: "", approvedBy: "",
      sources: try sources(story))
    switch progress.stage {
    case .open: break
    case .investigating: detail.stage = "investigated"
    case .requested(_, let asker): (detail.stage, detail.askedBy) = ("requested", asker)
    case .approved(_, let approver, let asker):
      (detail.stage, detail.askedBy, detail.approvedBy) = ("approved", asker, approver)
    case .awaitingRecoupment: detail.stage = "recoupment"
    }
    return detail
  }

  /// Every posting group that moved what stands with the owner, oldest first.
  private func sources(_ story: CreditStory) throws -> [CreditSource] {
    try LedgerSources.all(of: story.claim.claim, on: story.owner.account, in: connection).map {
      CreditSource(on: $0.on, cause: $0.cause, traceNumber: $0.traceNumber, amount: $0.amount)
    }
  }

  func patient(_ story: PatientStory) throws -> PatientDetail {
    let reading = PatientReading(story, rules: office.rules, on: office.today)
    let letter = PatientStatement(story, number: "", rules: office.rules, on: office.today)
    return PatientDetail(
      patient: story.patient,
      debts: story.debts.map { debt in
        PatientDebtRow(
          debt: debt, protection: debt.protection(rules: office.rules)?.reason ?? "")
      },
      open: story.open, billable: reading.stage == .notBillable ? .zero : reading.billableAmount,
      credit: story.credit, mark: reading.mark, plan: reading.plan,
      statements: reading.statements.map {
        PatientEvent(on: $0.on, amount: $0.notice.amount, words: "run \($0.notice.run)")
      },
      payments: reading.payments.map {
        PatientEvent(
          on: $0.payment.on, amount: $0.payment.amount,
          words: [$0.payment.method.rawValue, $0.payment.number].filter { !$0.isEmpty }
            .joined(separator: " "))
      }, reasons: reading.reasons, statement: letter?.lines ?? [])
  }
}

extension CreditStory {
  fileprivate func placement(in office: Office) -> Placement? {
    WorkStory.credit(self).placement(rules: office.rules, on: office.today)
  }
}
