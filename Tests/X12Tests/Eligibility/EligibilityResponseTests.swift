import Testing
import X12

@Suite("271")
struct EligibilityResponseTests {
  @Test("coverage, other payers and refusals are read")
  func samples() throws {
    let (response, problems) = try EligibilitySamples.response(EligibilitySamples.answers)
    #expect(problems.isEmpty, "\(problems)")
    #expect(response.reference == "E905")
    #expect(response.sources.first?.party.contacts.map(\.name) == ["PROVIDER DESK"])
    let patients = response.subscribers.flatMap(\.patients)
    #expect(patients.map { $0.traces.first?.number } == ["T1", "T2", "T3"])
    let first = try #require(patients.first)
    #expect(first.traces.map(\.kind) == ["2", "1"])
    #expect(first.party.references.value("6P") == "G1")
    #expect(first.party.address?.city == "SALEM")
    #expect(first.items.map(\.information) == ["1", "B", "A", "R"])
    #expect(first.items.map(\.kind) == [.active, .detail, .detail, .otherPayer])
    #expect(first.items[0].serviceTypes == ["12", "18", "30"])
    #expect(first.items[0].insuranceType == "MB")
    #expect(first.items[0].plan == "GOLD PLAN")
    #expect(first.items[0].dates.date("291")?.days.through == 20_261_231)
    #expect(first.items[0].messages == ["ASK FOR THE GUIDE"])
    #expect(first.items[1].amount.cents == 1_050)
    #expect(first.items[1].network == "Y")
    #expect(first.items[2].amount.percent == ".2")
    #expect(first.items[2].loose == [SegmentText("III", ["ZZ", "12"])])
    let others = first.items[3].entities
    #expect(others.map(\.name.entity) == ["PRP", "IL"])
    #expect(others.first?.address?.state == "OR")
    #expect(others.first?.contacts.map(\.name) == ["CLAIMS"])
    #expect(first.items[3].references.value("IG") == "POL8")
    #expect(patients[1].rejections.map(\.reason) == ["75"])
    #expect(patients[1].items.isEmpty)
    #expect(patients[2].insured?.relationship == "19")
    #expect(patients[2].items.map(\.kind) == [.inactive])
  }

  @Test("refusals stand at every level")
  func rejections() throws {
    let (response, problems) = try EligibilitySamples.response(
      "BHT*0022*11*E905*20260106*1000~HL*1**20*1~AAA*Y**42*P~NM1*PR*2*SAMPLE PLAN*****PI*12345~"
        + "AAA*Y**79*N~HL*2*1*21*1~NM1*1P*2*HARBOR*****XX*1234567893~AAA*N**51*C~HL*3*2*22*0~"
        + "TRN*2*T1~NM1*IL*1*DOE~AAA*N**73*C~EB*V~AAA*N**57*C~")
    #expect(problems.isEmpty)
    let source = try #require(response.sources.first)
    #expect(source.requestRejections.map(\.reason) == ["42"])
    #expect(source.rejections.map(\.reason) == ["79"])
    #expect(source.receivers.first?.rejections.map(\.reason) == ["51"])
    let person = try #require(response.subscribers.first?.person)
    #expect(person.rejections.map(\.reason) == ["73"])
    #expect(person.items.first?.rejections.map(\.reason) == ["57"])
    #expect(person.items.first?.kind == .unprocessed)
  }

