/// One cell of a frame in eight bytes: what it shows, how wide that is, and its style.
///
/// A base scalar with combining marks (a cluster) does not fit; the cell then holds its number in
/// the frame's table of clusters. The cell after a wide one is its continuation and shows nothing.
package struct Cell: Hashable, Sendable {
  /// Bits 0-20 scalar or cluster number, 21 cluster, 22-23 width, 32-47 style.
  let bits: UInt64

  private static let payloadMask: UInt64 = 0x1F_FFFF
  private static let clusterBit: UInt64 = 1 << 21

  init(bits: UInt64) { self.bits = bits }

  init(scalar: UInt32, width: Int, style: Style) {
    bits = UInt64(scalar) | UInt64(width) << 22 | UInt64(style.bits) << 32
  }

  init(cluster: Int, width: Int, style: Style) {
    bits =
      UInt64(cluster) & Cell.payloadMask | Cell.clusterBit | UInt64(width) << 22
      | UInt64(style.bits) << 32
  }

  /// A space in that style.
  package static func blank(_ style: Style = .text) -> Cell {
    Cell(scalar: 0x20, width: 1, style: style)
  }

  /// The second half of a wide cell.
  static func continuation(_ style: Style) -> Cell { Cell(scalar: 0, width: 0, style: style) }

  /// 0 for the second half of a wide cell, else 1 or 2.
  package var width: Int { Int(bits >> 22 & 3) }
  /// Whether it is the second half of a wide cell.
  package var isContinuation: Bool { width == 0 }
  /// How it looks.
  package var style: Style { Style(bits: UInt16(truncatingIfNeeded: bits >> 32)) }

  /// The number in the frame's table of clusters, or nil when the cell holds one scalar.
  package var clusterIndex: Int? {
    bits & Cell.clusterBit == 0 ? nil : Int(bits & Cell.payloadMask)
  }

  /// The scalar shown; nil for a cluster and for the second half of a wide cell.
  package var scalar: Unicode.Scalar? {
    guard bits & Cell.clusterBit == 0, width > 0 else { return nil }
    return Unicode.Scalar(UInt32(bits & Cell.payloadMask))
  }

  /// The same content in another style.
  package func styled(_ style: Style) -> Cell {
    Cell(bits: bits & 0xFFFF_FFFF | UInt64(style.bits) << 32)
  }
}
