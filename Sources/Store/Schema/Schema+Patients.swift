import Database

extension Schema {
  /// Credits that are given back: their words, and the accounts of what goes out.
  static let refunds = Migration(
    id: "0024-refunds",
    sql: WordGuards.renewal(
      of: ["posting", "journal_entry", "activity", "work_item", "provider_balance"], step: 24))

  /// The money of patients as work; who owes something is found by an index of few rows.
  static let patientMoney = Migration(
    id: "0025-patient-money",
    sql: """
      CREATE INDEX claim_line_patient_money ON claim_line (claim_id) WHERE patient_cents <> 0;
      """
        + WordGuards.renewal(
          of: ["posting", "journal_entry", "activity", "work_item", "provider_balance"], step: 25))
}
