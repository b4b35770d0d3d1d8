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

  /// The places of orders and charges, and what is done there.
  static let boards: [Command] = [
    Command(
      .orders, "Orders", help: "Lists delivered orders; words narrow it to a number or a patient.",
      argument: "NUMBER or NAME", keys: [[.character("g"), .character("o")]],
      synonyms: ["tickets", "sales orders", "deliveries"]),
    Command(
      .newOrder, "Enter an order",
      help: "Opens the form of a delivered order: patient, coverages, prescriber, papers, lines.",
      in: [.home, .queue, .orders], keys: [key("A")], hint: "add", order: 49,
      synonyms: ["new order", "type in", "add"]),
    Command(
      .editOrder, "Change the order",
      help: "Opens the order in the entry form while it is not confirmed.",
      in: [.item, .orders, .order], keys: [key("E")], hint: "edit", order: 32,
      synonyms: ["correct", "edit"], refusal: { $0.refusalToEditOrder }),
    Command(
      .transmission, "Transmission",
      help: "Lists what is ready to go out by payer, and the batches that went with their answers.",
      keys: [[.character("g"), .character("t")]],
      synonyms: ["batches", "837", "send claims", "outbox", "clearinghouse"]),
    Command(
      .send, "Send the group",
      help: "Opens the form that sends this group; its count and its total must be typed.",
      in: [.transmission], keys: [key("s")], hint: "send", order: 5,
      synonyms: ["transmit", "batch", "837"], isDangerous: true,
      refusal: { $0.refusalToSend }),
    Command(
      .calendar, "Calendar", help: "Shows the work of the next eight weeks by week and kind.",
      keys: [[.character("g"), .character("c")]],
      synonyms: ["coming", "weeks", "resupply", "rentals"]),
    Command(
      .holdsReport, "Holds by team",
      help: "Shows open holds by team, type, payer and prescriber, with days and dollars.",
      keys: [[.character("g"), .character("w")]],
      synonyms: ["held revenue", "hold days", "report"]),
    Command(
      .orderProblems, "Order problems",
      help: "Shows why orders were returned, by cause, for the teams that can prevent it.",
      argument: "DAYS", keys: [[.character("g"), .character("p")]],
      synonyms: ["causes", "front office", "report", "returned orders"]),
    Command(
      .askEligibility, "Ask for all coverages",
      help: "Writes a 270 file with every coverage that is to be verified; asks before it does.",
      in: [.home, .queue, .orders, .transmission, .calendar],
      synonyms: ["270", "271", "eligibility"], isDangerous: true),
  ]
}
