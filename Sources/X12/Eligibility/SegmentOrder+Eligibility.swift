// The order of the segments inside the loops of 005010X279A1.

extension SegmentOrder {
  /// Loops 2100A to 2100D and 2120; PER stands in an answer only.
  static let insured = SegmentOrder(
    ["NM1", "N2", "REF", "N3", "N4", "PER", "AAA", "PRV", "DMG", "INS", "HI", "DTP", "MPI"],
    singles: ["NM1", "N4", "PRV", "DMG", "INS"])
  /// Loops 2110C and 2110D of a 270.
  static let question = SegmentOrder(["EQ", "AMT", "III", "REF", "DTP"], singles: ["EQ"])
  /// Loops 2110C and 2110D of a 271, without LS and LE.
  static let benefit = SegmentOrder(
    ["EB", "HSD", "REF", "DTP", "AAA", "MSG", "III"], singles: ["EB"])
}