  @Test(
    "what is odd is named, and nobody's answer is lost",
    arguments: [
      ("EB*6**30", "EB", "EB01", Severity.error), ("EB*6**30", "EB*?**30", "EB01", .note),
      ("EB*B*IND*12**GOLD PLAN*27*10.50*****Y", "EB*B*IND*12****TEN", "EB07", .error),
      ("EB*1**12^18^30*MB*GOLD PLAN", "EB*1**12\u{3A}18\u{3A}30*MB*GOLD PLAN", "EB03", .note),
      ("LE*2120", "", "", nil), ("LS*2120", "", "", .note), ("LS*2120", "REF*1W*7", "", .note),
      ("AAA*N**75*C", "AAA*N***C", "AAA03", .warning), ("AAA*N**75*C", "", "EB", .warning),
      ("TRN*2*T2*1999999999", "", "TRN02", .warning),
      ("HL*6*5*23*0", "HL*6*4*23*0", "HL", .error),
      ("HL*2*1*21*1", "", "HL02", .error), ("HL*1**20*1", "", "HL02", .error),
      ("HL*5*2*22*1", "HL*5*2*22*1~NM1*IL*1*POE~NM1*IL*1*POE", "", .warning),
      ("DTP*357*D8*20251130", "DTP*357*D8*SOON", "DTP03", .warning),
      ("MSG*ASK FOR THE GUIDE", "CAS*CO*45*1", "", .note),
    ] as [(String, String, String, Severity?)])
  func odd(old: String, new: String, element: String, severity: Severity?) throws {
    let (response, problems) = try EligibilitySamples.response(
      EligibilitySamples.changed(EligibilitySamples.answers, old, to: new))
    if let severity {
      #expect(
        problems.contains { $0.place.element == element && $0.severity == severity }, "\(problems)")
    }
    #expect(
      problems.allSatisfy { $0.place.segment > 0 && $0.place.byte > 0 && !$0.message.isEmpty })
    let patients = response.subscribers.flatMap(\.patients)
    #expect(patients.count >= 3)
    let first = try #require(patients.first { $0.traces.contains { $0.number == "T1" } })
    #expect(first.items.count == 4)
    #expect(first.items[0].serviceTypes == ["12", "18", "30"])
    #expect(first.items[3].entities.first?.name.last == "SAMPLE MOTOR INSURER")
  }

  @Test("an answer without levels above it is kept")
  func orphan() throws {
    let (response, problems) = try EligibilitySamples.response(
      "BHT*0022*11*E905*20260106*1000~EB*1**30~DTP*346*D8*20250101~")
    #expect(response.subscribers.flatMap(\.patients).flatMap(\.items).map(\.information) == ["1"])
    #expect(problems.contains { $0.severity == .error })
    #expect(problems.contains { $0.place.element == "NM1" })
  }

  @Test("elements that the type does not name come back when it is written")
  func remainders() throws {
    for segment in [
      "EB*B*IND*12****TEN", "EB*1**30**********HC:E0601:NU::::CPAP:E0602", "REF*18*A*B*C*D",
      "HSD*VS*30***22", "INS*Y*18*001*25*A", "DMG*D8*19480214*F*M", "NM1*PRP*2*PLAN********98",
    ] {
      let segments = EligibilitySamples.changed(
        EligibilitySamples.answers, "EB*A*IND*12*****.2",
        to: segment.hasPrefix("EB") ? segment : "EB*A~\(segment)")
      let (response, _) = try EligibilitySamples.response(segments)
      let text = String(
        decoding: response.encode(envelope: ClaimSamples.envelope), as: UTF8.self)
      #expect(text.contains("~\(segment)~"), "\(segment)")
    }
  }

  @Test("what was written is read back the same", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(271_000 + seed))
    let response: EligibilityResponse271 = random.transaction { $0.benefit() }
    let file = try X12File(response.encode(envelope: ClaimSamples.envelope))
    #expect(file.problems.isEmpty)
    let set = try #require(file.sets.first)
    #expect(EligibilityResponse271.read(file: file, set: set).0 == response)
  }

  @Test("with other separators it says the same")
  func separators() throws {
    let (response, _) = try EligibilitySamples.response(EligibilitySamples.answers)
    var envelope = ClaimSamples.envelope
    envelope.delimiters = Delimiters(
      element: 0x1D, component: 0x1F, segment: 0x1C, repetition: 0x1E)
    envelope.breaksLines = true
    let file = try X12File(response.encode(envelope: envelope))
    let set = try #require(file.sets.first)
    #expect(EligibilityResponse271.read(file: file, set: set).0 == response)
  }

  @Test("several sets in one file are kept apart")
  func severalSets() throws {
    var random = ClaimRandom(seed: 5)
    let responses = (1...3).map { number -> EligibilityResponse271 in
      var response: EligibilityResponse271 = random.transaction { $0.benefit() }
      response.control = "000\(number)"
      return response
    }
    let file = try X12File(
      EligibilityResponse271.encode(responses, envelope: ClaimSamples.envelope))
    #expect(file.sets.map { EligibilityResponse271.read(file: file, set: $0).0 } == responses)
  }

  @Test("subscribers handed over one by one are those that are read at once", arguments: 0..<20)
  func streaming(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(272_000 + seed))
    let response: EligibilityResponse271 = random.transaction { $0.benefit() }
    let file = try X12File(response.encode(envelope: ClaimSamples.envelope))
    let set = try #require(file.sets.first)
    var subscribers: [EligibilityResponse271.Subscriber] = []
    let rest = EligibilityResponse271.forEachSubscriber(in: file, set: set) { read in
      #expect(read.header.reference == response.reference)
      #expect(read.source.receivers.isEmpty && read.receiver.subscribers.isEmpty)
      #expect(read.source.party.name.entity == "PR")
      #expect(read.receiver.party.name.entity == "1P")
      #expect(read.segment > 4)
      subscribers.append(read.subscriber)
    }
    #expect(subscribers == response.subscribers)
    #expect(rest.transaction.sources.count == response.sources.count)
    #expect(rest.transaction.subscribers.isEmpty)
  }

  @Test("a question is answered under its own numbers")
  func answering() throws {
    let (inquiry, _) = try EligibilitySamples.inquiry(EligibilitySamples.questions)
    let response = EligibilityResponse271(answering: inquiry, date: "20260106", time: "1000") {
      source, subscriber, person in
      #expect(source.party.name.id == "12345")
      #expect(subscriber.patients.contains(person))
      if person.party.name.last == "ROE" {
        return .init(rejections: [EligibilityRejection(reason: "75", followUp: "C")])
      }
      return .init(
        benefits: [EligibilityBenefit("1", serviceTypes: ["12", "18"])],
        dates: [X12QualifiedDate("346", on: "20250101")])
    }
    let file = try X12File(response.encode(envelope: ClaimSamples.envelope))
    let set = try #require(file.sets.first)
    #expect(set.code == "271")
    let (read, problems) = EligibilityResponse271.read(file: file, set: set)
    #expect(problems.isEmpty, "\(problems)")
    #expect(read == response)
    #expect(read.reference == inquiry.reference)
    let patients = read.subscribers.flatMap(\.patients)
    #expect(patients.flatMap(\.traces).map(\.number) == ["T1", "T2", "T3"])
    #expect(patients.flatMap(\.traces).allSatisfy { $0.kind == "2" })
    #expect(patients.map { $0.items.map(\.information) } == [["1"], [], ["1"]])
    #expect(patients.map { $0.party.dates.map(\.qualifier) } == [["346"], [], ["346"]])
    #expect(patients[1].rejections.map(\.reason) == ["75"])
    #expect(patients[2].party.name.first == "SAM")
  }
}
