import Testing
import X12

@Suite("270")
struct EligibilityInquiryTests {
  @Test("subscribers, dependents and what is asked about them are read")
  func samples() throws {
    let (inquiry, problems) = try EligibilitySamples.inquiry(EligibilitySamples.questions)
    #expect(problems.isEmpty, "\(problems)")
    #expect(inquiry.structure == "0022")
    #expect(inquiry.purpose == "13")
    #expect(inquiry.reference == "E905")
    #expect(inquiry.sources.map(\.party.name.id) == ["12345"])
    #expect(inquiry.sources.first?.receivers.first?.party.name.npi == "1234567893")
    let subscribers = inquiry.subscribers
    #expect(subscribers.map(\.person.party.name.id) == ["1EG4TE5MK73", "M2", "M3"])
    #expect(
      subscribers.map { $0.patients.flatMap(\.traces).map(\.number) } == [["T1"], ["T2"], ["T3"]])
    #expect(subscribers[0].person.party.demographics?.birthDate == "19480214")
    #expect(subscribers[0].person.party.dates.date("291")?.value == "20260105")
    #expect(subscribers[0].person.items.map(\.serviceTypes) == [["12"], ["18"]])
    #expect(subscribers[1].person.items.map(\.serviceTypes) == [["30", "12"]])
    #expect(subscribers[1].person.items.first?.coverageLevel == "IND")
    #expect(subscribers[2].person.isPatient == false)
    let child = try #require(subscribers[2].dependents.first)
    #expect(child.insured?.relationship == "19")
    #expect(child.items.first?.procedure?.code == "E0601")
    #expect(child.items.first?.procedure?.modifiers == ["NU"])
    #expect(child.items.first?.references.value("G1") == "AUTH7")
  }

  @Test("it is written in the order of the guide, levels numbered and parted")
  func written() throws {
    let (inquiry, _) = try EligibilitySamples.inquiry(EligibilitySamples.questions)
    let segments = inquiry.encode(envelope: ClaimSamples.envelope).segments()
    let head = segments.prefix(3).map { $0.prefix(4).joined(separator: "*") }
    #expect(head.last == "ST*270*0001*005010X279A1")
    #expect(segments[1].prefix(2) == ["GS", "HS"])
    #expect(segments[1].last == "005010X279A1")
    let levels = segments.filter { $0.first == "HL" }.map { $0.dropFirst().joined(separator: "*") }
    #expect(levels == ["1**20*1", "2*1*21*1", "3*2*22*0", "4*2*22*0", "5*2*22*1", "6*5*23*0"])
    #expect(
      segments.map { $0[0] }.suffix(12) == [
        "NM1", "HL", "TRN", "NM1", "DMG", "INS", "DTP", "EQ", "REF", "SE", "GE", "IEA",
      ])
    #expect(segments.first { $0.first == "SE" }?[1] == "30")
  }

  @Test(
    "what is odd is named, and the questions are still read",
    arguments: [
      ("HL*4*2*22*0", "HL*4*9*22*0", "HL", Severity.error),
      ("HL*4*2*22*0", "HL*7*2*22*0", "HL", .warning),
      ("HL*4*2*22*0", "HL*4*2*ZZ*0", "HL03", .error),
      ("EQ*30^12**IND", "EQ", "EQ01", .warning),
      ("EQ*30^12**IND", "", "EQ", .warning),
      ("TRN*1*T2*1999999999", "TRN*1", "TRN02", .warning),
      ("DTP*291*D8*20260105", "DTP*291*D8*20261305", "DTP03", .warning),
      ("DMG*D8*19510930*M", "DMG*D8*1951*M", "DMG02", .warning),
      ("NM1*IL*1*ROE*RICHARD****MI*M2", "", "NM1", .warning),
      ("BHT*0022*13*E905*20260105*0930", "", "BHT", .warning),
      ("BHT*0022*13*E905*20260105*0930", "BHT*0019*13*E905", "BHT01", .note),
      ("REF*G1*AUTH7", "XYZ*1", "", .note),
    ])
  func odd(old: String, new: String, element: String, severity: Severity) throws {
    let (inquiry, problems) = try EligibilitySamples.inquiry(
      EligibilitySamples.changed(EligibilitySamples.questions, old, to: new))
    #expect(
      problems.contains { $0.place.element == element && $0.severity == severity }, "\(problems)")
    #expect(problems.allSatisfy { $0.place.segment > 0 && $0.place.byte > 0 && $0.place.set == 0 })
    let items = inquiry.subscribers.flatMap(\.patients).flatMap(\.items)
    #expect(items.count >= 3)
    #expect(inquiry.subscribers.flatMap(\.dependents).count == 1)
  }

  @Test("what was written is read back the same", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(270_000 + seed))
    let inquiry: EligibilityInquiry270 = random.transaction { $0.question() }
    let file = try X12File(inquiry.encode(envelope: ClaimSamples.envelope))
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    #expect(EligibilityInquiry270.read(file: file, set: set).0 == inquiry)
  }

  @Test("a 271 is not read as a 270, and 004010 is read with a note")
  func kinds() throws {
    let file = try EligibilitySamples.file("271", EligibilitySamples.answers)
    let set = try #require(file.sets.first)
    let (inquiry, problems) = EligibilityInquiry270.read(file: file, set: set)
    #expect(inquiry.sources.isEmpty)
    #expect(problems.map(\.severity) == [.error])
    #expect(problems.map(\.place.element) == ["ST"])
    let (old, notes) = try EligibilitySamples.inquiry(
      EligibilitySamples.questions, version: "004010X092A1")
    #expect(old.subscribers.count == 3)
    #expect(notes.map(\.severity) == [.note])
  }
}
