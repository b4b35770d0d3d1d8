// Names for professional claims: 837.

extension ElementNames {
  /// Segments of the 837 professional.
  static let claimNames = """
    PRV Provider's speciality | role | kind of code | taxonomy code
    SBR Coverage | order of payment | relationship to the patient | group number | group name | why Medicare is second | order of benefits | answer | employment | kind of plan
    PAT Patient | relationship to the subscriber | location | employment | student | format of date | date of death | unit of weight | weight | pregnant
    DMG Birth and sex | format | date of birth | sex | marital status | race
    CLM Claim | our claim number | total charge | filing kind | institutional kind | place and frequency @place | provider signed | takes assignment | benefits assigned | release of information | patient signed | cause of accident @cause | special programme | answer | service level | answer | participation | claim status | answer | submission reason | delay reason
    PWK Attachment | kind of document | how it comes | copies | role | kind of number | attachment number
    CN1 Contract | kind | amount | percent | code | discount percent | version
    K3 Fixed-format note | text
    NTE Note | kind | text
    CR1 Ambulance transport | unit of weight | weight | kind | reason | unit of distance | distance
    CR2 Chiropractic | treatment number | number of treatments
    CR3 Equipment certification | kind | unit | how long
    CR5 Oxygen certification | kind | months
    CRC Conditions | category | applies | condition 1 | condition 2 | condition 3 | condition 4 | condition 5
    HI Diagnoses | diagnosis 1 @diagnosis | diagnosis 2 @diagnosis | diagnosis 3 @diagnosis | diagnosis 4 @diagnosis | diagnosis 5 @diagnosis | diagnosis 6 @diagnosis | diagnosis 7 @diagnosis | diagnosis 8 @diagnosis | diagnosis 9 @diagnosis | diagnosis 10 @diagnosis | diagnosis 11 @diagnosis | diagnosis 12 @diagnosis
    HCP Repricing | method | allowed | saved | organisation | rate | group | group amount | revenue code | kind of code | procedure | unit | quantity | why rejected
    OI Other insurance | filing kind | submission reason | benefits assigned | patient signed | provider agreement | release of information
    SV1 Professional service | procedure @procedure | charge | unit of measure | units | place of service | service type | diagnosis pointers @pointers | amount | emergency | review | review value | EPSDT | family planning | review | review value | copay waived
    SV5 Equipment service | procedure @procedure | unit of measure | length of need | rental price | purchase price | rental period
    PS1 Purchased service | provider | amount | state
    LIN Item | line | kind of code | code
    CTP Drug quantity | class | price kind | price | quantity | unit @unit
    SVD Other payer's line decision | payer | paid | procedure @procedure | revenue code | units paid | bundled line
    MEA Measurement | reference | kind | value | unit @unit
    FRM Form answer | question | yes or no | text | date | percent
    """
}
