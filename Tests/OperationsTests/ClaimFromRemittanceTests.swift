import Billing
import Desk
import Operations
import Testing

@testable import TestSupport

/// On the first day a remittance is read before its bill: the claim made of it becomes its bill's.
@Suite("A claim that a remittance made before its bill was read")
struct ClaimFromRemittanceTests {
  /// Every member of the kind ends as if the bill had come first.
  @Test(
    "takes lines, numbers, modifiers and the next payer from its bill",
    arguments: ["as answered", "turned", "modifiers", "next payer", "all"])
  func follows(change: String) throws {
    var bill = SampleClaim.machine()
    if ["turned", "all"].contains(change) { bill.lines.reverse() }
    if ["modifiers", "all"].contains(change) { bill.lines[0].code += ":GA" }
    if ["next payer", "all"].contains(change) { bill = bill.supplemented() }
    let files = [SampleFiles.claims([bill]), SampleFiles.remittance([.machine()])]
    var states: [[String]] = []
    for order in [[0, 1], [1, 0]] {
      let test = try TestOffice()
      for place in order { try test.take(files[place], "\(place).x12") }
      try test.isSound()
      #expect(try test.numbers("SELECT count(*) FROM claim") == [1])
      states.append(
        try test.texts(
          """
          SELECT json_array(claim_line.number, claim_line.control_number, code, modifiers, units,
            claim_line.charge_cents, payer_cents, next_payer_cents, patient_cents, paid_cents,
            adjusted_cents, claim.member_id, payer.name, next.name)
          FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
          JOIN payer ON payer.id = claim.payer_id
          LEFT JOIN payer AS next ON next.id = claim.next_payer_id ORDER BY claim_line.number
          """)
          + test.texts(
            """
            SELECT account || ' ' || sum(amount_cents) FROM posting GROUP BY account
            HAVING sum(amount_cents) <> 0 ORDER BY account
            """)
          + test.texts(
            "SELECT queue || ' ' || tier || ' ' || reason FROM work_item WHERE is_closed = 0"))
    }
    #expect(states[1] == states[0], "\(change)")
  }
}
