import Billing
import Testing

@Suite("Fields of a decision as they are read")
struct FieldReaderTests {
  /// A Monday.
  private static let today = Day("2026-01-12") ?? Day(rawValue: 0)

  private static func day(_ text: String) -> Day { Day(text) ?? Day(rawValue: .min / 2) }

  private func fault(_ body: (inout FieldReader) throws -> Void, _ text: String) -> FieldFault? {
    var reader = FieldReader(["x": text], today: Self.today)
    do {
      try body(&reader)
      return nil
    } catch {
      return error as? FieldFault
    }
  }

  @Test(
    "days as people type them",
    arguments: [
      ("2026-11-24", .ahead, "2026-11-24"), ("3d", .ahead, "2026-01-15"),
      ("2w", .ahead, "2026-01-26"), ("mon", .ahead, "2026-01-19"),
      (" nov 24 ", .ahead, "2026-11-24"),
      ("tomorrow", .ahead, "2026-01-13"), ("jan 11", .ahead, "2027-01-11"),
      ("2026-01-12", .past, "2026-01-12"), ("yesterday", .past, "2026-01-11"),
      ("nov 24", .past, "2025-11-24"), ("11/24", .past, "2025-11-24"), ("-3d", .past, "2026-01-09"),
      ("nov 24", .near, "2025-11-24"), ("feb 2", .near, "2026-02-02"), ("", .ahead, nil),
      ("  ", .past, nil),
    ] as [(String, FieldReader.DayDirection, String?)])
  func days(text: String, direction: FieldReader.DayDirection, expected: String?) throws {
    var reader = FieldReader(["x": text], today: Self.today)
    #expect(try reader.day("x", direction) == expected.map(Self.day))
    try reader.finish("A verb")
  }

