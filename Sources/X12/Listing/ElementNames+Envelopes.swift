// Names for envelopes and for segments that several kinds of sets share.

extension ElementNames {
  /// Envelopes and segments that stand in several kinds of sets.
  static let envelopeNames = """
    ISA Interchange begins | authorization kind | authorization | security kind | security | kind of sender id | sender | kind of receiver id | receiver | date | time | repetition separator | version | interchange control number | wants a TA1 | live or test | component separator
    IEA Interchange ends | number of groups | interchange control number
    TA1 Interchange acknowledgment | control number answered | date answered | time answered | outcome | reason
    GS Group begins | kind of sets | sending application | receiving application | date | time | group control number | agency | guide version
    GE Group ends | number of sets | group control number
    ST Transaction set begins | kind of set | set control number | guide version
    SE Transaction set ends | number of segments | set control number
    BHT Start of the transaction | structure | purpose | reference of this transmission | date | time | kind of transaction
    HL Level of the hierarchy | number of this level | number of the level above | kind of level | has levels below
    TRN Trace number | kind of trace | trace or check number | originating company | company supplement
    REF Identifier | kind of identifier | identifier | description | further identifier
    DTM Date | meaning of the date | date | time | time zone | kind of period | period
    DTP Date or period | meaning of the date | format | date or period
    N1 Party | role | name | kind of id | id
    N2 More of the name | name | name
    N3 Street | first line | second line
    N4 City | city | state | ZIP | country | kind of location | location | subdivision
    NM1 Name | role | person or organisation | last name or organisation | first name | middle name | prefix | suffix | kind of id | id | relationship | related role | more of the name
    PER Someone to ask | function | name | kind of number | number | kind of number | number | kind of number | number
    AMT Amount | meaning | amount | debit or credit
    QTY Quantity | meaning | quantity | unit @unit
    LX Line or group number | number
    LQ Remark or form code | code list | code
    MSG Message | text
    """
}
