import Billing
import ClaimFiles
import Testing

/// What people type into the cells and fields of an order, right and wrong.
struct OrderFieldsTests {
  private static func draft(_ other: [String: String]) -> OrderDraft? {
    OrderFields.draft(from: [MadeOrderFile.typed(other)]).draft
  }

  private static func problems(_ other: [String: String]) -> [OrderInputProblem] {
    OrderFields.draft(from: [MadeOrderFile.typed(other)]).problems
  }

  @Test(arguments: [
    "2026-01-31", "2026-1-31", "01/31/2026", "1/31/2026", "1-31-2026", "20260131", " 2026-01-31 ",
    "2026-01-31T00:00:00Z", "1/31/2026 12:00:00 AM", "01.31.2026",
  ])
  func datesAreRead(_ text: String) {
    #expect(Self.draft(["delivered": text])?.delivery.deliveredOn == Day("2026-01-31"))
  }

  @Test(arguments: [
    ("02/30/2026", "does not exist"), ("2025-02-29", "does not exist"), ("31/01/2026", "no month"),
    ("01/31/26", "two-digit"), ("46053", "spreadsheet"), ("yesterday", "not a date"),
    ("2026-01", "not a date"), ("2026/01-31", "not a date"), ("00000000", "impossible year"),
    ("99999999999999999999", "not a date"), ("1/1/2026 noon!", "not a date"), ("T", "not a date"),
    ("/", "not a date"), ("1//2026", "not a date"), ("0000-01-01", "impossible year"),
  ])
  func impossibleDatesAreRefused(_ text: String, _ words: String) {
    let problems = Self.problems(["delivered": text])
    #expect(problems.map(\.column) == ["delivered"])
    #expect(problems.first?.message.contains(words) == true, "\(problems)")
    #expect(problems.first?.line == nil)
  }

  @Test(
    arguments: [
      ("150", 15_000), ("150.5", 15_050), ("$1,250.00", 125_000), (".75", 75), ("0", 0),
      ("12.3400", 1234), ("(12.00)", -1200), ("-3", -300), ("7.", 700), ("1,000,000", 100_000_000),
    ] as [(String, Int64)])
  func amountsAreRead(_ text: String, _ cents: Int64) {
    #expect(Self.draft(["unit_charge": text])?.lines[0].unitCharge == Cents(cents))
  }

  @Test(arguments: [
    "12,50", "1,00.00", "12.345", "abc", "$", ".", "-", "1.2.3", "99999999999999999999",
    "9999999999.99", "1e5", "()", "--1", "١٢",
  ])
  func otherAmountsAreRefused(_ text: String) {
    #expect(Self.problems(["unit_charge": text]).map(\.column) == ["unit_charge"])
  }

  @Test(arguments: [
    ("delivered_quantity", "1.5"), ("delivered_quantity", "two"), ("delivered_quantity", "-1"),
    ("delivered_quantity", "9999999999999999999999"), ("hcpcs", "E060"), ("hcpcs", "E060X1"),
    ("hcpcs", "EE601"), ("modifiers", "RRX"), ("modifiers", "R-"), ("diagnoses", "XYZ"),
    ("diagnoses", "G47.33 47"), ("patient_sex", "both"), ("patient_state", "Penn"),
    ("patient_zip", "1700"), ("method", "by bird"), ("kind", "gift"), ("place_of_service", "home"),
    ("primary_relationship", "neighbour"), ("primary_filing_indicator", "???"),
    ("prescriber_enrolled", "maybe"), ("diagnosis_pointers", "13"), ("diagnosis_pointers", "Z"),
    ("swo_codes", "E06"), ("line_number", "0"), ("stay_from", "2026-01-01"),
    ("authorization_units", "3"), ("secondary_payer", "ONLY A NAME"), ("no_such_field", "x"),
  ])
  func wrongTextsAreRefusedInTheirColumn(_ column: String, _ text: String) {
    let (draft, problems) = OrderFields.draft(from: [MadeOrderFile.typed([column: text])])
    #expect(draft == nil)
    let expected =
      switch column {
      case "stay_from": "stay_kind"
      case "authorization_units": "authorization_number"
      case "secondary_payer": "secondary_member_id"
      default: column
      }
    #expect(problems.map(\.column) == [expected])
  }

