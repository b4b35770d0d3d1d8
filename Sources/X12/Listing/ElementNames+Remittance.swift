// Names for remittances: 835.

extension ElementNames {
  /// Segments of the 835.
  static let remittanceNames = """
    BPR Payment | handling | total paid | credit or debit | how it is paid | payment format | kind of payer bank | payer bank | kind of payer account | payer account | payer id | payer supplement | kind of payee bank | payee bank | kind of payee account | payee account | date of the money
    CUR Currency | role | currency | exchange rate
    RDM How the remittance is delivered | way | name | address or number
    TS3 Totals of a provider | provider | facility type | fiscal period ends | number of claims | total charged
    TS2 More totals of a provider | DRG amount | federal amount | hospital amount | share amount | indirect teaching amount
    CLP Claim payment | our claim number | claim status | charged | paid | patient owes | kind of plan | payer's claim number | place or bill type | claim frequency | patient status | DRG | DRG weight | discharge share
    CAS Adjustments | group | reason 1 | amount 1 | quantity 1 | reason 2 | amount 2 | quantity 2 | reason 3 | amount 3 | quantity 3 | reason 4 | amount 4 | quantity 4 | reason 5 | amount 5 | quantity 5 | reason 6 | amount 6 | quantity 6
    MIA Inpatient decision | covered days | outlier amount | lifetime psychiatric days | DRG amount | remark 1 | share amount | pass-through amount | capital amount | capital federal amount | capital hospital amount | capital DRG amount | capital outlier amount | old capital amount | capital hospital rate amount | cost report days | operating hospital amount | operating federal amount | capital outlier | remaining DRG amount | remark 2 | remark 3 | remark 4 | remark 5 | capital exception amount
    MOA Outpatient decision | share paid | HCPCS payable | remark 1 | remark 2 | remark 3 | remark 4 | remark 5 | ESRD amount | professional component
    SVC Service line payment | procedure @procedure | charged | paid | revenue code | units paid | procedure as billed @procedure | units billed
    PLB Adjustment of the whole payment | provider | fiscal period ends | reason 1 @adjustment | amount 1 | reason 2 @adjustment | amount 2 | reason 3 @adjustment | amount 3 | reason 4 @adjustment | amount 4 | reason 5 @adjustment | amount 5 | reason 6 @adjustment | amount 6
    """
}
