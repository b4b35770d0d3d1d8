// Names for the answers to claims: 999 and 277CA.

extension ElementNames {
  /// Segments of the 999 and the 277CA.
  static let answerNames = """
    AK1 Group that is answered | kind of sets | group control number | guide version
    AK2 Set that is answered | kind of set | set control number | guide version
    AK3 Segment in error | segment | position in the set | loop | error
    AK4 Element in error | position @position | element number | error | bad value
    AK5 Outcome for the set | outcome | error 1 | error 2 | error 3 | error 4 | error 5
    IK3 Segment in error | segment | position in the set | loop | error
    IK4 Element in error | position @position | element number | error | bad value
    IK5 Outcome for the set | outcome | error 1 | error 2 | error 3 | error 4 | error 5
    CTX Context of the error | what and value @context | segment | position in the set | loop | position @position
    AK9 Outcome for the group | outcome | sets declared | sets received | sets accepted | error 1 | error 2 | error 3 | error 4 | error 5
    STC Claim status | status @status | date | accepted or rejected | amount | amount paid | paid on | how it is paid | check date | check number | second status @status | third status @status | message
    """
}