  @Test(
    "days that make no sense are refused",
    arguments: [
      ("2026-02-30", .ahead, "is no date"), ("soon", .ahead, "is no date"),
      ("2026-01-12", .ahead, "after today"), ("today", .ahead, "after today"),
      ("2025-12-01", .ahead, "after today"), ("2026-01-13", .past, "not come yet"),
      ("1d", .past, "not come yet"), ("0000-00-00", .near, "is no date"),
    ] as [(String, FieldReader.DayDirection, String)])
  func wrongDays(text: String, direction: FieldReader.DayDirection, words: String) {
    let fault = fault({ _ = try $0.day("x", direction) }, text)
    #expect(fault?.field == "x")
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "read")")
  }

  @Test("what was ahead when it was written is read on any later day")
  func kept() throws {
    for later in ["2026-01-12", "2026-12-01", "2036-01-01"] {
      for direction: FieldReader.DayDirection in [.ahead, .past, .near] {
        var reader = FieldReader(kept: ["x": "2026-01-20"], on: Self.day(later))
        #expect(try reader.day("x", direction) == Self.day("2026-01-20"))
      }
    }
  }

  @Test("a day that must be said")
  func requiredDay() throws {
    let fault = fault({ _ = try $0.requiredDay("x", .past, "Say when.") }, " ")
    #expect(fault == FieldFault("x", "Say when."))
    var reader = FieldReader(["x": "jan 5"], today: Self.today)
    #expect(try reader.requiredDay("x", .past, "Say when.") == Self.day("2026-01-05"))
  }

  @Test(
    "amounts in dollars",
    arguments: [
      ("45", 4500), ("45.5", 4550), ("$1,234.56", 123_456), (" 0.01 ", 1),
      ("999999999.99", 99_999_999_999), ("", nil),
    ] as [(String, Int64?)])
  func amounts(text: String, cents: Int64?) throws {
    var reader = FieldReader(["x": text], today: Self.today)
    #expect(try reader.cents("x") == cents.map { Cents($0) })
  }

  @Test(
    "amounts that are none",
    arguments: [
      ("0", "more than zero"), ("0.00", "more than zero"), ("-5", "more than zero"),
      ("1.234", "no amount"), ("12 dollars", "no amount"), ("1e3", "no amount"),
      ("9999999999", "no amount"), (".", "no amount"), ("٣", "no amount"),
    ])
  func wrongAmounts(text: String, words: String) {
    let fault = fault({ _ = try $0.cents("x") }, text)
    #expect(fault?.field == "x")
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "read")")
  }

  @Test(
    "whole numbers within limits",
    arguments: [
      ("1", 1), ("5", 5), (" 3 ", 3), ("", nil), ("0", -1), ("6", -1), ("2.0", -1), ("+2", -1),
      ("-1", -1), ("1234567890", -1), ("٣", -1),
    ] as [(String, Int?)])
  func numbers(text: String, expected: Int?) throws {
    var reader = FieldReader(["x": text], today: Self.today)
    if expected == -1 {
      let fault = fault({ _ = try $0.number("x", 1...5) }, text)
      #expect(fault?.message.contains("from 1 to 5") == true)
    } else {
      #expect(try reader.number("x", 1...5) == expected)
    }
  }

  @Test("flags are yes or no, and no where nothing is said")
  func flags() throws {
    for (text, expected) in [
      ("yes", true), ("YES", true), ("no", false), ("", false), (" ", false),
    ] {
      var reader = FieldReader(["x": text], today: Self.today)
      #expect(try reader.flag("x") == expected, "\(text)")
    }
    for text in ["y", "true", "1", "yes please"] {
      #expect(fault({ _ = try $0.flag("x") }, text)?.message.contains("neither yes nor no") == true)
    }
  }

  @Test("words of an enumeration, upper or lower case; another is refused with the list")
  func words() throws {
    var reader = FieldReader(["x": " Partly-Favorable "], today: Self.today)
    #expect(try reader.word("x", of: AppealOutcome.self) == .partlyFavorable)
    reader = FieldReader(["x": ""], today: Self.today)
    #expect(try reader.word("x", of: AppealOutcome.self) == nil)
    #expect(
      fault({ _ = try $0.word("x", of: AppealOutcome.self) }, "won")?.message
        == "\"won\" is none of: favorable, partly-favorable, unfavorable, dismissed.")
  }

  @Test("texts lose the blanks around them, keep those within, and have a length")
  func texts() throws {
    var reader = FieldReader(["x": "  a  b\n", "codes": " rr, kx  kh"], today: Self.today)
    #expect(reader.text("x") == "a  b")
    #expect(reader.text("y") == "")
    #expect(reader.codes("codes") == ["RR", "KX", "KH"])
    let long = fault({ _ = try $0.text("x", upTo: 3, "A name") }, "four")
    #expect(long == FieldFault("x", "A name has at most 3 characters, not 4."))
    #expect(fault({ _ = try $0.required("x", "Say it.") }, "\t ") == FieldFault("x", "Say it."))
  }

  @Test("fields of lines come in the order of their numbers, and empty ones are not there")
  func places() {
    let reader = FieldReader(
      [
        "units:10": "1", "units:2": "1", "units:3": " ", "units": "1", "unit:4": "1",
        "units:x": "1",
      ],
      today: Self.today)
    #expect(reader.places(of: "units") == ["2", "10", "x"])
  }

  @Test("what nobody asked for is refused by name; what says nothing is not")
  func leftovers() throws {
    var reader = FieldReader(
      ["amount": "1", "reason": "SMALL", "level": " ", "zone": "9"], today: Self.today)
    _ = try reader.cents("amount")
    do {
      try reader.finish("Write off")
      Issue.record("taken")
    } catch {
      #expect(
        error
          == FieldFault(
            "reason", "\"Write off\" has no use for \"reason\": leave it out."))
    }
    _ = reader.text("reason")
    _ = reader.text("zone")
    try reader.finish("Write off")
  }
}
