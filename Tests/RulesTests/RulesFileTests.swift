import Billing
import Rules
import Testing

@Suite("Rules file")
struct RulesFileTests {
  @Test("The template changes nothing")
  func template() throws {
    #expect(try RulesFile.load(office: RulesTemplate.text) == RuleBook.shipped())
    #expect(try RulesFile.load(office: "") == RuleBook.shipped())
  }

  @Test("The template without its comment marks is a file that can be read")
  func uncommented() throws {
    let text = RulesTemplate.text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("# ") && ($0.contains(" = ") || $0.contains("[")) && !$0.contains("`")
        && !$0.hasPrefix("#  ")
        ? String($0.dropFirst(2)) : String($0)
    }.joined(separator: "\n")
    let book = try RulesFile.load(office: text)
    #expect(book.deadlines.first { $0.id == "aetna-initial" }?.count == 180)
    #expect(book.deadlines.contains { $0.id == "lakeside-initial" })
    #expect(book.payers.contains { $0.key == "lakeside" })
    #expect(book.writeOffs.first { $0.code == "SMALL" }?.limit == Cents(500))
    #expect(book.followUps[.medicareDME]?.firstDays == 18)
    #expect(book.supplier?.npi == "1234567893" && book.supplier?.address.zip == "430040001")
    #expect(book.supplier?.clearinghouses.map(\.name) == ["CEDI"])
    #expect(book.orders.manualHoldDays == 14)
  }

  @Test("A row overrides the keys it gives, in place")
  func overrides() throws {
    let shipped = try RuleBook.shipped()
    let book = try RulesFile.load(
      office: """
        [[deadline]]
        id = "cigna-initial"
        count = 120

        [[remark]]
        code = "M124"
        meaning = "our words"

        [[playbook]]
        carc = "50"
        do = ["WO"]

        [[playbook]]
        carc = ["50", "151"]
        family = "commercial"
        meaning = "necessity"
        do = ["APL"]

        [settings]
        defer-margin-days = 2
        """)
    let rule = try #require(book.deadlines.first { $0.id == "cigna-initial" })
    #expect(rule.count == 120 && rule.clock == .serviceThrough && rule.payerKey == "cigna")
    #expect(book.deadlines.map(\.id) == shipped.deadlines.map(\.id))
    #expect(book.remarks["M124"]?.meaning == "our words")
    #expect(book.remarks["M124"]?.fix == shipped.remarks["M124"]?.fix)
    #expect(book.playbook.count == shipped.playbook.count + 2)
    #expect(
      book.playbook.first { $0.carc == "50" && $0.families.isEmpty }?.dispositions == [.writeOff])
    #expect(book.deferMarginDays == 2)
  }

  @Test("Days may be written with or without quotes")
  func dates() throws {
    let book = try RulesFile.load(
      office: "[[deadline]]\nid = \"cigna-initial\"\nfrom = 2026-01-01\nthrough = \"2026-12-31\"")
    let rule = try #require(book.deadlines.first { $0.id == "cigna-initial" })
    #expect(rule.effective.from == Day("2026-01-01"))
    #expect(rule.effective.through == Day("2026-12-31"))
  }

  @Test("Keys of more parts than the reader of TOML survives are refused with their line")
  func deepKeys() throws {
    let deep = String(repeating: "a.", count: 100_000) + "a"
    for text in ["\n[\(deep)]", "\n\(deep) = 1", "\nx = {\(deep) = 1}"] {
      let error = #expect(throws: RulesError.self) { try RulesFile.load(office: text) }
      #expect(error?.line == 2)
    }
    let words = String(repeating: "a. ", count: 100)
    let long = "[[remark]]\ncode = \"M124\"\nmeaning = \"\(words)\" # \(words)\n"
    let quoted = "fix = \"\"\"\n\(words)\\\"\n\"\"\"\n"
    #expect(throws: Never.self) { try RulesFile.load(office: long + quoted) }
  }

  @Test("A row can be disabled")
  func disabled() throws {
    let book = try RulesFile.load(
      office: """
        [[deadline]]
        id = "uhc-appeal"
        disabled = true
        """)
    #expect(!book.deadlines.contains { $0.id == "uhc-appeal" })
    #expect(book.deadlines.count == (try RuleBook.shipped().deadlines.count) - 1)
  }

  typealias Bad = (text: String, line: Int?, words: String)

  static let bad: [Bad] = [
    ("[[deadline]]\nid = \"x\"\ncount =", 3, ""),
    ("[[deadlines]]\nid = \"x\"", 1, "is no section"),
    ("[deadline]\nid = \"x\"", 1, "two brackets"),
    ("\n[[deadline]]\nid = \"cigna-initial\"\ncuont = 5", 4, "cuont: is no key"),
    ("[[deadline]]\ncount = 5", 1, "id: is missing"),
    ("[[deadline]]\nid = \"new\"\nkind = \"initial-claim\"", 1, "family: is missing"),
    ("[[deadline]]\nid = \"cigna-initial\"\ncount = \"5\"", 3, "must be a whole number"),
    ("[[deadline]]\nid = \"cigna-initial\"\ncount = 0", 3, "out of range; use 1 to 10000"),
    (
      "[[deadline]]\nid = \"cigna-initial\"\nunit = \"weeks\"", 3, "use one of: days, business-days"
    ),
    ("[[deadline]]\nid = \"cigna-initial\"\nfrom = \"2026-02-30\"", 3, "is no date"),
    (
      "[[deadline]]\nid = \"cigna-initial\"\nfrom = \"2026-02-03\"\nthrough = \"2026-02-02\"", 4,
      "before from"
    ),
    ("[[deadline]]\nid = \"cigna-initial\"\nstate = \"Tx\"", 3, "two capital letters"),
    ("[[deadline]]\nid = \"a\"\n[[deadline]]\nid = \"a\"", 3, "occurs twice"),
    ("[[playbook]]\ncarc = \"50\"\ndo = [\"PRAY\"]", 3, "\"PRAY\" is not known"),
    ("[[playbook]]\ncarc = \"50\"\ndo = []", 3, "empty list"),
    ("[[playbook]]\ncarc = []\ndo = [\"WO\"]", 2, "empty list"),
    ("[[remark]]\ncode = \"M124\"\neffect = \"magic\"", 3, "new-claim-only"),
    ("[[write-off]]\ncode = \"SMALL\"\nlimit = 5", 3, "must be text"),
    ("[[write-off]]\ncode = \"SMALL\"\nlimit = \"five\"", 3, "is no amount"),
    ("[[payer]]\nid = \"p\"\nfamily = \"other\"", 1, "how to recognize"),
    ("[[follow-up]]\nfamily = \"medicare-dme\"\nfirst = 400", 3, "out of range"),
    ("[[result]]\ncode = \"NOTE\"\nproductive = \"yes\"", 3, "true or false"),
    ("[settings]\ndefer-margin = 5", 2, "is no setting"),
    ("[settings]\ndefer-margin-days = -1", 2, "0 to 90"),
    ("disabled = true", nil, "is no section"),
    ("[[deadline]]\nid = \"a\u{0}b\"", nil, ""),
  ]

  @Test("What is wrong is said with its line and what to do", arguments: bad)
  func errors(bad: Bad) {
    do {
      _ = try RulesFile.load(office: bad.text)
      Issue.record("it was read")
    } catch {
      if let line = bad.line { #expect(error.line == line, "\(error)") }
      #expect(error.description.contains(bad.words), "\(error)")
      #expect(!error.advice.isEmpty)
      #expect(
        RulesCheck.problems(inOffice: bad.text, on: Day(rawValue: 0)).map(\.kind) == [.unreadable])
    }
  }

  @Test("The check names overlaps, rows that ran out and keys that nobody has")
  func check() {
    let problems = RulesCheck.problems(
      inOffice: """
        [[deadline]]
        id = "second"
        kind = "initial-claim"
        family = "other"
        count = 5
        clock = "service-from"

        [[deadline]]
        id = "old"
        kind = "document-request"
        family = "other"
        count = 5
        clock = "notice"
        through = "2025-12-31"

        [[deadline]]
        id = "lost"
        kind = "dispute"
        family = "commercial"
        payer = "nobody"
        count = 5
        clock = "notice"

        [[playbook]]
        carc = "50"
        rarc = "Z999"
        meaning = "x"
        do = ["WO"]
        """, on: Day(rawValue: 20_500))
    #expect(
      problems.filter { $0.kind != .unverified }.map { "\($0.kind) \($0.row)" } == [
        "overlap second", "expired old", "dangling lost", "dangling 50/Z999",
      ])
  }

  @Test("A row that follows another is neither an overlap nor leaves a gap")
  func successor() {
    let problems = RulesCheck.problems(
      inOffice: """
        [[deadline]]
        id = "cigna-initial"
        through = "2025-12-31"
        [[deadline]]
        id = "cigna-2026"
        kind = "initial-claim"
        family = "commercial"
        payer = "cigna"
        count = 120
        clock = "service-through"
        from = "2026-01-01"
        """, on: Day(rawValue: 20_500))
    #expect(problems.allSatisfy { $0.kind == .unverified })
  }
}

