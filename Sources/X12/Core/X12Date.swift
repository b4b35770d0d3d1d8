/// Reads dates as whole numbers of the form 20260105.
package enum X12Date {
  /// The date as year * 10000 + month * 100 + day, or 0 when it is no such date.
  ///
  /// Takes CCYYMMDD, and YYMMDD as ISA09 has it (read as 20YY). Days are checked by the calendar.
  package static func yyyymmdd(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int32 {
    let end = min(range.upperBound, bytes.count)
    let length = end - range.lowerBound
    if length == 8 { return eightDigits(ByteWord.load(bytes, at: range.lowerBound)) }
    guard length == 6 else { return 0 }
    var value: Int32 = 0
    var position = range.lowerBound
    while position < end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return 0 }
      value = value &* 10 &+ Int32(digit)
      position += 1
    }
    value += 20_000_000
    return isCalendarDate(value) ? value : 0
  }

  /// The same of a text.
  package static func yyyymmdd(_ text: String) -> Int32 {
    let bytes = Array(text.utf8)
    return yyyymmdd(bytes.span, ByteRange(0, bytes.count))
  }

  /// Eight digits at once: pairs first, then pairs of pairs.
  @inline(__always)
  private static func eightDigits(_ word: UInt64) -> Int32 {
    let digits = word ^ 0x3030_3030_3030_3030
    guard (digits &+ 0x7676_7676_7676_7676) & 0x8080_8080_8080_8080 == 0,
      digits & 0x8080_8080_8080_8080 == 0
    else { return 0 }
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let century = Int32(truncatingIfNeeded: pairs & 0xFF)
    let decade = Int32(truncatingIfNeeded: pairs >> 16 & 0xFF)
    let month = Int32(truncatingIfNeeded: pairs >> 32 & 0xFF)
    let day = Int32(truncatingIfNeeded: pairs >> 48 & 0xFF)
    let year = century * 100 + decade
    return isCalendarDate(year: year, month: month, day: day)
      ? year * 10_000 + month * 100 + day : 0
  }

  /// The two dates of a D8 or RD8 value; the second equals the first when there is only one.
  package static func period(
    _ bytes: Span<UInt8>, _ range: ByteRange
  ) -> (from: Int32, to: Int32) {
    guard range.count == 17, range.upperBound <= bytes.count,
      bytes[range.lowerBound + 8] == UInt8(ascii: "-")
    else {
      let day = yyyymmdd(bytes, range)
      return (day, day)
    }
    return (
      yyyymmdd(bytes, ByteRange(range.lowerBound, range.lowerBound + 8)),
      yyyymmdd(bytes, ByteRange(range.lowerBound + 9, range.upperBound))
    )
  }

  /// Whether a number of the form 20260105 names a day that exists.
  package static func isCalendarDate(_ yyyymmdd: Int32) -> Bool {
    isCalendarDate(
      year: yyyymmdd / 10_000, month: yyyymmdd / 100 % 100, day: yyyymmdd % 100)
  }

  @inline(__always)
  private static func isCalendarDate(year: Int32, month: Int32, day: Int32) -> Bool {
    if day >= 1, day <= 28, month >= 1, month <= 12, year >= 1800 { return year <= 9999 }
    guard year >= 1800, year <= 9999, month >= 1, month <= 12, day >= 1 else { return false }
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let last: Int32 =
      switch month {
      case 4, 6, 9, 11: 30
      case 2: isLeap ? 29 : 28
      default: 31
      }
    return day <= last
  }
}
