import Billing
import Desk
import Testing

@Suite("The filter language")
struct FilterParserTests {
  static let today = Day(year: 2026, month: 11, day: 21) ?? Day(rawValue: 0)

  static func parse(_ text: String) throws(FilterError) -> WorkFilter {
    try FilterParser.parse(text, today: today, user: "tlee")
  }

  private static func day(_ text: String) -> FilterValue {
    .day(Day(text) ?? Day(rawValue: 0))
  }

  @Test(
    "is read",
    arguments: [
      ("", .everything),
      ("   ", .everything),
      ("smith", .word("smith")),
      ("smith jones", .all([.word("smith"), .word("jones")])),
      ("smith and jones", .all([.word("smith"), .word("jones")])),
      ("smith or jones", .any([.word("smith"), .word("jones")])),
      ("O'BRIEN-LEE", .word("O'BRIEN-LEE")),
      ("\"exact words\"", .word("exact words")),
      ("\"a \\\"b\\\" c\"", .word("a \"b\" c")),
      ("\"or\"", .word("or")),
      ("-", .word("-")),
      ("payer:medicare", .field(.payer, .has, [.text("medicare")])),
      ("PAYER:Medicare", .field(.payer, .has, [.text("Medicare")])),
      ("payer=medicare", .field(.payer, .has, [.text("medicare")])),
      ("payer:\"Medicare DMAC C\"", .field(.payer, .has, [.text("Medicare DMAC C")])),
      ("code:CO-16,CO-50", .field(.code, .has, [.text("CO-16"), .text("CO-50")])),
      ("carc:CO-16", .field(.code, .has, [.text("CO-16")])),
      ("hcpcs:E1390", .field(.procedure, .has, [.text("E1390")])),
      ("code:A7:507", .field(.code, .has, [.text("A7:507")])),
      ("age>30", .field(.age, .greater, [.number(30)])),
      ("age>=30d", .field(.age, .greaterOrEqual, [.number(30)])),
      ("age:>30", .field(.age, .greater, [.number(30)])),
      ("balance>=500", .field(.balance, .greaterOrEqual, [.cents(Cents(50_000))])),
      ("balance<$1,234.50", .field(.balance, .less, [.cents(Cents(123_450))])),
      ("dos<2026-09-01", .field(.dos, .less, [day("2026-09-01")])),
      ("due<+7d", .field(.due, .less, [day("2026-11-28")])),
      ("due<=7d", .field(.due, .lessOrEqual, [day("2026-11-28")])),
      ("due<11/24", .field(.due, .less, [day("2026-11-24")])),
      ("dos>-2w", .field(.dos, .greater, [day("2026-11-07")])),
      ("touched<today", .field(.touched, .less, [day("2026-11-21")])),
      ("followup:tomorrow", .field(.followup, .has, [day("2026-11-22")])),
      ("tier:week", .field(.tier, .has, [.number(1)])),
      ("tier<=2", .field(.tier, .lessOrEqual, [.number(2)])),
      ("@me", .mine), ("@ME", .mine), ("@none", .unclaimed),
      ("owner:me", .mine), ("owner:\"me\"", .field(.owner, .has, [.text("me")])),
      ("@mkim", .field(.owner, .has, [.text("mkim")])),
      ("-status:waiting", .not(.field(.status, .has, [.text("waiting")]))),
      ("not smith", .not(.word("smith"))),
      ("not -smith", .not(.not(.word("smith")))),
      ("-(smith or jones)", .not(.any([.word("smith"), .word("jones")]))),
      (
        "(code:CO-16 or code:CO-97) payer:aetna",
        .all([
          .any([.field(.code, .has, [.text("CO-16")]), .field(.code, .has, [.text("CO-97")])]),
          .field(.payer, .has, [.text("aetna")]),
        ])
      ),
      (
        "a b or c",
        .any([.all([.word("a"), .word("b")]), .word("c")])
      ),
      ("((smith))", .word("smith")),
      ("(a) (b)", .all([.word("a"), .word("b")])),
    ] as [(String, WorkFilter)])
  func reads(text: String, expected: WorkFilter) throws {
    #expect(try Self.parse(text) == expected)
  }

  @Test(
    "points at the character that is wrong",
    arguments: [
      ("payor:medicare", 0, 5, "Did you mean payer?"),
      ("smith agee>30", 6, 4, "Did you mean age?"),
      ("-payor:x", 1, 5, "Did you mean payer?"),
      ("zzzzzz:1", 0, 6, "Fields: payer"),
      ("age>old", 4, 3, "not a number of days"),
      ("age>", 4, 1, "age needs a value, as in age>30"),
      ("payer:", 6, 1, "payer needs a value"),
      ("code:CO-16,", 11, 1, "code needs a value"),
      ("payer>medicare", 5, 1, "payer holds words"),
      ("payer<=m", 5, 2, "payer holds words"),
      ("balance>12.345", 8, 6, "not an amount"),
      ("due<someday", 4, 7, "not a date"),
      ("due<2026-02-30", 4, 10, "not a date"),
      ("due<+7d,+8d", 8, 3, "Only one value"),
      ("tier:soon", 5, 4, "not a tier"),
      ("(smith", 0, 1, "not closed"),
      ("-(smith", 1, 1, "not closed"),
      ("smith)", 5, 1, "closes nothing"),
      (")", 0, 1, "closes nothing"),
      ("()", 1, 1, "nothing between"),
      ("\"smith", 0, 6, "not closed"),
      ("a \"\"", 2, 2, "nothing in these quotes"),
      ("or", 0, 2, "both sides"),
      ("smith or", 6, 2, "both sides"),
      ("or smith", 0, 2, "both sides"),
      ("and smith", 0, 3, "both sides"),
      ("smith and", 6, 3, "both sides"),
      ("smith or or jones", 9, 2, "both sides"),
      ("not", 0, 3, "needs something after"),
      ("smith not", 6, 3, "needs something after"),
      ("#appeal", 0, 7, "no tags"),
      (">30", 0, 3, "field's name"),
      ("@", 0, 1, "@me"),
    ])
  func refuses(text: String, offset: Int, length: Int, words: String) {
    do throws(FilterError) {
      let filter = try Self.parse(text)
      Issue.record("\(text) was read as \(filter)")
    } catch {
      #expect(error.offset == offset)
      #expect(error.length == length)
      #expect(error.message.contains(words), "\(error.message)")
    }
  }

  @Test("refuses what is too long or too deep")
  func limits() {
    #expect(throws: FilterError.self) { try Self.parse(String(repeating: "a", count: 2001)) }
    let deep = String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)
    #expect(throws: FilterError.self) { try Self.parse(deep) }
  }

  @Test("never fails to end, whatever is typed")
  func anyText() {
    let alphabet = Array("ab:<>=()\"-@#, \\or1.é")
    var state: UInt64 = 7
    for _ in 0..<5000 {
      var text = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let filter: WorkFilter
      do throws(FilterError) {
        filter = try Self.parse(text)
      } catch {
        #expect((0...text.count).contains(error.offset), "\(text)")
        continue
      }
      // What can be read can be written and read again.
      let written = FilterText.text(of: filter)
      #expect((try? Self.parse(written)) == filter, "\(text) was written as \(written)")
    }
  }
}
