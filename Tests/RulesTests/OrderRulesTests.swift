import Billing
import Rules
import Testing

@Suite("Shipped rules of the order side")
struct ShippedOrderRulesTests {
  private let book = Result { try RuleBook.shipped() }
  private static let today = Day("2026-06-01") ?? Day(rawValue: 0)

  @Test("Every code is HCPCS level II with a title, and stands under its own key")
  func codes() throws {
    let catalog = try book.get().catalog
    #expect(catalog.count == 151)
    for (code, items) in catalog {
      #expect(items.allSatisfy { $0.code == code && !$0.title.isEmpty })
      // D codes belong to dentists; level I codes begin with a digit.
      #expect("ABEGJKLQ".contains(code.first ?? " "), "\(code)")
    }
  }

  @Test(
    "Categories and rental months",
    arguments: [
      ("E0601", PaymentCategory.cappedRental, 13), ("E1390", .oxygen, 36), ("E0441", .oxygen, nil),
      ("E0466", .frequentServicing, nil), ("B9002", .parenteralEnteral, 15),
      ("K0823", .cappedRental, 13), ("K0005", .inexpensive, nil), ("E0240", .nonCovered, nil),
      ("J7613", .drug, nil), ("A5500", .therapeuticShoe, nil), ("A6212", .surgicalDressing, nil),
    ] as [(String, PaymentCategory, Int?)])
  func categories(code: String, category: PaymentCategory, months: Int?) throws {
    let item = try #require(try book.get().item(code, on: Self.today))
    #expect(item.category == category && item.capMonths == months)
  }

  @Test("Every capped rental has its cap, and only what is rented has one")
  func caps() throws {
    for item in try book.get().catalog.values.flatMap(\.self) {
      if item.category == .cappedRental { #expect(item.capMonths == 13, "\(item.code)") }
      if item.capMonths != nil {
        #expect([.cappedRental, .oxygen, .parenteralEnteral].contains(item.category))
      }
    }
  }

  @Test(
    "Usual limits of resupply",
    arguments: [
      ("A7030", 1, 90), ("A7031", 3, 90), ("A7032", 6, 90), ("A7033", 6, 90), ("A7034", 1, 90),
      ("A7035", 1, 180), ("A7036", 1, 180), ("A7037", 1, 90), ("A4604", 1, 90), ("A7038", 6, 90),
      ("A7039", 1, 180), ("A7046", 1, 180), ("A4351", 600, 90), ("A7017", 1, 1095),
    ])
  func limits(code: String, units: Int, days: Int) throws {
    let item = try #require(try book.get().item(code, on: Self.today))
    #expect(item.unitLimit == UnitLimit(units, days: days))
  }

  @Test("Codes of glucose monitors changed with 2023")
  func succession() throws {
    let book = try book.get()
    let before = try #require(Day("2022-12-31"))
    let after = try #require(Day("2023-01-01"))
    for (code, old) in [("K0553", true), ("K0554", true), ("A4239", false), ("E2103", false)] {
      let item = try #require(book.item(code, on: after))
      #expect(
        item.effective.contains(before) == old && item.effective.contains(after) != old, "\(code)")
    }
  }

  @Test("Documents, modifiers and equipment that policies ask for")
  func policies() throws {
    let book = try book.get()
    func item(_ code: String) throws -> CatalogItem {
      try #require(book.item(code, on: Self.today))
    }
    #expect(try item("E0601").documents == [.sleepStudy])
    #expect(try item("E1390").documents == [.bloodGasStudy])
    #expect(try item("K0823").documents == [.writtenOrderPriorToDelivery, .faceToFace])
    #expect(try item("E0601").policyModifierFamilies == [.medicareDME])
    #expect(try item("E1390").oneOf == [["N1", "N2", "N3", "KX"]])
    #expect(try item("A6212").oneOf.first?.count == 9)
    #expect(try item("A7030").baseCodes == ["E0601", "E0470", "E0471"])
    #expect(try item("E0443").baseCodes == ["E0431", "K0738"])
    #expect(try item("E1390").hasMaintenance && item("K0738").hasMaintenance)
    #expect(try !item("E0431").hasMaintenance && !item("E0601").hasMaintenance)
    #expect(try item("E1399").needsNarrative && item("K0739").needsNarrative)
    #expect(try item("E0260").isSerialized && item("K0001").isSerialized)
    #expect(try item("L1833").isSided && !item("L0650").isSided)
  }

