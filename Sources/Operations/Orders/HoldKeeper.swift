import Billing
import Database
import Store
import WorkEngine

/// Keeps the automatic holds of a charge in step with the edits: places what they ask for, releases
/// what is clean again, makes the fixes that need nobody.
struct HoldKeeper {
  let office: Office
  let connection: Connection

  private var stories: OrderStories {
    OrderStories(rules: office.rules, today: office.today, connection: connection)
  }

  /// Runs the edits over an unbilled charge; whether anything changed.
  @discardableResult
  func refresh(_ id: ChargeID) throws -> Bool {
    guard let charge = try Charges.find(id, in: connection), charge.standing == .unbilled,
      var review = try stories.review(of: charge)
    else { return false }
    let (mended, found) = ChargeEdits.mended(review, rules: office.rules, on: office.today)
    let findings = try HoldKeeper.standing(found, of: charge, in: connection)
    if mended != charge {
      try Charges.save(mended, in: connection)
      review.charge = mended
    }
    let change = AutomaticHolds.after(
      findings, review: review,
      holds: try Holds.open(of: id, rental: charge.rental, in: connection), rules: office.rules,
      on: office.today)
    for hold in change.placed {
      // What a document released that was taken back holds since the day it was placed.
      if let before = try Holds.releasedByMistake(
        of: id, reason: hold.reason, edit: hold.edit, by: HoldKeeper.name, on: office.today,
        in: connection)
      {
        try Holds.reopen(before, in: connection)
        try Holds.update(before, detail: hold.detail, in: connection)
        continue
      }
      _ = try Holds.insert(
        Hold(
          id: HoldID(0), subject: hold.subject, type: hold.type, reason: hold.reason,
          detail: hold.detail, team: hold.team, owner: nil, placedOn: office.today,
          placedBy: HoldKeeper.name, edit: hold.edit, reviewOn: hold.reviewOn),
        known: office.known, in: connection)
    }
    for release in change.released {
      try Holds.release(
        release.hold,
        Hold.Release(
          on: office.today, by: HoldKeeper.name, evidence: release.evidence,
          document: release.document), known: office.known, in: connection)
    }
    return mended != charge || !change.isEmpty
  }

  /// Findings but for those whose hold a supervisor released with evidence, which stays released.
  static func standing(
    _ findings: [EditFinding], of charge: Charge, in connection: Connection
  ) throws -> [EditFinding] {
    guard findings.contains(where: { $0.holdReason != nil }) else { return findings }
    let waived = try Holds.all(of: charge.id, rental: charge.rental, in: connection).filter {
      $0.isAutomatic && $0.release.map { $0.by != name } ?? false
    }
    return findings.filter { finding in
      !waived.contains { $0.reason == finding.holdReason && $0.edit == finding.edit }
    }
  }

  /// Runs the edits over all unbilled charges of a patient and places them anew.
  func refreshAll(of patient: PatientID, placer: Placer) throws {
    for charge in try Charges.unbilled(of: patient, in: connection) {
      try refresh(charge)
      try placer.place(.charge(charge), onlyIfMoved: true, in: connection)
    }
  }

  /// Who places and releases holds where no person does.
  static let name = "edits"
}
