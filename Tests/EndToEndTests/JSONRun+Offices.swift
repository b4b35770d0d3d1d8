import Foundation
import Testing

// What the offices of the test are put through, so that every key is printed once.

extension JSONRun {
  /// Verbs that need no office.
  mutating func lookAtTools() async throws {
    try await print("docket theme list", ["theme", "list"], office: nil)
    try await print("docket theme show", ["theme", "show", "dark"], office: nil)
    let folder = docket.home.path + "/.config/docket/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("[roles]\ntext = 1\n".utf8).write(to: URL(fileURLWithPath: folder + "/wrong.toml"))
    try await print("docket theme check", ["theme", "check"], office: nil)
    try await print("docket order template", ["order", "template"], office: nil)
    let empty = docket.home.path + "/empty.docket"
    try await print(
      "docket demo --empty", ["demo", "--empty", "--no-open"], office: empty)
    try await print(
      "docket advise",
      ["advise", "CO-50", "--payer", "medicare-dme", "--notice", "2026-02-20"], office: empty)
    try await print("docket rules show", ["rules", "show", "medicare"], office: empty)
    try await print("docket rules check", ["rules", "check"], office: empty)
    try await print("docket rules edit", ["rules", "edit"], office: empty)
    try await print("docket doctor", ["doctor"], office: empty)
  }

  /// Orders from their file to a batch, with everything that can be decided about them.
  mutating func workOrders() async throws {
    let office = try OrderOffice()
    let database = office.database
    let rows = [
      OrderOffice.device("SO-1"), OrderOffice.supplies("SO-2"),
      OrderOffice.device("SO-3", ["delivered_quantity": "2"]),
      OrderOffice.supplies(
        "SO-5",
        ["hcpcs": "E0143", "kind": "purchase", "modifiers": "NU", "days_supplied": ""]),
      OrderOffice.device(
        "SO-4", ["prescriber_enrolled": "", "patient_first_name": "JOAN"]),
    ]
    let bad = try office.file(
      "bad.csv", [OrderOffice.supplies("B-1", ["patient_birth_date": "1948-02-30"])])
    try await print("docket order check", ["order", "check", bad], office: nil)
    try await print(
      "docket order import", ["order", "import", try office.file("orders.csv", rows), bad],
      office: database)
    try await print("docket order list", ["order", "list"], office: database)
    for number in ["SO-1", "SO-3"] {
      try await print("docket order show", ["order", "show", number], office: database)
    }
    try await print(
      "docket order confirm", ["order", "confirm", "SO-1", "SO-2", "SO-4", "SO-5", "SO-9"],
      office: database)
    try await print("docket order show", ["order", "show", "SO-1"], office: database)
    try await print(
      "docket order return", ["order", "return", "SO-3", "--cause", "quantity-mismatch"],
      office: database)
    try await print("docket report order-problems", ["report", "order-problems"], office: database)
    try await print(
      "docket order cancel", ["order", "cancel", "SO-3", "--note", "twice"], office: database)
    try await holdACharge(office)
    try await sendAndAsk(database)
    try await workSpecial(database)
  }

