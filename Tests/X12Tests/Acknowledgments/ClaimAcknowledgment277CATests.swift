import Testing
import X12

@Suite("277CA")
struct ClaimAcknowledgment277CATests {
  typealias Answer = ClaimAcknowledgment277CA
  typealias Code = ClaimAcknowledgment277CA.Status.Code

  static let clean = AcknowledgmentSamples.top + AcknowledgmentSamples.three

  @Test("rejections at the line and by two codes, and an acceptance, are told apart")
  func samples() throws {
    let (answer, problems) = try AcknowledgmentSamples.claims(Self.clean)
    #expect(problems.isEmpty)
    #expect(answer.isClaimAcknowledgment)
    #expect(answer.reference == "R1")
    #expect(answer.sources.first?.receivers.first?.trace == "B20260105")
    #expect(answer.sources.first?.dates.date("050")?.value == "20260105")
    let claims = answer.claims
    #expect(claims.map(\.controlNumber) == ["A1002", "A1003", "A1004"])
    #expect(claims.map(\.isRejected) == [true, true, false])
    #expect(claims.map(\.payerControlNumber) == ["26006000100002", "", "26006000100077"])
    #expect(claims[0].clearinghouseNumber == "CH778")
    #expect(claims[0].patient.last == "DOE")
    #expect(claims[0].statuses.map(\.chargeCents) == [18_000])
    #expect(claims[0].lines.map(\.controlNumber) == ["L3"])
    #expect(claims[0].lines.first?.procedure.modifiers == ["NU", "KX"])
    #expect(claims[0].lines.first?.units == "1")
    #expect(
      claims[0].lines.first?.statuses.flatMap(\.codes) == [Code(category: "A7", status: "507")])
    #expect(
      claims[1].statuses.flatMap(\.codes) == [
        Code(category: "A8", status: "562", entity: "85"),
        Code(category: "A8", status: "128", entity: "85"),
      ])
    #expect(claims[1].statuses.first?.codes.map(\.text) == ["A8:562:85", "A8:128:85"])
    #expect(claims[2].statuses.first?.action == "WQ")
    #expect(claims[2].statuses.first?.standing == .accepted)
  }

  @Test("all three composites and the sender's own words are read")
  func threeComposites() throws {
    let segment = "STC*A7:507**U*150.00******A8:562:85*A6:128:IL*ASK US"
    let (answer, _) = try AcknowledgmentSamples.claims(
      AcknowledgmentSamples.top + "HL*4*3*PT~NM1*QC*1*DOE~TRN*2*A1~\(segment)~")
    let status = try #require(answer.claims.first?.statuses.first)
    #expect(status.codes.map(\.text) == ["A7:507", "A8:562:85", "A6:128:IL"])
    #expect(status.text == "ASK US")
    #expect(status.chargeCents == 15_000)
  }

  @Test("the line control number comes in REF*FJ, from some senders in REF*6R")
  func lineControl() throws {
    let other = Self.clean.split(separator: "~").map {
      $0 == "REF*FJ*L3" ? "REF*6R*L3" : String($0)
    }.joined(separator: "~")
    let (answer, _) = try AcknowledgmentSamples.claims(other + "~")
    #expect(answer.claims.first?.lines.first?.controlNumber == "L3")
  }

  @Test(
    "a category says where a claim stands",
    arguments: [
      ("A0", Answer.Status.Standing.received), ("A1", .received), ("A2", .accepted),
      ("A3", .rejected), ("A4", .rejected), ("A5", .accepted), ("A6", .rejected),
      ("A7", .rejected), ("A8", .rejected), ("P1", .pending), ("F2", .finalized),
      ("R4", .requested), ("E1", .failed), ("D0", .unknown), ("", .unknown),
    ])
  func standings(category: String, standing: Answer.Status.Standing) {
    #expect(Answer.Status.standing(ofCategory: category) == standing)
  }

  @Test("totals that do not agree with the claims are warned of, each at its level")
  func totals() throws {
    for (old, new, element) in [
      ("QTY*90*1", "QTY*90*2", "QTY02"), ("QTY*AA*2", "QTY*AA*3", "QTY02"),
      ("AMT*YU*120", "AMT*YU*120.01", "AMT02"), ("AMT*YY*275", "AMT*YY*274.99", "AMT02"),
      ("QTY*QA*1", "QTY*QA*0", "QTY02"), ("QTY*QC*2", "QTY*QC*1", "QTY02"),
    ] {
      let changed = Self.clean.split(separator: "~").map { $0 == old ? new : String($0) }
        .joined(separator: "~")
      let (_, problems) = try AcknowledgmentSamples.claims(changed + "~")
      #expect(problems.allSatisfy { $0.severity == .warning && $0.place.element == element })
      // YU and YY stand at two levels, and both are changed here.
      #expect(problems.count == (element == "AMT02" ? 2 : 1), "\(new): \(problems)")
    }
  }

  @Test(
    "what is odd is named, and the claims are still read",
    arguments: [
      ("STC*A2:20:PR*20260106*WQ*120", "STC*F1:20:PR*20260106*WQ*120", "STC01", Severity.warning),
      ("STC*A2:20:PR*20260106*WQ*120", "STC*P1:20:PR*20260106*WQ*120", "STC01", .warning),
      ("STC*A2:20:PR*20260106*WQ*120", "STC*A7:507*20260106*WQ*120", "STC03", .warning),
      ("STC*A2:20:PR*20260106*WQ*120", "STC*A2:20:PR*20260106*WQ*ONE", "STC04", .error),
      ("STC*A2:20:PR*20260106*WQ*120", "STC**20260106*WQ*120", "STC01", .error),
      ("STC*A2:20:PR*20260106*WQ*120", "", "STC", .error),
      ("TRN*2*A1004", "TRN*2", "TRN02", .error),
      ("HL*6*3*PT", "HL*6*3*ZZ", "HL03", .error),
      ("DTP*472*D8*20251222", "DTP*472*D8*20251322", "DTP03", .warning),
      ("QTY*90*1", "QTY*90*ONE", "QTY02", .warning),
      ("AMT*YU*120", "AMT*YU*ONE", "AMT02", .error),
      ("SVC*HC:A7030:NU:KX*180*****1", "SVC*HC:A7030:NU:KX*ONE*****1", "SVC02", .error),
      ("REF*D9*CH778", "XYZ*1", "", .note),
    ])
  func odd(old: String, new: String, element: String, severity: Severity) throws {
    let changed = Self.clean.split(separator: "~").map { $0 == old ? new : String($0) }
      .filter { !$0.isEmpty }.joined(separator: "~")
    let (answer, problems) = try AcknowledgmentSamples.claims(changed + "~")
    #expect(
      problems.contains { $0.place.element == element && $0.severity == severity }, "\(problems)")
    #expect(answer.claims.count >= 2)
  }

  @Test("a contradiction of category and action counts as rejected")
  func contradiction() throws {
    let (answer, _) = try AcknowledgmentSamples.claims(
      AcknowledgmentSamples.top + "HL*4*3*PT~NM1*QC*1*DOE~TRN*2*A1~STC*A7:562:85*20260106*WQ*95~")
    #expect(answer.claims.map(\.isRejected) == [true])
  }

  @Test("several claims of one patient are kept apart")
  func severalClaims() throws {
    let (answer, _) = try AcknowledgmentSamples.claims(
      AcknowledgmentSamples.top
        + "HL*4*3*PT~NM1*QC*1*DOE*JANE~TRN*2*A1~STC*A2:20*20260106*WQ*120~DTP*472*D8*20251220~"
        + "TRN*2*A2~STC*A3:21*20260106*U*275~")
    #expect(answer.claims.map(\.controlNumber) == ["A1", "A2"])
    #expect(answer.claims.map(\.patient.last) == ["DOE", "DOE"])
    #expect(answer.claims.map(\.isRejected) == [false, true])
  }

  @Test("levels without their parents lose no claim")
  func orphans() throws {
    for segments in [
      AcknowledgmentSamples.three, "HL*3*2*19*1~" + AcknowledgmentSamples.three,
      "HL*2*1*21*1~" + AcknowledgmentSamples.three,
    ] {
      let (answer, problems) = try AcknowledgmentSamples.claims(segments)
      #expect(answer.claims.count == 3)
      #expect(problems.contains { $0.severity == .error && $0.place.element == "HL02" })
    }
  }

  @Test(
    "a status answer is read as far as it goes, and named",
    arguments: ["005010X212", "004010X093A1", "005010X364"])
  func statusAnswer(version: String) throws {
    let (answer, problems) = try AcknowledgmentSamples.claims(
      "BHT*0010*08*R1*20260106*1000*DG~HL*1**20*1~NM1*PR*2*SAMPLE PLAN*****PI*12345~HL*2*1*21*1~"
        + "NM1*41*2*HARBOR*****46*SUB0001~HL*3*2*19*1~NM1*1P*2*HARBOR*****XX*1234567893~"
        + "HL*4*3*22*1~NM1*IL*1*DOE*JANE****MI*M1~HL*5*4*23~NM1*QC*1*DOE*SAM~TRN*2*A1~"
        + "STC*F2:88:QC*20260106**150*0~REF*1K*ICN1~", version: version)
    #expect(!answer.isClaimAcknowledgment)
    #expect(problems.map(\.severity) == [.note])
    #expect(answer.claims.map(\.controlNumber) == ["A1"])
    #expect(answer.claims.first?.statuses.first?.standing == .finalized)
    #expect(answer.claims.first?.patient.first == "SAM")
  }

  @Test("what was written is read back the same", arguments: 0..<300)
  func roundTrip(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(60_000 + seed))
    let sent = random.claimAcknowledgment()
    let bytes = sent.encode(envelope: ClaimSamples.envelope)
    let file = try X12File(bytes)
    let set = try #require(file.sets.first)
    #expect(set.isWhole)
    let (read, problems) = Answer.read(file: file, set: set)
    #expect(read == sent)
    #expect(problems.isEmpty)
    #expect(read.encode(envelope: ClaimSamples.envelope) == bytes)
  }

  @Test("a file cut off or damaged is read without a trap", arguments: 0..<200)
  func damaged(seed: Int) throws {
    var random = ClaimRandom(seed: UInt64(80_000 + seed))
    let whole = random.claimAcknowledgment()
    let bytes = random.damaged(whole.encode(envelope: ClaimSamples.envelope))
    guard let file = try? X12File(bytes) else { return }
    for set in file.sets {
      let (answer, _) = Answer.read(file: file, set: set)
      #expect(answer.claims.count <= bytes.count)
    }
  }

  @Test("amounts that do not fit together are told, not trapped")
  func hugeAmounts() throws {
    let huge = "92233720368547758.07"
    let claim = "HL*4*3*PT~NM1*QC*1*DOE~TRN*2*A1~STC*A2:20*20260106*WQ*\(huge)~"
    let (answer, problems) = try AcknowledgmentSamples.claims(
      AcknowledgmentSamples.top + claim + claim)
    #expect(answer.claims.count == 2)
    #expect(problems.contains { $0.message.contains("no sum") || $0.place.element == "STC04" })
  }
}

