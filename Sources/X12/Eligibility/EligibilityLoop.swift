/// What stands below a person in a 270 or a 271: one EQ loop or one EB loop.
package protocol EligibilityLoop: Equatable, Sendable {
  /// Something wrong in a loop: how bad, which element, in what words.
  typealias Complaint = (severity: Severity, element: String, message: String)

  /// ST01.
  static var setCode: String { get }
  /// GS01.
  static var functionalCode: String { get }
  /// BHT02 as it is mostly sent.
  static var purpose: String { get }
  /// The name of the segment that opens a loop.
  static var opening: String { get }

  /// Reads the segment that opens the loop.
  init(opening segment: SegmentText)
  /// What is wrong with the segment that opened it.
  func complaints(of segment: SegmentText) -> [Complaint]
  /// Takes a segment that belongs to the loop.
  mutating func take(_ segment: SegmentText)
  /// Takes a segment of the names inside LS and LE; false where the loop holds no names.
  mutating func takeRelated(_ segment: SegmentText) -> Bool
  /// Whether the guide knows a segment inside the loop.
  static func knows(_ name: String) -> Bool
  /// The loop as segments in the order of the guide.
  var segments: [SegmentText] { get }
}
