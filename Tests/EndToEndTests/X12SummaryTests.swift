import Foundation
import Testing

/// `docket x12` on good files and on everything else that a person may name.
struct X12SummaryTests {
  /// A remittance of one claim: charged 120.00, paid 80.00, 40.00 contractual; 5.00 taken back.
  static let remittance = """
    ISA*00*          *00*          *ZZ*MADEUPPAYER    *ZZ*MADEUPOFFICE   *260105*1200*^*00501*000000905*0*P*:~
    GS*HP*MADEUP*OFFICE*20260105*1200*905*X*005010X221A1~
    ST*835*0001~
    BPR*I*75*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20260105~
    TRN*1*MADEUP1*1512345678~
    DTM*405*20260105~
    N1*PR*INVENTED HEALTH PLAN~
    N1*PE*INVENTED SUPPLIER*XX*1999000015~
    LX*1~
    CLP*MADE0001*1*120*80*0*12*PCN1*12*1~
    NM1*QC*1*MOCKLY*ADA****MI*M123~
    SVC*HC:E1390:RR*120*80**1~
    DTM*472*20251201~
    CAS*CO*45*40~
    PLB*1999000015*20261231*WO:REF1*5~
    SE*14*0001~
    GE*1*905~
    IEA*1*000000905~

    """

  @Test func printsTheShapeThatIsPromised() async throws {
    let docket = try Docket()
    let path = try docket.home.file("era.835", Self.remittance)
    let outcome = try await docket.run(["x12", "summary", path, "--json"])
    #expect(outcome.status == 0)
    #expect(outcome.complaint == "")
    #expect(
      outcome.text == """
        {"files":[{"path":"\(path)","bytes":\(Self.remittance.utf8.count),"sets":[{"set":"835",\
        "version":"005010X221A1","control":"0001","segments":14,"claims":1,"services":1,\
        "charge_cents":12000,"paid_cents":8000,"payment_cents":7500,\
        "provider_adjustment_cents":500,"balanced":true}],"problems":[]}]}

        """)
  }

  @Test func saysThatAPaymentDoesNotBalance() async throws {
    let docket = try Docket()
    let wrong = Self.remittance.replacingOccurrences(of: "BPR*I*75*", with: "BPR*I*76.50*")
    let path = try docket.home.file("era.835", wrong)
    let outcome = try await docket.run(["x12", "summary", path, "--json"])
    let file = try #require((try outcome.object()["files"] as? [[String: Any]])?.first)
    let set = try #require((file["sets"] as? [[String: Any]])?.first)
    #expect(set["balanced"] as? Bool == false)
    #expect(set["payment_cents"] as? Int == 7650)
    let problems = try #require(file["problems"] as? [[String: Any]])
    #expect(problems.map { $0["element"] as? String } == ["BPR02"])
    #expect(outcome.status == 0, "it was read without an error; it waits in Cash posting")
  }

  @Test func keepsTheOrderOfItsArgumentsAndLeavesUnusedKeysOut() async throws {
    let docket = try Docket()
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let paths = [
      try #require(try sample.files(of: "999").first),
      try #require(try sample.files(of: "837P").first),
      try #require(try sample.files(of: "277CA").first),
      try #require(try sample.files(of: "835").first),
    ]
    let outcome = try await docket.run(["x12", "summary"] + paths + ["--json"])
    #expect(outcome.status == 0, "\(outcome.text.prefix(2000))")
    let files = try #require(try outcome.object()["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["path"] as? String } == paths)
    let keys = try files.map { file in
      Set(try #require((file["sets"] as? [[String: Any]])?.first).keys)
    }
    let always: Set = ["set", "version", "control", "segments"]
    #expect(keys[0] == always)
    #expect(keys[1] == always.union(["claims", "services", "charge_cents"]))
    #expect(keys[2].isSuperset(of: always.union(["claims"])))
    #expect(!keys[2].contains("balanced"))
    #expect(keys[3].contains("balanced"))
  }

  @Test(arguments: ["folder", "device", "pipe", "nothing", "text", "empty", "gzip"])
  func refusesWhatIsNoFileOfX12(_ kind: String) async throws {
    let docket = try Docket()
    let path: String
    switch kind {
    case "folder": path = docket.home.path
    case "device": path = "/dev/zero"
    case "pipe":
      path = docket.home.path + "/pipe"
      _ = unsafe mkfifo(path, 0o600)
    case "nothing": path = docket.home.path + "/nothing-here"
    case "text": path = try docket.home.file("letter.txt", "Dear payer, please pay.\n")
    case "empty": path = try docket.home.file("empty", "")
    default: path = try docket.home.file("era.gz", Data([0x1F, 0x8B, 8, 0, 0, 0]))
    }
    let outcome = try await docket.run(["x12", "summary", path, "--json"])
    #expect(outcome.status == 1)
    let file = try #require((try outcome.object()["files"] as? [[String: Any]])?.first)
    let problem = try #require((file["problems"] as? [[String: Any]])?.first)
    #expect(problem["severity"] as? String == "error")
    #expect((problem["message"] as? String)?.isEmpty == false)
    #expect((file["sets"] as? [Any])?.isEmpty == true)
  }

  @Test func survivesBeingCutAnywhere() async throws {
    let docket = try Docket()
    let whole = Array(Self.remittance.utf8)
    var paths: [String] = []
    for length in stride(from: 0, to: whole.count - 3, by: 7) {
      paths.append(try docket.home.file("cut-\(length)", Data(whole[..<length])))
    }
    let outcome = try await docket.run(["x12", "summary"] + paths + ["--json"])
    #expect(outcome.status == 1)
    let files = try #require(try outcome.object()["files"] as? [[String: Any]])
    #expect(files.count == paths.count)
    for file in files {
      let problems = try #require(file["problems"] as? [Any])
      #expect(!problems.isEmpty, "\(file["path"] ?? "") was cut and nobody said so")
    }
  }

  @Test func showsAFileWithTheNamesOfItsElements() async throws {
    let docket = try Docket()
    let path = try docket.home.file("era.835", Self.remittance)
    let outcome = try await docket.run(["x12", "show", path])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("CLP03"))
    #expect(outcome.text.contains("MADE0001"))
    #expect(outcome.text.split(separator: "\n").count > 60)
  }
}
