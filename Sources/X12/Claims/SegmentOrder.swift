/// The order of the segments inside one loop, as the guide has it.
///
/// Segments that a typed value does not name are put back where the guide wants them; names that
/// the guide does not know go after the known ones, in the order in which they came.
struct SegmentOrder {
  /// The names in the order of the guide.
  private let names: [String]
  /// The names that come once, so that a kept remainder completes the one that is there.
  private let singles: Set<String>

  init(_ names: [String], singles: Set<String>) {
    self.names = names
    self.singles = singles
  }

  /// Header, 005010X222A1 table 1 (BHT; REF is the transmission type of 004010).
  static let header = SegmentOrder(["BHT", "REF"], singles: ["BHT"])
  /// A name with its address and numbers (all NM1 loops of 005010X222A1).
  static let party = SegmentOrder(
    ["NM1", "N2", "N3", "N4", "DMG", "PRV", "DTP", "REF", "PER"],
    singles: ["NM1", "N4", "DMG", "PRV"])
  /// Loop 2000A.
  static let billing = SegmentOrder(["PRV", "CUR"], singles: ["PRV"])
  /// Loops 2000B and 2000C.
  static let subscriber = SegmentOrder(["SBR", "PAT"], singles: ["SBR", "PAT"])
  /// Loop 2300.
  static let claim = SegmentOrder(
    [
      "CLM", "DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "CR1", "CR2", "CRC", "HI", "HCP",
    ], singles: ["CLM"])
  /// Loop 2320.
  static let otherPayer = SegmentOrder(
    ["SBR", "CAS", "AMT", "DMG", "OI", "MIA", "MOA"], singles: ["SBR", "OI"])
  /// Loop 2400.
  static let line = SegmentOrder(
    [
      "LX", "SV1", "SV5", "PWK", "CR1", "CR2", "CR3", "CRC", "DTP", "QTY", "MEA", "CN1", "REF",
      "AMT", "K3", "NTE", "PS1", "HCP",
    ], singles: ["LX", "SV1", "SV5", "CR3"])
  /// Loop 2410.
  static let drug = SegmentOrder(["LIN", "CTP", "REF"], singles: ["LIN", "CTP"])
  /// Loop 2430.
  static let adjudication = SegmentOrder(["SVD", "CAS", "DTP", "AMT"], singles: ["SVD"])

  /// The segments of a loop in the order of the guide.
  func arranged(_ typed: [SegmentText], loose: [SegmentText]) -> [SegmentText] {
    guard !loose.isEmpty else { return typed }
    var segments = typed
    for segment in loose {
      if singles.contains(segment.id),
        let index = segments.firstIndex(where: { $0.id == segment.id })
      {
        segments[index] = segments[index].completed(by: segment)
      } else {
        segments.append(segment)
      }
    }
    let ranked = segments.enumerated().sorted { left, right in
      let ranks = (rank(left.element.id), rank(right.element.id))
      return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
    }
    return ranked.map(\.element)
  }

  /// Whether a name belongs to this loop by the guide.
  func contains(_ name: String) -> Bool { names.contains(name) }

  private func rank(_ name: String) -> Int { names.firstIndex(of: name) ?? names.count }
}
