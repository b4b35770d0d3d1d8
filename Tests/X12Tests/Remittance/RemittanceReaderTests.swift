// Remittances with the oddities that senders write.

import Testing
import X12

/// Remittances as they really arrive.
struct RemittanceReaderTests {
  private func small(_ old: String, _ new: String) throws -> Remittance835 {
    try RemittanceSamples.read(
      RemittanceSamples.file(RemittanceSamples.smallBody.replacing(old, with: new)))
  }

  @Test(
    arguments: [
      ("HC:E0601:RR:KH", "HC", "E0601", ["RR", "KH"], false),
      ("HC:E0601", "HC", "E0601", [], false),
      ("HC:E0601RR", "HC", "E0601", ["RR"], true),
      ("HC:E0601RRKHKX", "HC", "E0601", ["RR", "KH", "KX"], true),
      ("HC:E0601:RRKH", "HC", "E0601", ["RR", "KH"], true),
      ("HC:E0601RR:KX", "HC", "E0601", ["RR", "KX"], true),
      ("HC:99213:25:::::VISIT", "HC", "99213", ["25"], false),
      ("E0601", "", "E0601", [], false),
      ("E0601:RR", "", "E0601", ["RR"], false),
      ("E0601RR", "", "E0601", ["RR"], true),
      ("N4:00093721410", "N4", "00093721410", [], false),
      ("NU:0120", "NU", "0120", [], false),
      ("HC", "HC", "", [], false),
      ("", "", "", [], false),
      ("HC:", "HC", "", [], false),
      ("HC:E0601::KX", "HC", "E0601", ["KX"], false),
    ] as [(String, String, String, [String], Bool)])
  func takesProceduresApart(
    _ composite: String, _ qualifier: String, _ code: String, _ modifiers: [String],
    _ isGlued: Bool
  ) throws {
    let remittance = try small("HC:E0601:RR", composite)
    let procedure = remittance.procedure(try #require(remittance.lines.first))
    #expect(remittance.text(procedure.qualifier) == qualifier)
    #expect(remittance.text(procedure.code) == code)
    #expect(procedure.modifiers.map(remittance.text) == modifiers)
    #expect(procedure.isGlued == isGlued)
  }

  @Test(
    arguments: [
      ("*75**1~", "*75~", 1_000, false), ("*75**1~", "*75**2.5~", 2_500, true),
      ("*75**1~", "*75**.333~", 333, true), ("*75**1~", "*75**0~", 0, true),
      ("*75**1~", "*75**x~", 0, true), ("*75**1~", "*75**-1~", -1_000, true),
    ] as [(String, String, Int64, Bool)])
  func readsUnits(_ old: String, _ new: String, _ units: Int64, _ isWritten: Bool) throws {
    let line = try #require(try small(old, new).lines.first)
    #expect(line.paidUnits == units)
    #expect(line.hasPaidUnits == isWritten)
  }

  @Test func keepsWhatWasBilled() throws {
    let remittance = try small("*75**1~", "*75**1*HC:E0470:RR*2~")
    let line = try #require(remittance.lines.first)
    let billed = remittance.procedure(line, submitted: true)
    #expect(remittance.text(billed.code) == "E0470")
    #expect(line.submittedUnits == 2_000)
    #expect(line.hasSubmittedUnits)
  }

  @Test(
    arguments: [
      (".5", 50), ("-.99", -99), ("+27.50", 2_750), ("0100.", 10_000), ("", 0), (" 12 ", 1_200),
    ] as [(String, Int64)])
  func readsOddAmounts(_ text: String, _ cents: Int64) throws {
    let remittance = try small("C1*1*100*75", "C1*1*\(text)*75")
    #expect(remittance.claims.first?.charge == cents)
    #expect(!remittance.hasUnreadableAmount)
  }

  @Test func keepsEveryTripletOfEverySegment() throws {
    let six = (1...6).map { "*\($0)*\($0)*" }.joined()
    let remittance = try small(
      "CAS*PR*2*25~", "CAS*CO\(six)~CAS*CO*45*1~CAS*CO*96*-1~CAS*PI***~CAS*OA*23**1~")
    #expect(remittance.adjustments.map(\.amount) == [100, 200, 300, 400, 500, 600, 100, -100, 0])
    #expect(remittance.adjustments.last.map { remittance.text($0.quantity) } == "1")
    #expect(remittance.problems.contains { $0.place.element == "CAS03" && $0.severity == .warning })
  }

  @Test func keepsEveryRemark() throws {
    let remittance = try small(
      "CAS*PR*2*25~",
      "CAS*PR*2*25~LQ*HE*M124~LQ*HE*N264~LQ*RX*70~LQ*HE*MA130~")
    #expect(remittance.remarks.map { remittance.text($0.code) } == ["M124", "N264", "70", "MA130"])
    #expect(remittance.remarks.map(\.source) == [.line, .line, .pharmacy, .line])
    let claim = try small(
      "NM1*QC", "MIA*0****MA01***************MA02*MA03~MOA***N1*N2*N3*N4*N5~NM1*QC")
    #expect(
      claim.remarks.map { claim.text($0.code) }
        == ["MA01", "MA02", "MA03", "N1", "N2", "N3", "N4", "N5"])
    #expect(claim.claims.first?.remarks.count == 8)
    #expect(claim.lines.first?.remarks.isEmpty == true)
  }