extension ClaimRandom {
  fileprivate mutating func status(_ action: String) -> ClaimAcknowledgment277CA.Status {
    let category = action == "U" ? pick(["A3", "A6", "A7", "A8"]) : "A2"
    return ClaimAcknowledgment277CA.Status(
      codes: [ClaimAcknowledgment277CA.Status.Code(category: category, status: digits(3))]
        + list(2) {
          ClaimAcknowledgment277CA.Status.Code(
            category: category, status: $0.digits(3), entity: $0.pick(["", "85", "IL"]))
        }, date: day(), action: action, chargeCents: Int64(below(1_000_000)),
      text: chance(20) ? text(40) : "")
  }

  fileprivate mutating func acknowledgedClaim() -> ClaimAcknowledgment277CA.Claim {
    let action = pick(["WQ", "U"])
    return ClaimAcknowledgment277CA.Claim(
      patient: X12PartyName(
        entity: "QC", kind: "1", last: text(), first: text(), idQualifier: "MI", id: digits(9)),
      controlNumber: text(), statuses: [status(action)],
      references: chance(70) ? [X12Reference("1K", digits(12))] : [],
      dates: [X12QualifiedDate("472", on: day())],
      lines: action == "WQ"
        ? []
        : list(2) {
          ClaimAcknowledgment277CA.Line(
            procedure: $0.procedure(), chargeCents: $0.cents(), units: "1",
            statuses: [$0.status("U")], references: [X12Reference("FJ", $0.text())],
            dates: [X12QualifiedDate("472", on: $0.day())])
        })
  }