@Suite("Rows for groups and kinds of payers")
struct PlaybookRowTests {
  private func row(
    _ carc: String, _ group: AdjustmentGroup, _ family: PayerFamily, in text: String
  ) throws -> PlaybookRow? {
    // The rows that speak of a pair, by the lists that they give.
    try RulesFile.load(office: text).playbook.last {
      $0.carc == carc && $0.rarc == nil
        && ($0.groups.isEmpty || $0.groups.contains(group))
        && ($0.families.isEmpty || $0.families.contains(family))
    }
  }

  @Test("A row names its groups, kinds of payers, traits, and reason to write off")
  func lists() throws {
    let text = """
      [[playbook]]
      carc = "777"
      groups = ["PR", "OA"]
      families = ["medicaid", "medicaid-managed"]
      meaning = "made up"
      fix = "look again"
      do = ["VFY", "WO"]
      traits = ["no-appeal"]
      write-off = "SMALL"
      """
    let row = try #require(try row("777", .other, .medicaid, in: text))
    #expect(row.groups == [.patientResponsibility, .other])
    #expect(row.families == [.medicaid, .medicaidManaged])
    #expect(row.traits == [.noAppeal] && row.writeOffReason == "SMALL" && row.fix == "look again")
    #expect(try self.row("777", .contractual, .medicaid, in: text) == nil)
  }

