import Billing
import Testing
import WorkEngine

@Suite("The patient is described in full")
struct ThePatientIsDescribedInFullTests {
  typealias Made = MadeReview

  static let cases: [EditCase] = [
    EditCase("described in full"),
    EditCase("no name", .hold(reason: "demographics-missing")) { $0.order.patient.lastName = "" },
    EditCase("no first name", .hold(reason: "demographics-missing")) {
      $0.order.patient.firstName = ""
    },
    EditCase("born long ago", .hold(reason: "demographics-missing")) {
      $0.order.patient.birthDate = Made.day("1899-12-31")
    },
    EditCase("born tomorrow", .hold(reason: "demographics-missing")) {
      $0.order.patient.birthDate = Made.day("2026-06-16")
    },
    EditCase("no birth date", .hold(reason: "demographics-missing")) {
      $0.order.patient.birthDate = nil
    },
    EditCase("no sex", .hold(reason: "demographics-missing")) { $0.order.patient.sex = "" },
    EditCase("sex in lower case", .hold(reason: "demographics-missing")) {
      $0.order.patient.sex = "f"
    },
    EditCase("no street", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.street = ""
    },
    EditCase("no city", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.city = ""
    },
    EditCase("no such state", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.state = "XX"
    },
    EditCase("a military address") { $0.order.patient.address.state = "AE" },
    EditCase("a state in lower case", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.state = "oh"
    },
    EditCase("a state in form, where the rules know none", rules: RuleBook()) {
      $0.order.patient.address.state = "XX"
    },
    EditCase(
      "a state out of form, where the rules know none", .hold(reason: "demographics-missing"),
      rules: RuleBook()
    ) {
      $0.order.patient.address.state = "Ohio"
    },
    EditCase("a ZIP code of four digits", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.zip = "4300"
    },
    EditCase("a ZIP code of five digits") { $0.order.patient.address.zip = "43004" },
    EditCase("a ZIP code with a dash", .hold(reason: "demographics-missing")) {
      $0.order.patient.address.zip = "43004-1234"
    },
    EditCase("no member number", .hold(reason: "coverage-missing")) { $0.coverage?.memberID = "" },
    EditCase("a Medicare number with dashes", .hold(reason: "coverage-missing")) {
      $0.coverage?.memberID = "1EG4-TE5-MK73"
    },
    EditCase("a Medicare number in lower case", .hold(reason: "coverage-missing")) {
      $0.coverage?.memberID = "1eg4te5mk73"
    },
    EditCase("a plan's number has any form") {
      $0.coverage = Made.coverage(.commercial, memberID: "w-12")
    },
  ]

  @Test("Findings", arguments: cases)
  func findings(example: EditCase) { example.check(ThePatientIsDescribedInFull.self) }

  @Test("All that is missing is said at once")
  func atOnce() {
    var review = Made.sold()
    review.order.patient.address = PostalAddress(street: "", city: "", state: "Ohio", zip: "4300")
    review.order.patient.firstName = ""
    let found = ThePatientIsDescribedInFull.findings(in: review, rules: Made.rules, on: Made.today)
    #expect(
      found.map(\.message) == [
        "The patient has no first name, street, city. Ohio is not a state in an address. "
          + "The ZIP code 4300 is not of five or nine digits."
      ])
  }

}
