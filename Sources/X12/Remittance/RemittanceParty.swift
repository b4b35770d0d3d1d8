/// The payer (loop 1000A) or the payee (loop 1000B).
package struct RemittanceParty: Equatable, Sendable {
  /// N102.
  package var name = ByteRange.empty
  /// N103: `XV` plan id, `XX` NPI, `FI` tax number.
  package var idQualifier = ByteRange.empty
  /// N104.
  package var id = ByteRange.empty
  /// N301.
  package var street = ByteRange.empty
  /// N302.
  package var streetMore = ByteRange.empty
  /// N401.
  package var city = ByteRange.empty
  /// N402.
  package var state = ByteRange.empty
  /// N403.
  package var zip = ByteRange.empty
  /// Its REF segments: `2U`, `EO`, `HI`, `NF` for the payer; `PQ`, `TJ` for the payee.
  package var references = FlatRange()
  /// Its PER segments.
  package var contacts = FlatRange()
  /// The number of its N1 in the file; 0 when there is none.
  package var segment: UInt32 = 0
}
