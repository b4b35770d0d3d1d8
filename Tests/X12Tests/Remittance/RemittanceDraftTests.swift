// Remittances written, read and written again.

import Testing
import X12

struct RemittanceDraftTests {
  @Test func writingReadingAndWritingIsIdentity() throws {
    var numbers = SeededNumbers(2_026)
    for round in 0..<400 {
      var transmission = RemittanceTransmission(
        (0...Int.random(in: 0...2, using: &numbers)).map { _ in
          RemittanceRandom.draft(&numbers)
        })
      transmission.sender = "EXAMPLEPAYER"
      transmission.receiver = "OURHME"
      transmission.applicationSender = "PAYER"
      transmission.applicationReceiver = "OURS"
      transmission.date = 20_260_105
      transmission.time = "1200"
      transmission.lineBreak = round % 2 == 0 ? [] : Array("\n".utf8)
      if round % 3 == 0 {
        transmission.delimiters = Delimiters(
          element: UInt8(ascii: "|"), component: UInt8(ascii: ">"), segment: 0x0A, repetition: nil)
        transmission.lineBreak = []
      }
      let bytes = transmission.encoded()
      let file = try X12File(bytes)
      #expect(file.problems.isEmpty, "\(file.problems)")
      #expect(file.sets.filter(\.isWhole).count == transmission.remittances.count)
      var again = RemittanceTransmission(from: file, set: 0)
      again.lineBreak = transmission.lineBreak
      let written = again.encoded()
      #expect(
        written == bytes,
        "\(String(decoding: written, as: UTF8.self))\n\(String(decoding: bytes, as: UTF8.self))")
      #expect(try X12Document(decoding: bytes).encoded() == bytes)
    }
  }

  @Test func theWorkedExampleIsWrittenAsItWasRead() throws {
    let text = RemittanceSamples.workedExample
    let file = try X12File(RemittanceSamples.bytes(text))
    let written = String(
      decoding: RemittanceTransmission(from: file, set: 0).encoded(), as: UTF8.self)
    let again = try RemittanceSamples.read(written)
    #expect(RemittanceDraft(from: again) == RemittanceDraft(from: Remittance835(file, set: 0)))
    #expect(RemittanceBalance(again).isBalanced)
    // The example writes DTM and CAS in another order here and there; nothing else differs.
    #expect(
      written.split(separator: "~").sorted()
        == text.replacing("15.70", with: "15.7")
        .split(separator: "~").map { Substring($0.trimmed) }.sorted())
  }

  @Test func computesThePaymentThatItMustState() throws {
    let draft = RemittanceDraft(from: try RemittanceSamples.read(RemittanceSamples.workedExample))
    #expect(draft.computedPayment == 1_570)
    var huge = draft
    huge.claims[0].paid = .max
    huge.claims[1].paid = .max
    #expect(huge.computedPayment == nil)
  }

  @Test(arguments: [
    ("A*B", "A B"), (" A ", "A"), ("A\nB", "A B"), ("~~", ""), ("A:B^C", "A B C"), ("É", "É"),
    ("A B", "A B"), ("\u{1}", ""),
  ])
  func textCannotBreakTheFile(_ text: String, _ clean: String) throws {
    var draft = RemittanceDraft()
    draft.payer.name = text
    draft.payer.id = "1"
    let remittance = Remittance835(
      try X12File(RemittanceTransmission([draft]).encoded()), set: 0)
    #expect(remittance.text(remittance.payer.name) == clean)
  }

  @Test func longIdentifiersAreCutToTheWidthOfTheHeader() throws {
    var transmission = RemittanceTransmission([RemittanceDraft()])
    transmission.sender = "A SENDER THAT IS MUCH TOO LONG"
    transmission.interchangeControl = "12345678901234"
    let file = try X12File(transmission.encoded())
    #expect(file.sets.first?.interchangeSender == "A SENDER THAT I")
    #expect(file.sets.first?.interchangeControl == "678901234")
  }
}
