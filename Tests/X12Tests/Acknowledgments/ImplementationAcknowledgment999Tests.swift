import Testing
import X12

@Suite("999")
struct ImplementationAcknowledgment999Tests {
  typealias Answer = ImplementationAcknowledgment999

  static let rejected =
    "AK1*HC*101*005010X222A1~AK2*837*0001*005010X222A1~IK3*NM1*37*2420E*8~CTX*CLM01:A1002~"
    + "IK4*9*67*1~IK5*R*5~AK9*R*1*1*0~"

  @Test("a rejected set names the segment, the element and the claim")
  func rejection() throws {
    let (answer, problems) = try AcknowledgmentSamples.implementation(Self.rejected)
    #expect(problems.isEmpty)
    #expect(
      answer
        == Answer(
          groupControl: "101",
          sets: [
            Answer.SetAnswer(
              control: "0001",
              segmentErrors: [
                Answer.SegmentError(
                  segment: "NM1", position: 37, loop: "2420E", code: "8",
                  contexts: [
                    Answer.Context(names: [Answer.Context.Name(name: "CLM01", value: "A1002")])
                  ],
                  elementErrors: [
                    Answer.ElementError(element: 9, dictionaryNumber: "67", code: "1")
                  ])
              ], outcome: "R", errors: ["5"])
          ], outcome: "R", includedCount: 1, receivedCount: 1, acceptedCount: 0))
    let set = try #require(answer.sets.first)
    #expect(!set.isAccepted)
    #expect(set.segmentErrors.first?.claimControlNumber == "A1002")
  }

  @Test("a context is taken before or after its segment, and after an element")
  func contexts() throws {
    let after = try AcknowledgmentSamples.implementation(Self.rejected).0
    let before = try AcknowledgmentSamples.implementation(
      Self.rejected.replacing(
        "IK3*NM1*37*2420E*8~CTX*CLM01:A1002~", with: "CTX*CLM01:A1002~IK3*NM1*37*2420E*8~")
    ).0
    #expect(before == after)
    let element = try AcknowledgmentSamples.implementation(
      Self.rejected.replacing(
        "CTX*CLM01:A1002~IK4*9*67*1~",
        with: "IK4*9:2:3*67*1*BAD~CTX*SITUATIONAL TRIGGER^CLM01:A1002*CLM*43*2300*5:3*C023:1325~")
    ).0
    let error = try #require(element.sets.first?.segmentErrors.first)
    #expect(error.contexts.isEmpty)
    #expect(error.claimControlNumber == "A1002")
    #expect(
      error.elementErrors == [
        Answer.ElementError(
          element: 9, component: 2, repetition: 3, dictionaryNumber: "67", code: "1",
          badValue: "BAD",
          contexts: [
            Answer.Context(
              names: [
                Answer.Context.Name(name: "SITUATIONAL TRIGGER"),
                Answer.Context.Name(name: "CLM01", value: "A1002"),
              ], segment: "CLM", position: 43, loop: "2300", place: ["5", "3"],
              dictionaryNumbers: ["C023", "1325"])
          ])
      ])
  }

  @Test("a 997 is read the same way")
  func functionalAcknowledgment() throws {
    let segments = Self.rejected.replacing("IK", with: "AK")
      .replacing("CTX*CLM01:A1002~", with: "")
    let file = try X12File(
      AcknowledgmentSamples.file(
        code: "997", version: "004010X098A1", functionalCode: "FA", segments))
    let set = try #require(file.sets.first)
    let (answer, problems) = Answer.read(file: file, set: set)
    #expect(problems.isEmpty)
    #expect(answer.sets.map(\.outcome) == ["R"])
    #expect(answer.sets.first?.segmentErrors.first?.elementErrors.first?.code == "1")
  }

  @Test(
    "what is odd is named, and the rest is still read",
    arguments: [
      ("AK9*R*1*1*0~", "", "AK9", Severity.error),
      ("AK1*HC*101*005010X222A1~", "", "AK1", .error),
      ("IK5*R*5~", "", "IK5", .warning),
      ("IK5*R*5~", "IK5*Q~", "IK501", .warning),
      ("AK9*R*1*1*0~", "AK9*Q*1*1*0~", "AK901", .warning),
      ("IK3*NM1*37*2420E*8~", "", "IK4", .warning),
      ("AK2*837*0001*005010X222A1~", "", "IK3", .warning),
      ("IK5*R*5~AK9*R*1*1*0~", "IK5*A~AK9*A*1*1*0~", "AK904", .warning),
      ("IK5*R*5~", "IK5*R*5~XYZ*1~", "", .note),
    ])
  func odd(old: String, new: String, element: String, severity: Severity) throws {
    let (answer, problems) = try AcknowledgmentSamples.implementation(
      Self.rejected.replacing(old, with: new))
    #expect(
      problems.contains { $0.place.element == element && $0.severity == severity }, "\(problems)")
    #expect(answer.control == "0001")
  }

  @Test("another set is refused by name")
  func otherSet() throws {
    let file = try X12File(
      Transmission837P(header: ClaimSamples.header, claims: [ClaimSamples.claim])
        .encode(envelope: ClaimSamples.envelope))
    let set = try #require(file.sets.first)
    let (answer, problems) = Answer.read(file: file, set: set)
    #expect(answer.sets.isEmpty)
    #expect(problems.map(\.message) == ["this is a 837, not a 999; it is not read"])
  }

  @Test("what was written is read back the same", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(seed))
    let sent = random.implementationAcknowledgment()
    let file = try X12File(sent.encode(envelope: ClaimSamples.envelope))
    let set = try #require(file.sets.first)
    #expect(set.isWhole)
    #expect(Answer.read(file: file, set: set).0 == sent)
  }

  @Test("a file cut off or damaged is read without a trap", arguments: 0..<200)
  func damaged(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(40_000 + seed))
    let whole = random.implementationAcknowledgment()
    let bytes = random.damaged(whole.encode(envelope: ClaimSamples.envelope))
    guard let file = try? X12File(bytes) else { return }
    for set in file.sets {
      let (answer, _) = Answer.read(file: file, set: set)
      #expect(answer.sets.count <= bytes.count)
    }
  }

  @Test("codes of the guide have words, others have none")
  func meanings() {
    let segment = ["1", "2", "3", "4", "5", "6", "7", "8", "I4", "I6", "I7", "I8", "I9"]
    #expect(segment.allSatisfy { Answer.meaning(ofSegmentError: $0) != nil })
    let element = [
      "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "13", "I6", "I9", "I10", "I11",
      "I12", "I13",
    ]
    #expect(Set(element.compactMap(Answer.meaning(ofElementError:))).count == element.count)
    #expect(["A", "E", "R", "M", "W", "X"].allSatisfy { Answer.meaning(ofSetOutcome: $0) != nil })
    #expect(["A", "E", "P", "R"].allSatisfy { Answer.meaning(ofGroupOutcome: $0) != nil })
    #expect(["1", "5", "23", "I6"].allSatisfy { Answer.meaning(ofSetError: $0) != nil })
    for code in ["", "99", "i4", "Z"] {
      #expect(Answer.meaning(ofSegmentError: code) == nil)
      #expect(Answer.meaning(ofElementError: code) == nil)
      #expect(Answer.meaning(ofSetOutcome: code) == nil)
      #expect(Answer.meaning(ofSetError: code) == nil)
      #expect(Answer.meaning(ofGroupOutcome: code) == nil)
    }
  }
}