  @Test func keepsClaimAndLineApart() throws {
    let body =
      "BPR*I*0*C*NON************20260105~TRN*1*T~REF*EV*RECEIVER~N1*PR*P~REF*2U*77~PER*CX**TE*1~"
      + "N1*PE*Q*XX*1~REF*TJ*99~LX*1~CLP*C1*1*10*0*10~CAS*PR*1*10~NM1*QC*1*DOE~REF*1L*G~"
      + "DTM*232*20251201~PER*CX*X*TE*2~AMT*AU*1~QTY*CA*2~SVC*HC:E0601*10*10~DTM*472*20251202~"
      + "REF*6R*L1~AMT*B6*5~QTY*ZK*1~LX*2~CLP*C2*1*0*0~REF*1W*M~"
    let remittance = try RemittanceSamples.read(RemittanceSamples.file(body))
    func references(_ range: FlatRange) -> [String] {
      remittance.references[range.indices].map { remittance.text($0.value) }
    }
    #expect(references(remittance.headerReferences) == ["RECEIVER"])
    #expect(references(remittance.payer.references) == ["77"])
    #expect(references(remittance.payee.references) == ["99"])
    #expect(remittance.payer.contacts.count == 1)
    let claim = try #require(remittance.claims.first)
    let line = try #require(remittance.lines.first)
    #expect(references(claim.references) == ["G"])
    #expect(references(line.references) == ["L1"])
    #expect(references(try #require(remittance.claims.last).references) == ["M"])
    #expect(remittance.dates[claim.dates.indices].map(\.day) == [20_251_201])
    #expect(remittance.dates[line.dates.indices].map(\.day) == [20_251_202])
    #expect(remittance.amounts[claim.amounts.indices].map(\.amount) == [100])
    #expect(remittance.amounts[line.amounts.indices].map(\.amount) == [500])
    #expect(remittance.quantities[claim.quantities.indices].map(\.thousandths) == [2_000])
    #expect(remittance.quantities[line.quantities.indices].map(\.thousandths) == [1_000])
    #expect(remittance.claims.map(\.assignedNumber) == [1, 2])
    #expect(claim.adjustments.count == 1)
    #expect(line.adjustments.isEmpty)
    #expect(remittance.claims.last?.lines.isEmpty == true)
  }

  struct Complaint: Sendable, CustomTestStringConvertible {
    var old: String
    var new: String
    var element: String
    var severity: Severity
    var words: String
    var testDescription: String { new }
  }

  static let complaints: [Complaint] = [
    Complaint(
      old: "C1*1*100", new: "C1*9*100", element: "CLP02", severity: .warning,
      words: "claim status \"9\""),
    Complaint(
      old: "CLP*C1*", new: "CLP**", element: "CLP01", severity: .warning,
      words: "no control number"),
    Complaint(
      old: "C1*1*100*75", new: "C1*1**75", element: "CLP03", severity: .warning, words: "is empty"),
    Complaint(
      old: "C1*1*100*75", new: "C1*1*100*7 5", element: "CLP04", severity: .error,
      words: "\"7 5\" is no amount"),
    Complaint(
      old: "DTM*472*20251220", new: "DTM*472*20251232", element: "DTM02", severity: .warning,
      words: "no day of the calendar"),
    Complaint(
      old: "HC:E0601", new: "HC>E0601>RR", element: "SVC01", severity: .warning,
      words: "does not use the component separator \":\""),
    Complaint(
      old: "TRN*1*CHECK77*1512345678~", new: "", element: "TRN", severity: .warning,
      words: "no trace number"),
    Complaint(
      old: "BPR*I*75*C*CHK************20260105~", new: "", element: "BPR", severity: .error,
      words: "no BPR"),
    Complaint(
      old: "LX*1~", new: "LX*1~ZZ9*1~", element: "", severity: .note,
      words: "ZZ9 is not part of a remittance"),
    Complaint(
      old: "LX*1~", new: "LX*1~SVC*HC:A*1*1~", element: "", severity: .warning,
      words: "SVC has no place here"),
    Complaint(
      old: "LX*1~", new: "LX*1~BPR*I*1~", element: "BPR", severity: .error, words: "a second BPR"),
    Complaint(
      old: "CAS*PR*2*25~", new: "CAS*PR*2*25~PLB*1*20261231*WO>77*0~", element: "PLB03",
      severity: .warning, words: "does not use the component separator"),
    Complaint(
      old: "CAS*PR*2*25~", new: "CAS*PR*2*25~PLB*1*20261231*WO:77*?~", element: "PLB04",
      severity: .error, words: "no amount"),
  ]

  @Test(arguments: complaints)
  func saysWhereAndWhat(_ sample: Complaint) throws {
    let remittance = try small(sample.old, sample.new)
    let problem = try #require(
      remittance.problems.first { $0.message.contains(sample.words) }, "\(remittance.problems)")
    #expect(problem.place.element == sample.element)
    #expect(problem.severity == sample.severity)
    #expect(problem.place.set == 0)
    #expect(problem.place.segment >= 3)
  }

  @Test func fortyChecksOfOnePayerStayApart() throws {
    let sets = (1...40).map {
      RemittanceSamples.set(
        RemittanceSamples.smallBody.replacing("CHECK77", with: "CHECK\($0)"),
        control: String(10_000 + $0).suffix(4).description)
    }
    let file = try X12File(
      RemittanceSamples.bytes(
        RemittanceSamples.header + RemittanceSamples.group + sets.joined()
          + "GE*40*1~IEA*1*000000001~"))
    #expect(file.problems.isEmpty)
    let traces = file.sets.indices.map { index -> String in
      let remittance = Remittance835(file, set: index)
      return remittance.text(remittance.payment.trace)
    }
    #expect(traces == (1...40).map { "CHECK\($0)" })
  }

  @Test func aSetThatIsNotThereIsEmpty() throws {
    let file = try X12File(RemittanceSamples.bytes(RemittanceSamples.workedExample))
    #expect(Remittance835(file, set: 9).claims.isEmpty)
    #expect(Remittance835(file, set: -1).claims.isEmpty)
  }
}
