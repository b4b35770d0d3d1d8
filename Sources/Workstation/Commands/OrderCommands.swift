import Billing
import Cells

extension CommandCatalogue {
  /// Decisions about orders, charges and special work, each a form; none acts at once.
  static let orderDecisions: [Command] = [
    decision(
      .confirm, .confirm, code: "co", synonyms: ["order confirmation", "approve", "accept"]),
    decision(
      .returnOrder, .returnOrder, code: "rt", "b", hint: "return", order: 54,
      ["send back", "front office", "problem"]),
    decision(.cancelOrder, .cancelOrder, code: "cx", synonyms: ["void the order", "abandon"]),
    decision(
      .hold, .hold, code: "ho", "H", hint: "hold", order: 57, ["stop", "block", "keep back"]),
    decision(
      .releaseHold, .releaseHold, code: "rh", "R", hint: "release", order: 58, ["unblock", "lift"]),
    decision(
      .attachDocument, .attachDocument, code: "do", "D", hint: "document", order: 59,
      ["index", "swo", "cmn", "authorization", "proof of delivery", "paper"]),
    decision(
      .correctCharge, .correctCharge, code: "cc", synonyms: ["modifiers", "units", "serial", "fix"]),
    decision(
      .withdraw, .withdrawCharge, code: "wi", synonyms: ["remove the charge", "do not bill"]),
    decision(
      .checkEligibility, .checkEligibility, code: "ce", synonyms: ["270", "271", "coverage"]),
    decision(
      .contact, .contactPatient, code: "an", synonyms: ["resupply", "patient", "answer", "call"]),
    decision(
      .fulfil, .fulfil, code: "mk", synonyms: ["ship", "deliver", "visit", "make the order"]),
    decision(.decline, .decline, code: "dc", synonyms: ["not wanted", "not needed", "close"]),
    decision(.pickUp, .pickUp, code: "pu", synonyms: ["return equipment", "end the rental"]),
  ]

  /// What is done about orders wherever one is.
  static let boards: [Command] = [
    Command(
      .newOrder, "Enter an order",
      help: "Opens the form of a delivered order: patient, coverages, prescriber, papers, lines.",
      in: [.home, .queue, .orders], keys: [key("A")], hint: "add", order: 49,
      synonyms: ["new order", "type in", "add"],
      run: { workstation, _ in workstation.beginOrder() }),
    Command(
      .editOrder, "Change the order",
      help: "Opens the order in the entry form while it is not confirmed.",
      in: .of { $0 is any OrderEditing.Type }, keys: [key("E")], hint: "edit", order: 32,
      synonyms: ["correct", "edit"], run: { workstation, _ in workstation.editOrder() },
      refusal: { $0.refusalToEditOrder }),
    Command(
      .askEligibility, "Ask for all coverages",
      help: "Writes a 270 file with every coverage that is to be verified; asks before it does.",
      in: [.home, .queue, .orders, .transmission, .calendar],
      synonyms: ["270", "271", "eligibility"], isDangerous: true,
      run: { workstation, _ in workstation.offerEligibility() }),
  ]
}