  fileprivate mutating func claimAcknowledgment() -> ClaimAcknowledgment277CA {
    var receiver = ClaimAcknowledgment277CA.Receiver(
      name: X12PartyName(
        entity: "41", kind: "2", last: text(), idQualifier: "46", id: digits(5)),
      trace: text(), statuses: [status("WQ")], providers: [])
    for _ in 0..<(1 + below(3)) {
      let claims = list(5) { $0.acknowledgedClaim() }
      receiver.providers.append(
        ClaimAcknowledgment277CA.Provider(
          name: X12PartyName(
            entity: "85", kind: "2", last: text(), idQualifier: "XX", id: "1234567893"),
          trace: "0", references: chance(20) ? [X12Reference("TJ", digits(9))] : [],
          totals: ClaimAcknowledgment277CA.Totals(of: claims), claims: claims))
    }
    receiver.totals = ClaimAcknowledgment277CA.Totals(of: receiver.providers.flatMap(\.claims))
    return ClaimAcknowledgment277CA(
      reference: text(), date: day(), time: "1000",
      sources: [
        ClaimAcknowledgment277CA.Source(
          name: X12PartyName(
            entity: "PR", kind: "2", last: text(), idQualifier: "PI", id: digits(5)),
          trace: text(), dates: [X12QualifiedDate("050", on: day())], receivers: [receiver])
      ])
  }
}