  private mutating func holdACharge(_ office: OrderOffice) async throws {
    let database = office.database
    let page = try await print(
      "docket queue NAME", ["queue", "transmission"], office: database)
    let items = try #require(page?["items"] as? [[String: Any]]).compactMap { $0["id"] as? Int }
    for item in items { try await print("docket show", ["show", String(item)], office: database) }
    let item = String(try #require(items.first))
    try await print(
      "docket act --fields", ["act", item, "hold", "--fields"], office: database)
    try await print(
      "docket hold place", ["hold", "place", item, "--reason", "audit", "--note", "a letter"],
      office: database)
    try await print("docket hold list", ["hold", "list"], office: database)
    try await print("docket report holds", ["report", "holds"], office: database)
    try await print(
      "docket hold release", ["hold", "release", item, "--evidence", "over"], office: database)
    try await print("docket show", ["show", item], office: database)
    let scan = try office.docket.home.file("ticket.pdf", "made-up scan")
    try await print(
      "docket document add",
      [
        "document", "add", "SO-1", "--kind", "sleep-study", "--dated", "2025-12-01", "--file", scan,
      ], office: database)
    try await print("docket document list", ["document", "list", "SO-1"], office: database)
  }

  private mutating func sendAndAsk(_ database: String) async throws {
    let page = try await print(
      "docket queue NAME", ["queue", "transmission"], office: database)
    let item = try #require((page?["items"] as? [[String: Any]])?.first?["id"] as? Int)
    let asked = try await print(
      "docket act", ["act", String(item), "check-eligibility"], office: database)
    let questions = try #require(asked?["file"] as? String)
    try await print("docket transmit show", ["transmit", "show", questions], office: database)
    let board = try await print("docket transmit board", ["transmit"], office: database)
    let group = try #require((board?["groups"] as? [[String: Any]])?.first)
    let (key, claims) = (group["payer_key"] as? Int ?? 0, group["claims"] as? Int ?? 0)
    let total = group["total_cents"] as? Int ?? 0
    let manager = FileManager.default
    let restored = String(database.dropLast(7)) + "-restored.docket"
    try manager.copyItem(atPath: database, toPath: restored)
    let sent = try await print(
      "docket transmit send",
      [
        "transmit", "send", String(key), "--claims", String(claims), "--total",
        "\(total / 100).\(total % 100 < 10 ? "0" : "")\(total % 100)",
      ], office: database)
    let batch = String(try #require(sent?["batch"] as? Int))
    try await print("docket transmit batches", ["transmit", "batches"], office: database)
    try await print("docket transmit show", ["transmit", "show", batch], office: database)
    let file = try #require(sent?["file"] as? String)
    let outbox = String(database.dropLast(7)) + ".outbox"
    try manager.removeItem(atPath: outbox + "/" + file)
    try await print("docket transmit rewrite", ["transmit", "rewrite", file], office: database)
    // The office of before the sending is brought back, beside the outbox of now.
    try manager.copyItem(atPath: outbox, toPath: String(restored.dropLast(7)) + ".outbox")
    try manager.removeItem(atPath: outbox + "/" + file)
    try await print("docket transmit arrived", ["transmit", "arrived", file], office: database)
    try await print(
      "docket transmit ask-eligibility", ["transmit", "ask-eligibility"], office: database)
    try await print(
      "docket transmit after-restore", ["transmit", "after-restore", "--go-on"],
      office: restored)
    try await print("docket next", ["next", "transmission"], office: database)
    try await print("docket next", ["next", "credit-balances"], office: database)
  }

  private mutating func workSpecial(_ database: String) async throws {
    // The supply of SO-2 ends in April: from the middle of March on the patient may be asked.
    let later = "2026-03-20"
    let list = try await print(
      "docket special list", ["special", "list", "--weeks", "20"], office: database, today: later)
    let work = try #require(list?["special"] as? [[String: Any]])
    func item(_ kind: String) throws -> String {
      let row = work.first { $0["kind"] as? String == kind }
      return String(try #require(row?["item"] as? Int, "the calendar brings no \(kind)"))
    }
    try await print(
      "docket special calendar", ["special", "calendar"], office: database, today: later)
    let supplies = try item("resupply")
    try await print(
      "docket special contact",
      ["special", "contact", supplies, "--want", "A7030=1", "--by", "JANE DOE"], office: database,
      today: later)
    try await print(
      "docket special show", ["special", "show", supplies], office: database, today: later)
    try await print(
      "docket special decline",
      ["special", "decline", try item("pap-trial"), "--note", "goes back"],
      office: database, today: later)
    try await print(
      "docket special repair",
      ["special", "repair", "SO-5", "--code", "E0143", "--complaint", "noise", "--minutes", "30"],
      office: database,
      today: later)
    try await print(
      "docket special fulfil", ["special", "fulfil", supplies, "--on", "2026-04-20"],
      office: database, today: "2026-04-20")
  }

  /// Claims with their answers.
  mutating func workClaims() async throws {
    let sample = try await SampleOfficeFixture.copy(into: docket.home)
    let database = sample.database
    try await print("docket queue", ["queue"], office: database)
    try await print("docket report queues", ["report", "queues"], office: database)
    for queue in ["rejections", "denials", "ar-follow-up", "cash-posting"] {
      let page = try await print(
        "docket queue NAME", ["queue", queue, "--limit", "500"], office: database)
      let items = (page?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
      try await show(items, office: database, until: ["an-item", "an-option", "a-deadline"])
    }
    let (answer, claim) = try StrangeAnswer.make(of: sample)
    let broken = try docket.home.file("broken.835", "ISA*00*nothing")
    try await print(
      "docket import",
      ["import", try docket.home.file("strange.835", answer), broken, sample.files],
      office: database)
    let staged = try await print(
      "docket queue NAME", ["queue", "cash-posting", "--filter", "claim:NOBODYS1"],
      office: database)
    let id = try #require((staged?["items"] as? [[String: Any]])?.first?["id"] as? Int)
    try await print("docket show", ["show", String(id)], office: database)
    try await print(
      "docket act", ["act", String(id), "match", "--match", claim], office: database)
    try await print("docket show", ["show", claim], office: database)
    try await print("docket find", ["find", claim], office: database)
    try await print("docket post plan", ["post", "plan", String(id)], office: database)
    try await print("docket post do", ["post", "do", String(id)], office: database)
    try await workBalances(sample)
    try await lookAtMoney(sample)
  }

  /// Provider adjustments are posted, and what stands with the payer afterwards is looked at.
  private mutating func workBalances(_ sample: SampleOfficeFixture) async throws {
    let database = sample.database
    let blank = String(repeating: " ", count: 10)
    let segments = [
      "ISA*00*\(blank)*00*\(blank)*ZZ*PAYERX         *ZZ*OURHME         *260301*1200*^*00501"
        + "*000000777*0*P*:", "GS*HP*PAYERX*OURHME*20260301*1200*1*X*005010X221A1",
      "ST*835*0001", "BPR*H*0*C*NON************20260301", "TRN*1*SETOFF1*1999999999",
      "DTM*405*20260301", "N1*PR*MADE UP PLAN*XV*99999", "N1*PE*MADE UP SUPPLIER*XX*1234567893",
      "PLB*1234567893*20261231*WO:MADEUP1*25*CS:MADEUP2*-25", "SE*8*0001", "GE*1*1",
      "IEA*1*000000777",
    ]
    let file = try docket.home.file("setoff.835", segments.map { $0 + "~" }.joined())
    try await print("docket import", ["import", file], office: database)
    let waiting = try await print(
      "docket queue NAME", ["queue", "cash-posting", "--filter", "claim:SETOFF1"],
      office: database)
    let id = try #require((waiting?["items"] as? [[String: Any]])?.first?["id"] as? Int)
    try await print("docket act", ["act", String(id), "post"], office: database)
    let credits = try await print(
      "docket queue NAME", ["queue", "credit-balances", "--limit", "500"], office: database)
    let items = (credits?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
    try await show(items, office: database, until: ["a-balance-with-a-payer"])
  }

  private mutating func lookAtMoney(_ sample: SampleOfficeFixture) async throws {
    let list = try await print(
      "docket remit", ["remit", "--limit", "500"], office: sample.database)
    for row in list?["remittances"] as? [[String: Any]] ?? []
    where comparison.isUnseen(["docket-remit-trace"]) {
      try await print(
        "docket remit TRACE", ["remit", String(try #require(row["id"] as? Int))],
        office: sample.database)
    }
    try await lookAtBank(list?["remittances"] as? [[String: Any]] ?? [], sample.database)
    try await takeBack(list, sample)
    try await print("docket check", ["check"], office: sample.database)
    try await print("docket day show", ["day"], office: sample.database)
    try await print("docket day clock", ["day", "clock"], office: sample.database)
    let export = docket.home.path + "/export.csv"
    try "Sales Order ID,Nothing Known,Member Nbr\nSO-1,x,SP100\n".write(
      toFile: export, atomically: true, encoding: .utf8)
    try await print("docket order map", ["order", "map", export], office: sample.database)
    try await print("docket audit list", ["audit"], office: sample.database)
    try await print("docket audit verify", ["audit", "verify"], office: sample.database)
    var files = try ["835", "837P", "999", "277CA"].compactMap { try sample.files(of: $0).first }
    files.append(docket.home.path + "/broken.835")
    try await print("docket x12 summary", ["x12", "summary"] + files, office: nil)
    try await print("docket x12 show", ["x12", "show", files[0]], office: nil)
  }

  /// Money in the bank, and the close of a month, of an office that has these remittances.
  private mutating func lookAtBank(_ remittances: [[String: Any]], _ office: String) async throws {
    let paid = remittances.filter {
      ($0["payment_cents"] as? Int ?? 0) > 0
        && ($0["payment_date"] as? String ?? "9") <= Docket.today
    }
    try #require(paid.count > 1, "the sample has no two payments")
    func row(_ remittance: [String: Any], _ reference: String) -> String {
      let cents = remittance["payment_cents"] as? Int ?? 0
      let dollars = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
      return "\(remittance["payment_date"] as? String ?? ""),check,A BANK'S PAYER,\(reference),"
        + dollars
    }
    let table = [
      "date,form,payer,reference,amount", row(paid[0], paid[0]["trace_number"] as? String ?? ""),
      row(paid[1], "SLIP9"),
    ].joined(separator: "\n")
    let file = try docket.home.file("bank.csv", table)
    try await print("docket deposit import", ["deposit", "import", file], office: office)
    try await print(
      "docket deposit add",
      ["deposit", "add", "--form", "cash", "--amount", "1.00", "--reference", "C1"], office: office)
    try await print("docket deposit list", ["deposit", "list"], office: office)
    for number in ["1", "2"] {
      let shown = try await print(
        "docket deposit show", ["deposit", "show", number], office: office)
      let item = try #require(shown?["item"] as? Int)
      try await print("docket show", ["show", String(item)], office: office)
    }
    try await print("docket deposit match", ["deposit", "match", "2"], office: office)
    try await print("docket deposit unmatch", ["deposit", "unmatch", "2"], office: office)
    try await print(
      "docket deposit void", ["deposit", "void", "3", "--note", "twice"], office: office)
    try await print("docket deposit attach", ["deposit", "attach", "1", file], office: office)
    try await print("docket report deposits", ["report", "deposits"], office: office)
    try await print("docket close month", ["close", "month"], office: office)
    let last = try #require(
      try await print("docket close show", ["close"], office: office)?["closed_through"] as? String)
    try await print(
      "docket deposit add",
      ["deposit", "add", "--on", last, "--form", "cash", "--amount", "2.00"], office: office)
    for month in [last.prefix(7), Docket.today.prefix(7)] {
      try await print(
        "docket report close", ["report", "close", String(month)], office: office)
    }
    try await print("docket close day", ["close", "day"], office: office)
    let asked = try await print(
      "docket close reopen", ["close", "reopen", Docket.today, "--reason", "a slip"],
      office: office)
    try await print("docket approval list", ["approval"], office: office)
    let approval = try #require((asked?["approvals"] as? [[String: Any]])?.first?["item"] as? Int)
    try await print("docket show", ["show", String(approval)], office: office)
  }

  /// One posted claim, and then its whole remittance.
  private mutating func takeBack(
    _ list: [String: Any]?, _ sample: SampleOfficeFixture
  ) async throws {
    for row in list?["remittances"] as? [[String: Any]] ?? [] {
      let id = String(try #require(row["id"] as? Int))
      let detail = try await print(
        "docket remit TRACE", ["remit", id], office: sample.database)
      let claims = detail?["claim_rows"] as? [[String: Any]] ?? []
      guard let posted = claims.first(where: { $0["posted"] as? Bool == true }),
        let number = posted["control_number"] as? String
      else { continue }
      try await print(
        "docket post unpost", ["post", "unpost", id, number, "--note", "wrong claim"],
        office: sample.database)
      try await print(
        "docket post void", ["post", "void", id, "--note", "read twice"], office: sample.database)
      return
    }
  }

  /// What a year of orders leaves behind.
  mutating func lookAtAYear() async throws {
    let database = docket.home.path + "/year.docket"
    try await print(
      "docket demo", ["demo", "--no-open", "--patients", "12", "--seed", "3"], office: database)
    var items: [Int] = []
    for queue in ["order-confirmation", "holds", "transmission", "special", "denials"] {
      let page = try await print("docket queue NAME", ["queue", queue], office: database)
      items += (page?["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? Int }
    }
    // Then what is done: by strides, so that every kind comes soon.
    let rest = (0..<7).flatMap { start in stride(from: 1 + start, through: 280, by: 7) }
    try await show(
      items + rest, office: database,
      until: comparison.reference.tables.keys.filter { !$0.hasPrefix("docket-") })
    let files = try FileManager.default.contentsOfDirectory(atPath: database.dropLast(7) + ".files")
    let asked =
      files.filter { $0.contains("271") }.sorted()
      + (try FileManager.default.contentsOfDirectory(
        atPath: database.dropLast(7) + ".files/sent"
      ).filter { $0.contains("270") }.sorted()
        .map { "sent/" + $0 })
    try await print(
      "docket x12 summary",
      ["x12", "summary"] + asked.map { database.dropLast(7) + ".files/" + $0 }, office: nil)
  }
}

/// A payer's answer that fits a claim of the sample but for its numbers: a person must say which.
enum StrangeAnswer {
  /// The file, and the number of the claim that is meant.
  static func make(of sample: SampleOfficeFixture) throws -> (file: String, claim: String) {
    for path in try sample.files(of: "835").reversed() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      guard text.components(separatedBy: "~CLP*").count == 2,
        let claim = text.firstMatch(of: #/~CLP\*([^*]+)\*/#)?.1,
        let member = text.firstMatch(of: #/~NM1\*QC\*[^~]*\*MI\*([^*~]+)~/#)?.1,
        let trace = text.firstMatch(of: #/~TRN\*1\*([^*]+)\*/#)?.1,
        let number = text.firstMatch(of: #/~CLP\*(?:[^*~]*\*){6}([^*~]+)\*/#)?.1
      else { continue }
      return (
        text.replacingOccurrences(of: claim, with: "NOBODYS1")
          .replacingOccurrences(of: member, with: "NOBODYSMEMBER")
          .replacingOccurrences(of: trace, with: "STRANGE1")
          .replacingOccurrences(of: number, with: "NOBODYSNUMBER"), String(claim)
      )
    }
    throw Missing()
  }

  struct Missing: Error {}
}