  @Test
  func listsAreReadHoweverTheyAreDivided() throws {
    let draft = try #require(
      Self.draft([
        "diagnoses": "g47.33, J44.9|E119", "diagnosis_1": "Z99.81", "diagnosis_2": "G47.33",
        "modifiers": "rrkx", "modifier_1": "99", "diagnosis_pointers": "1 B",
      ]))
    #expect(draft.diagnoses == ["G4733", "J449", "E119", "Z9981"])
    #expect(draft.lines[0].procedure.modifiers == ["RR", "KX", "99"])
    #expect(draft.lines[0].diagnosisPointers == [1, 2])
  }

  @Test(
    arguments: [
      ([:], .rental), (["modifiers": "NU"], .purchase), (["modifiers": ""], .purchase),
      (["modifiers": "MS"], .service), (["modifiers": "NU", "days_supplied": "30"], .supply),
      (["kind": "Sale"], .purchase), (["kind": "R"], .rental), (["kind": "resupply"], .supply),
    ] as [([String: String], LineKind)])
  func theKindIsGivenOrFollowsFromTheModifiers(_ texts: [String: String], _ kind: LineKind) {
    #expect(Self.draft(texts)?.lines[0].kind == kind)
  }

  @Test
  func everythingThatBelongsToAnOrderIsRead() throws {
    let draft = try #require(
      Self.draft([
        "account_number": "A1", "patient_sex": "female", "patient_address": "1 Sample Street",
        "patient_city": "Springfield", "patient_state": "pa", "patient_zip": "17000-1234",
        "primary_payer_id": "00000", "primary_filing_indicator": "Medicare",
        "primary_member_id": "1XX0-XX0-XX00", "primary_from": "2020-01-01",
        "secondary_payer": "SUPPLEMENT", "secondary_member_id": "S1",
        "secondary_relationship": "spouse", "secondary_subscriber_last_name": "ZZTEST",
        "secondary_subscriber_first_name": "PARTNER",
        "secondary_subscriber_birth_date": "1951-02-03", "prescriber_npi": "1234567893",
        "prescriber_last_name": "MADEUP", "prescriber_enrolled": "N", "ordered": "2026-01-02",
        "shipped": "2026-01-10", "tracking": "1Z0", "stay_kind": "SNF", "stay_from": "2026-02-01",
        "authorization_number": "AU1", "authorization_from": "2026-01-01",
        "authorization_through": "2026-12-31", "authorization_units": "13",
        "first_rental_month": "4", "serial_number": "SN1", "pod_date": "2026-01-12",
        "pod_signer": "EXAMPLE ZZTEST",
      ]))
    #expect(
      draft.address
        == PostalAddress(
          street: "1 Sample Street", city: "Springfield", state: "PA", zip: "170001234"))
    #expect(draft.patient.sex == "F")
    #expect(draft.coverages.count == 2)
    #expect(draft.coverages[0].payer.filingIndicator == "MB")
    #expect(draft.coverages[0].payer.memberID == "1XX0XX0XX00")
    #expect(draft.coverages[0].effective.from == Day("2020-01-01"))
    #expect(draft.coverages[1].relationship == "01")
    #expect(draft.coverages[1].subscriber?.birthDate == Day("1951-02-03"))
    #expect(draft.prescriber?.isEnrolled == false)
    #expect(draft.delivery.method == .shipped)
    #expect(draft.stays.map(\.kind) == [.nursingFacility])
    #expect(draft.lines[0].firstRentalMonth == 4)
    let authorization = try #require(draft.documents.first { $0.kind == .authorization })
    #expect(authorization.codes == ["E0601"])
    #expect(authorization.unitsGranted == 13)
    let proof = try #require(draft.documents.first { $0.kind == .proofOfDelivery })
    #expect(proof.signedOn == Day("2026-01-12"))
  }

  @Test
  func oneAuthorizationOfSeveralItemsIsOneDocument() throws {
    let authorization = ["authorization_number": "AU1", "authorization_units": "1"]
    let (draft, problems) = OrderFields.draft(from: [
      MadeOrderFile.typed(authorization),
      MadeOrderFile.typed(authorization.merging(["hcpcs": "E0562", "modifiers": "NU"]) { $1 }),
    ])
    #expect(problems == [])
    #expect(draft?.documents.map(\.codes) == [["E0601", "E0562"]])
  }

  @Test
  func problemsOfAnItemSayWhichOne() {
    let (draft, problems) = OrderFields.draft(from: [
      MadeOrderFile.typed(), ["hcpcs": "E0562", "delivered_quantity": "1", "unit_charge": "?"],
    ])
    #expect(draft == nil)
    #expect(problems.map(\.column) == ["unit_charge"])
    #expect(problems[0].message.hasPrefix("Item 2: "))
  }

  @Test
  func anOrderWithoutItemsIsNone() {
    let (draft, problems) = OrderFields.draft(from: [])
    #expect(draft == nil)
    #expect(problems.count == 1)
  }
}