  @Test("Modifiers exclude each other both ways")
  func exclusion() throws {
    let modifiers = try book.get().modifiers
    for row in modifiers.values {
      for other in row.excludes where row.code != "GX" {
        #expect(modifiers[other]?.excludes.contains(row.code) == true, "\(row.code) \(other)")
      }
    }
    #expect(modifiers["KX"]?.excludes == ["GA", "GY", "GZ", "KS"])
    #expect(modifiers["RR"]?.position == .pricing && modifiers["KX"]?.position == .policy)
    #expect(modifiers["LT"]?.position == .informational && modifiers["UD"] != nil)
  }

  @Test(
    "Hold reasons of every type",
    arguments: [
      (
        "swo-missing", HoldType.documentation, Team.documentation, DocumentKind.standardWrittenOrder
      ),
      ("proof-of-delivery-missing", .documentation, .fulfilment, .proofOfDelivery),
      ("authorization-expired", .authorization, .authorization, .authorization),
      ("rental-past-cap", .system, .billing, nil), ("audit", .manual, .billing, nil),
    ] as [(String, HoldType, Team, DocumentKind?)])
  func reasons(code: String, type: HoldType, team: Team, document: DocumentKind?) throws {
    let reason = try #require(try book.get().holdReasons[code])
    #expect(reason.type == type && reason.team == team && reason.document == document)
  }

  @Test("There are reasons enough, and none waits longer than a person's hold may")
  func reviews() throws {
    let book = try book.get()
    #expect(book.holdReasons.count == 50)
    #expect(book.holdReasons.values.allSatisfy { $0.reviewDays <= book.orders.manualHoldDays })
  }

  @Test(
    "The Medicare contractor of a state",
    arguments: [
      ("NY", "16013"), ("OH", "17013"), ("TX", "18003"), ("CA", "19003"), ("PR", "18003"),
      ("GU", "19003"),
    ])
  func jurisdictions(state: String, payer: String) throws {
    #expect(try book.get().jurisdictions[state] == payer)
    #expect(try book.get().jurisdictions.count == 56)
  }

  @Test("The settings of the order side are those of the program, and no office is shipped")
  func settings() throws {
    #expect(try book.get().orders == OrderSettings())
    #expect(try book.get().supplier == nil)
  }

  @Test(
    "Allowables",
    arguments: [
      ("E0601", ["RR"], "2018-05-01", 4_060), ("E0601", ["RR", "KH", "KX"], "2026-05-01", 6_000),
      ("E0601", ["RR", "KJ", "KX"], "2026-05-01", 4_500),
      ("K0823", ["RR", "KJ"], "2026-05-01", 10_898),
      ("B9002", ["RR", "KJ"], "2026-05-01", 10_500), ("A7030", ["NU", "KX"], "2026-05-01", 11_750),
      ("A7030", [], "2026-05-01", 11_750), ("E1390", ["MS"], "2026-05-01", 7_550),
      ("A4253", ["NU", "KX"], "2026-05-01", 832), ("E0601", ["RR"], "2010-05-01", nil),
      ("E1399", ["NU"], "2026-05-01", nil),
    ] as [(String, [String], String, Int64?)])
  func allowables(code: String, modifiers: [String], day: String, cents: Int64?) throws {
    let found = try book.get().allowable(
      ProcedureCode(code, modifiers), family: .medicareDME, state: "OH", on: try #require(Day(day)))
    #expect(found == cents.map { Cents($0) })
  }
}

@Suite("An office's rules of the order side")
struct OfficeOrderRulesTests {
  static let supplier = """
    [supplier]
    name = "LAKESIDE MEDICAL EQUIPMENT"
    npi = "1234567893"
    tax-id = "00-1234567"
    taxonomy = "332B00000X"
    street = "1 EXAMPLE WAY"
    city = "COLUMBUS"
    state = "OH"
    zip = "43004-0001"
    contact = "BILLING OFFICE"
    phone = "(555) 010-0199"
    submitter-id = "SUB0001"

    """