  @Test("family names one kind, as families does, and both at once are refused")
  func family() throws {
    let one = "[[playbook]]\ncarc = \"50\"\nfamily = \"medicaid\"\nmeaning = \"x\"\ndo = [\"WO\"]"
    let list = one.replacing("family = \"medicaid\"", with: "families = [\"medicaid\"]")
    #expect(try RulesFile.load(office: one) == RulesFile.load(office: list))
    #expect(throws: RulesError.self) {
      try RulesFile.load(office: one + "\nfamilies = [\"other\"]")
    }
  }

  @Test("A write-off reason that no row has is named, and so is an amount that ran out")
  func problems() {
    let problems = RulesCheck.problems(
      inOffice: """
        [[playbook]]
        carc = "50"
        write-off = "WHIM"
        """, on: Day(year: 2027, month: 1, day: 1) ?? Day(rawValue: 0))
    #expect(problems.contains { $0.kind == .dangling && $0.message.contains("WHIM") })
    #expect(
      problems.filter { $0.kind == .expired }.map(\.row) == [
        "amount-in-controversy medicare-dme/3", "amount-in-controversy medicare-dme/5",
      ])
  }

  @Test("An amount in controversy says from when until when it holds")
  func amount() {
    #expect(throws: RulesError.self) {
      try RulesFile.load(
        office: """
          [[amount-in-controversy]]
          family = "medicare-dme"
          level = 3
          amount = "210.00"
          from = "2027-01-01"
          """)
    }
  }
}

@Suite("Rules listing")
struct RulesListingTests {
  @Test("Rows are found by words in any order and case")
  func filter() throws {
    let book = try RuleBook.shipped()
    let rows = RulesListing.rows(of: book, matching: "DEADLINE cigna secondary")
    #expect(rows.map(\.key) == ["cigna-secondary"])
    #expect(
      rows.first?.text.hasPrefix(
        "Commercial cigna, secondary-claim: 90 days from primary-remittance [high;") == true)
    #expect(
      RulesListing.rows(of: book, matching: "remark MA130").first?.text.contains("[new-claim-only]")
        == true)
    #expect(RulesListing.rows(of: book, matching: "playbook 151/N362").count == 1)
    #expect(RulesListing.rows(of: book, matching: "no such word").isEmpty)
  }

  @Test("Every section is listed")
  func sections() throws {
    let sections = Set(RulesListing.rows(of: try RuleBook.shipped()).map(\.section))
    #expect(
      sections == [
        "deadline", "playbook", "remark", "category", "status", "result", "payer", "follow-up",
        "write-off", "packet", "remedies", "amount-in-controversy", "payer-status", "settings",
        "item", "allowable", "modifier", "hold-reason", "suspense-reason", "settlement-reason",
        "acceptance-reason", "posting",
        "delay-reason",
        "place-of-service", "bank-code", "bank-table",
        "jurisdiction",
      ])
  }
}
