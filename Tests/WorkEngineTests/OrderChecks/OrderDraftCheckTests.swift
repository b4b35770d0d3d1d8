import Billing
import Testing
import WorkEngine

/// What makes no order, whoever gives it.
struct OrderDraftCheckTests {
  private static let plain = OrderDraft(
    number: "T-1",
    patient: Identity(
      lastName: "ZZTEST", firstName: "EXAMPLE", birthDate: MadeOrder.day("1950-01-31"), sex: "F"),
    coverages: [
      CoverageDraft(
        payer: NamedPayer(name: "SAMPLE PAYER", identifier: "", filingIndicator: "MB"))
    ], diagnoses: ["G4733"], orderedOn: MadeOrder.day("2026-01-05"),
    delivery: Delivery(deliveredOn: MadeOrder.served), lines: [MadeOrder.line()])

  struct Row: Sendable, CustomTestStringConvertible {
    var title: String
    var errors: [String]
    var warnings: [String]
    var draft: OrderDraft

    init(
      _ title: String, errors: [String] = [], warnings: [String] = [],
      _ change: (inout OrderDraft) -> Void
    ) {
      self.title = title
      self.errors = errors
      self.warnings = warnings
      draft = plain
      change(&draft)
    }

    var testDescription: String { title }
  }

  private static let rows = [
    Row("as it should be") { _ in },
    Row("no number", errors: ["order_number"]) { $0.number = "" },
    Row("no names", errors: ["patient_last_name", "patient_first_name"]) {
      $0.patient = Identity(
        lastName: "", firstName: "", birthDate: MadeOrder.day("1950-01-31"))
    },
    Row("no birth date", warnings: ["patient_birth_date"]) { $0.patient.birthDate = nil },
    Row("born tomorrow", errors: ["patient_birth_date", "delivered"]) {
      $0.patient.birthDate = MadeOrder.today.adding(days: 1)
    },
    Row("born in 1899", errors: ["patient_birth_date"]) {
      $0.patient.birthDate = MadeOrder.day("1899-12-31")
    },
    Row("born in 1900") { $0.patient.birthDate = MadeOrder.day("1900-01-01") },
    Row("wrong check digit", warnings: ["prescriber_npi"]) {
      $0.prescriber = Prescriber(npi: "1234567890", lastName: "MADEUP", firstName: "DOCTOR")
    },
    Row("thirteen diagnoses", errors: ["diagnoses"]) { $0.diagnoses = (10...22).map { "J\($0)" } },
    Row("delivered tomorrow", errors: ["delivered"]) {
      $0.delivery.deliveredOn = MadeOrder.today.adding(days: 1)
    },
    Row("delivered today") { $0.delivery.deliveredOn = MadeOrder.today },
    Row("delivered in 1999", errors: ["delivered", "ordered"]) {
      $0.delivery.deliveredOn = MadeOrder.day("1999-12-31")
    },
    Row("delivered a year before it was ordered") {
      $0.delivery.deliveredOn = MadeOrder.day("2025-01-05")
    },
    Row("delivered longer before", errors: ["ordered"]) {
      $0.delivery.deliveredOn = MadeOrder.day("2025-01-03")
    },
    Row("arrived before it left", errors: ["delivered"]) {
      $0.delivery.shippedOn = MadeOrder.day("2026-01-13")
    },
    Row("not delivered", warnings: ["delivered"]) { $0.delivery = Delivery() },
    Row("no payer", warnings: ["primary_payer"]) { $0.coverages = [] },
    Row("two first payers", errors: ["primary_payer"]) { $0.coverages += $0.coverages },
    Row("coverage backwards", errors: ["primary_through"]) {
      $0.coverages[0].effective.from = MadeOrder.day("2026-01-02")
      $0.coverages[0].effective.through = MadeOrder.day("2026-01-01")
    },
    Row("stay backwards", errors: ["stay_through"]) {
      $0.stays = [
        Stay(
          kind: .hospice, from: MadeOrder.day("2026-01-02"), through: MadeOrder.day("2026-01-01"))
      ]
    },
    Row("written order of the future", errors: ["swo_date"]) {
      $0.documents = [
        DocumentDraft(
          kind: .standardWrittenOrder, dated: MadeOrder.day("2030-01-01"),
          signedOn: MadeOrder.day("2030-01-01"))
      ]
    },
    Row("authorization backwards", errors: ["authorization_through"]) {
      $0.documents = [
        DocumentDraft(
          kind: .authorization,
          valid: Validity(from: MadeOrder.day("2026-01-02"), through: MadeOrder.day("2026-01-01")))
      ]
    },
    Row("no items", errors: ["hcpcs"]) { $0.lines = [] },
    Row("too many items", errors: ["hcpcs"]) { draft in
      draft.lines = (1...501).map { number in MadeOrder.line(number: number) }
    },
    Row("one number twice", errors: ["line_number"]) { $0.lines += $0.lines },
    Row("number zero", errors: ["line_number"]) { $0.lines[0].number = 0 },
    Row("no code", errors: ["hcpcs"]) { $0.lines[0].procedure.code = "" },
    Row("nothing delivered", errors: ["delivered_quantity"]) { $0.lines[0].deliveredUnits = 0 },
    Row("most units") {
      $0.lines[0].deliveredUnits = 9999
      $0.lines[0].unitCharge = Cents(100)
    },
    Row("too many units", errors: ["delivered_quantity"]) {
      $0.lines[0].deliveredUnits = 10_000
      $0.lines[0].unitCharge = Cents(100)
    },
    Row("nothing prescribed", errors: ["prescribed_quantity"]) {
      $0.lines[0].prescribedUnits = 0
    },
    Row("supplies for ever", errors: ["days_supplied"]) { $0.lines[0].daysSupplied = 367 },
    Row("month 36") { $0.lines[0].firstRentalMonth = 36 },
    Row("month 37", errors: ["first_rental_month"]) { $0.lines[0].firstRentalMonth = 37 },
    Row("no charge") { $0.lines[0].unitCharge = .zero },
    Row("less than no charge", errors: ["unit_charge"]) { $0.lines[0].unitCharge = Cents(-1) },
    Row("a charge past belief", errors: ["unit_charge"]) {
      $0.lines[0].unitCharge = Cents(100_000_001)
    },
    Row("a line past belief", errors: ["unit_charge"]) {
      $0.lines[0].unitCharge = Cents(100_000_000)
      $0.lines[0].deliveredUnits = 11
    },
    Row("the largest charge there is", errors: ["unit_charge"]) {
      $0.lines[0].unitCharge = Cents(.max)
      $0.lines[0].deliveredUnits = 9999
    },
    Row("pointer to nothing", errors: ["diagnosis_pointers"]) {
      $0.lines[0].diagnosisPointers = [2]
    },
  ]

  @Test(arguments: rows)
  func problemsAreFound(_ row: Row) {
    let problems = OrderDraftCheck.problems(in: row.draft, line: 12, on: MadeOrder.today)
    #expect(problems.filter(\.isError).map(\.column) == row.errors, "\(problems)")
    #expect(problems.filter { !$0.isError }.map(\.column) == row.warnings, "\(problems)")
    #expect(problems.allSatisfy { $0.line == 12 && !$0.message.isEmpty })
  }

  @Test
  func whatIsTypedHasNoLine() {
    let problems = OrderDraftCheck.problems(
      in: OrderDraft(number: "", patient: Identity(lastName: "", firstName: "")),
      on: MadeOrder.today)
    #expect(problems.allSatisfy { $0.line == nil })
    #expect(problems.contains { $0.isError })
  }
}