  @Test("The office and its clearinghouses")
  func office() throws {
    let book = try RulesFile.load(
      office: Self.supplier + """
        test = true
        accredited = ["CR", "OX"]
        [[clearinghouse]]
        name = "CEDI"
        receiver-id = "RCV1"
        families = ["medicare-dme"]
        [[clearinghouse]]
        name = "OTHER"
        receiver-id = "RCV2"
        """)
    let supplier = try #require(book.supplier)
    #expect(supplier.taxID == "001234567" && supplier.address.zip == "430040001")
    #expect(supplier.phone == "5550100199" && supplier.isTest)
    #expect(supplier.accreditedFor == [.cappedRental, .oxygen])
    #expect(supplier.clearinghouses.map(\.receiverID) == ["RCV1", "RCV2"])
    #expect(supplier.clearinghouses.map(\.families) == [[.medicareDME], []])
    let rows = RulesListing.rows(of: book).suffix(40)
    #expect(rows.contains { $0.section == "supplier" && $0.text.contains("1234567893") })
    #expect(rows.contains { $0.section == "clearinghouse" && $0.key == "CEDI" })
  }

  typealias Bad = (from: String, to: String, line: Int, words: String)

  static let badOffices: [Bad] = [
    ("1234567893", "1234567890", 3, "wrong check digit"),
    ("1234567893", "123456789", 3, "does not have 10 digits"),
    ("00-1234567", "12345678", 4, "does not have 9 digits"),
    ("00-1234567", "12345678X", 4, "does not have 9 digits"),
    ("43004-0001", "43004", 9, "all nine digits"),
    ("332B00000X", "332B", 5, "no taxonomy code"),
    ("1 EXAMPLE WAY", "P.O. Box 7", 6, "post office box"),
    ("\"OH\"", "\"Ohio\"", 8, "two capital letters"),
    ("SUB0001", "SUBMITTER0000001", 12, "at most 15"),
    ("BILLING OFFICE", " ", 10, "is empty"),
    ("[supplier]", "[[supplier]]", 1, "one bracket"),
    ("city = \"COLUMBUS\"\n", "", 1, "city: is missing"),
    ("contact", "contakt", 10, "is no key of [supplier]"),
  ]

  @Test("What is wrong with an office is said with its line", arguments: badOffices)
  func badOffice(bad: Bad) {
    #expect(throws: Never.self) { try RulesFile.load(office: Self.supplier) }
    let text = replacing(Self.supplier, bad.from, by: bad.to)
    #expect(text != Self.supplier)
    do {
      _ = try RulesFile.load(office: text)
      Issue.record("it was read")
    } catch {
      #expect(error.line == bad.line && error.description.contains(bad.words), "\(error)")
    }
  }

  private func replacing(_ text: String, _ part: String, by other: String) -> String {
    guard let range = text.firstRange(of: part) else { return text }
    return text[..<range.lowerBound] + other + text[range.upperBound...]
  }

  static let badRows: [(text: String, words: String)] = [
    ("[[item]]\ncode = \"99213\"\ntitle = \"x\"\ncategory = \"SU\"", "no HCPCS code"),
    ("[[item]]\ncode = \"E0601\"\nmax-units = 2", "give both max-units and window-days"),
    ("[[item]]\ncode = \"E0601\"\ndocuments = [\"letter\"]", "sleep-study"),
    ("[[item]]\ncode = \"E0601\"\ncategory = \"XX\"", "use one of: IN, CR"),
    ("[[item]]\ncode = \"E9998\"\ncategory = \"SU\"", "title: is missing"),
    ("[[allowable]]\ncode = \"A7030\"\nfamily = \"medicaid\"", "add a price"),
    ("[[allowable]]\ncode = \"A7030\"\nnu = 105", "must be text"),
    ("[[allowable]]\ncode = \"A7030\"\nfrom = \"2026-01-01\"\nnu = \"-1\"", "is no amount"),
    ("[[allowable]]\ncode = \"A7030\"\nfrom = \"2026-01-01\"\ncents = -1", "out of range"),
    ("[[modifier]]\ncode = \"ZZ\"\nmeaning = \"x\"\nposition = \"last\"", "pricing, policy"),
    ("[[hold-reason]]\ncode = \"audit\"\nteam = \"nobody\"", "intake, eligibility"),
    ("[[hold-reason]]\ncode = \"audit\"\nreview-days = 0", "1 to 365"),
    ("[[jurisdiction]]\npayer = \"16013\"", "state: is missing"),
    ("[[clearinghouse]]\nname = \"X\"\nreceiver-id = \"1\"", "add [supplier]"),
    ("[item]\ncode = \"E0601\"", "two brackets"),
    ("[settings]\nauthorization-notices = [7, 14]", "the largest first"),
    ("[settings]\nauthorization-notices = [\"7\"]", "the largest first"),
    ("[settings]\nlines-per-claim = 51", "from 1 to 50"),
    ("[settings]\npap-last-day = 20", "before pap-first-day"),
    ("[settings]\ntenth-month-letter = 1", "must be true or false"),
  ]

