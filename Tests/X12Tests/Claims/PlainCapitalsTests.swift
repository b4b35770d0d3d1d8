import Testing
import X12

@Suite("Text as it is sent")
struct PlainCapitalsTests {
  @Test("capitals without accents, separators and needless blanks")
  func text() {
    let cases: [(given: String, sent: String)] = [
      ("", ""), ("  ", ""), ("Doe", "DOE"), ("  two \t words\n", "TWO WORDS"),
      ("Muñoz-O’Roe", "MUNOZ-O'ROE"), ("A*B~C:D^E|F", "A B C D E F"), ("Ærø", "AERO"),
      ("日本", ""), ("a\u{1F}b\u{0}c", "A B C"), ("7 & 8/9 #4", "7 & 8/9 #4"),
    ]
    for (given, sent) in cases {
      #expect(PlainCapitals.text(given) == sent)
      #expect(PlainCapitals.text(sent) == sent)
    }
  }

  @Test("numbers without what people write between their digits")
  func numbers() {
    let cases = [
      ("1EG4-TE5-MK73", "1EG4TE5MK73"), ("97301-0001", "973010001"),
      ("(555) 555-0100", "5555550100"),
      ("g47.33", "G4733"), ("", ""), ("٣", ""),
    ]
    for (given, sent) in cases { #expect(PlainCapitals.number(given) == sent) }
  }
}