extension String {
  /// The string with the only place of a part replaced.
  fileprivate func replacing(_ part: String, with new: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: new)
  }
}

extension ClaimRandom {
  fileprivate mutating func context() -> ImplementationAcknowledgment999.Context {
    ImplementationAcknowledgment999.Context(
      names: [ImplementationAcknowledgment999.Context.Name(name: "CLM01", value: text())]
        + list(1) { _ in
          ImplementationAcknowledgment999.Context.Name(name: "SITUATIONAL TRIGGER")
        },
      segment: chance(50) ? "CLM" : "", position: chance(50) ? below(99) : nil)
  }

  fileprivate mutating func implementationAcknowledgment() -> ImplementationAcknowledgment999 {
    ImplementationAcknowledgment999(
      groupControl: digits(4),
      sets: list(4) {
        ImplementationAcknowledgment999.SetAnswer(
          control: $0.digits(4),
          segmentErrors: $0.list(3) {
            ImplementationAcknowledgment999.SegmentError(
              segment: "NM1", position: 1 + $0.below(99), loop: $0.chance(50) ? "2420" : "",
              code: "8", contexts: $0.list(2) { $0.context() },
              elementErrors: $0.list(2) {
                ImplementationAcknowledgment999.ElementError(
                  element: 1 + $0.below(20), component: $0.chance(30) ? 2 : nil, code: "7",
                  badValue: $0.chance(50) ? $0.text() : "", contexts: $0.list(1) { $0.context() })
              })
          }, outcome: $0.pick(["A", "E", "R"]), errors: $0.chance(30) ? ["5"] : [])
      }, outcome: pick(["A", "E", "P", "R"]), includedCount: below(10), receivedCount: below(10),
      acceptedCount: below(10), groupErrors: chance(20) ? ["5"] : [])
  }

  /// Bytes with a few places changed, left out or put in, and perhaps the end cut off.
  mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + below(12)) where bytes.count > 107 {
      let place = 106 + below(bytes.count - 106)
      switch below(4) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: next())
      case 1: bytes[place] = Array("*:~^".utf8)[below(4)]
      case 2: bytes.remove(at: place)
      default: bytes.insert(UInt8(truncatingIfNeeded: next()), at: place)
      }
    }
    return chance(30) ? Array(bytes.prefix(106 + below(max(bytes.count - 106, 1)))) : bytes
  }
}