  @Test("What is wrong with a row is said", arguments: badRows)
  func bad(text: String, words: String) {
    do {
      _ = try RulesFile.load(office: text)
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains(words), "\(error)")
      #expect(error.line != nil)
    }
  }

  @Test("A row of the office changes what it names and no more")
  func overrides() throws {
    let book = try RulesFile.load(
      office: """
        [[item]]
        code = ["E0601", "E0470"]
        authorization = "commercial"
        [[item]]
        code = "E0143"
        disabled = true
        [[item]]
        code = "E9998"
        title = "made up"
        category = "SU"
        one-of = ["A1|A2", "CG"]
        [[allowable]]
        code = "A7030"
        family = "commercial"
        state = "OH"
        nu = "105.00"
        ue = "80"
        [[allowable]]
        code = "E9998"
        modifier = "KR"
        cents = 215
        [[jurisdiction]]
        state = "OH"
        payer = "19003"
        [settings]
        authorization-notices = [60, 5]
        tenth-month-letter = true
        refill-ship-days = 5
        """)
    let day = try #require(Day("2026-06-01"))
    #expect(book.item("E0601", on: day)?.authorizationFamilies == [.commercial])
    #expect(book.item("E0601", on: day)?.capMonths == 13)
    #expect(book.item("E0470", on: day)?.authorizationFamilies == [.commercial])
    #expect(book.item("E0143", on: day) == nil)
    #expect(book.item("E9998", on: day)?.oneOf == [["A1", "A2"], ["CG"]])
    #expect(book.allowables["A7030"]?.map(\.modifier) == ["NU", "NU", "UE"])
    #expect(
      book.allowables["E9998"] == [AllowableRow(code: "E9998", modifier: "KR", amount: Cents(215))])
    #expect(book.jurisdictions["OH"] == "19003")
    #expect(book.orders.authorizationNotices == [60, 5] && book.orders.tenthMonthLetter)
    #expect(book.orders.refillShipDays == 5 && book.orders.refillContactDays == 30)
  }

  @Test("The check names rows of the order side that contradict, ran out or dangle")
  func check() throws {
    let problems = RulesCheck.problems(
      inOffice: Self.supplier + """
        [[item]]
        code = "A4239"
        title = "without the from of the shipped row"
        category = "SU"
        base-codes = "E9999"
        one-of = "Q9|KX"
        [[item]]
        code = "E0143"
        disabled = true
        [[allowable]]
        code = "A7031"
        modifier = "NU"
        amount = "1.00"
        [[allowable]]
        code = "A7030"
        through = "2025-12-31"
        [[modifier]]
        code = "ZZ"
        meaning = "x"
        position = "policy"
        excludes = "Q8"
        [[jurisdiction]]
        state = "OH"
        payer = "00000"
        """, on: try #require(Day("2026-06-01")))
    #expect(
      problems.filter { $0.kind != .unverified }.map { "\($0.kind) \($0.row)" } == [
        "overlap item A4239", "overlap allowable A7031", "expired allowable A7030",
        "dangling item A4239", "dangling item A4239", "dangling item E0156",
        "dangling allowable E0143", "dangling modifier ZZ", "dangling jurisdiction OH",
        "dangling supplier",
      ])
  }

  @Test("Codes and prices are found by words")
  func listing() throws {
    let book = try RuleBook.shipped()
    let item = RulesListing.rows(of: book, matching: "item e0601 CPAP").map(\.text)
    #expect(item.isEmpty)
    let rows = RulesListing.rows(of: book, matching: "item E0601 continuous")
    #expect(
      rows.map(\.text) == [
        "Continuous positive airway pressure device, CR, 13 rental months, serial number, needs "
          + "sleep-study, KX, GA, GY or GZ for Medicare, diagnoses G4733 [unverified]"
      ])
    #expect(
      RulesListing.rows(of: book, matching: "allowable E0601 medium").map(\.text) == [
        "RR $40.60, from 2016-07-01 [medium]"
      ])
    #expect(RulesListing.rows(of: book, matching: "settings later-rent").map(\.text) == ["75"])
  }
}
