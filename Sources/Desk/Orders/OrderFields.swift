/// One field of the order entry screen: the column of the order template that it fills.
package struct OrderEntryField: Equatable, Sendable {
  /// Part of the form in which it stands.
  package enum Section: String, Sendable, CaseIterable {
    case order, patient
    case primaryCoverage = "primary-coverage"
    case secondaryCoverage = "secondary-coverage"
    case prescriber, delivery, documents
    /// Repeated for every line of the order.
    case lines

    package var title: String {
      switch self {
      case .order: "Order"
      case .patient: "Patient"
      case .primaryCoverage: "Primary coverage"
      case .secondaryCoverage: "Secondary coverage"
      case .prescriber: "Prescriber and diagnoses"
      case .delivery: "Delivery"
      case .documents: "Documents"
      case .lines: "Lines"
      }
    }
  }

  /// Column of the order template, the key of the dictionaries.
  package var name: String
  /// Short label, for a form.
  package var title: String
  package var section: Section
  /// What belongs in it, one line.
  package var hint: String
  /// Values to choose among; empty for a field that is typed.
  package var choices: [Choice]
  /// Columns of the screen that it needs in the table of lines.
  package var width: Int
  /// Names or identifies a person.
  package var isPrivate: Bool
  /// Holds a day.
  package var isDay: Bool { OrderFieldList.days.contains(name) }

  package struct Choice: Equatable, Sendable {
    package var value: String
    package var title: String

    package init(_ value: String, _ title: String) {
      self.value = value
      self.title = title
    }
  }

  package init(
    _ name: String, _ title: String, _ section: Section, hint: String, choices: [Choice] = [],
    width: Int = 12, isPrivate: Bool = false
  ) {
    self.name = name
    self.title = title
    self.section = section
    self.hint = hint
    self.choices = choices
    self.width = width
    self.isPrivate = isPrivate
  }
}

/// The fields of the order entry screen, in the order in which they are filled in.
package enum OrderFieldList {
  /// Every field; the names are those of `docket order template`.
  package static let all: [OrderEntryField] =
    order + patient + coverage("primary", .primaryCoverage)
    + coverage("secondary", .secondaryCoverage) + prescriber + delivery + documents + lines

  /// Columns that hold a day.
  package static let days: Set<String> = [
    "ordered", "patient_birth_date", "primary_from", "primary_through",
    "primary_subscriber_birth_date", "secondary_from", "secondary_through",
    "secondary_subscriber_birth_date", "delivered", "shipped", "swo_date", "swo_signed",
    "stay_from", "stay_through",
    "pod_date", "face_to_face_date", "sleep_study_date", "authorization_from",
    "authorization_through",
  ]

  /// Column of the order number: what makes a saved order the same one.
  package static let number = "order_number"

  private static func field(
    _ name: String, _ title: String, _ section: OrderEntryField.Section, _ hint: String,
    _ choices: [OrderEntryField.Choice] = [], width: Int = 12, isPrivate: Bool = false
  ) -> OrderEntryField {
    OrderEntryField(
      name, title, section, hint: hint, choices: choices, width: width, isPrivate: isPrivate)
  }

  private static let order = [
    field(number, "Order number", .order, "As on the ticket; a known number changes that order."),
    field("ordered", "Prescribed on", .order, "Date of the prescription: nov 3, 2026-11-03."),
  ]

  private static let patient = [
    field(
      "account_number", "Account number", .patient, "The patient's number in your office.",
      isPrivate: true),
    field(
      "patient_last_name", "Last name", .patient, "As the payer knows the patient.",
      isPrivate: true),
    field(
      "patient_first_name", "First name", .patient, "As the payer knows the patient.",
      isPrivate: true),
    field("patient_birth_date", "Born", .patient, "1948-05-02 or 5/2/1948.", isPrivate: true),
    field(
      "patient_sex", "Sex", .patient, "As the payer has it.",
      [.init("", "not said"), .init("F", "female"), .init("M", "male"), .init("U", "unknown")],
      isPrivate: true),
    field("patient_address", "Street", .patient, "Where the items are used.", isPrivate: true),
    field(
      "patient_address_2", "Street, 2nd line", .patient, "Apartment or unit; may stay empty.",
      isPrivate: true),
    field("patient_city", "City", .patient, "Without the state.", isPrivate: true),
    field("patient_state", "State", .patient, "Two letters; says which DME MAC is responsible."),
    field("patient_zip", "ZIP code", .patient, "Five or nine digits.", isPrivate: true),
    field("patient_phone", "Phone", .patient, "Ten digits; may stay empty.", isPrivate: true),
  ]

  private static func coverage(
    _ place: String, _ section: OrderEntryField.Section
  ) -> [OrderEntryField] {
    [
      field(place + "_payer", "Payer", section, "Name of the payer, as on the card."),
      field(
        place + "_payer_id", "Payer ID", section,
        "Identifier for electronic claims; may stay empty."),
      field(
        place + "_member_id", "Member ID", section, "As on the card, without blanks.",
        isPrivate: true),
      field(
        place + "_filing_indicator", "Kind of insurance", section, "Claim filing indicator, SBR09.",
        [
          .init("", "not said"), .init("MB", "MB  Medicare Part B"), .init("MC", "MC  Medicaid"),
          .init("16", "16  Medicare Advantage"), .init("CI", "CI  commercial"),
          .init("BL", "BL  Blue Cross"), .init("CH", "CH  TRICARE"), .init("HM", "HM  HMO"),
          .init("VA", "VA  Veterans Affairs"), .init("WC", "WC  workers' compensation"),
          .init("AM", "AM  auto"),
        ]),
      field(place + "_group", "Group number", section, "May stay empty.", isPrivate: true),
      field(place + "_from", "Covered from", section, "First day of the coverage, where known."),
      field(place + "_through", "Covered through", section, "Last day; empty while it lasts."),
      field(
        place + "_msp_type", "Why Medicare is 2nd", section,
        "SBR05 where Medicare pays second: 12, 13, 14, 15, 41, 43, 47."),
      field(
        place + "_relationship", "Patient is", section, "To the subscriber.",
        [
          .init("", "the subscriber"), .init("spouse", "the spouse"), .init("child", "a child"),
          .init("other", "other"),
        ]),
      field(
        place + "_subscriber_last_name", "Subscriber's last", section,
        "Where it is not the patient.", isPrivate: true),
      field(
        place + "_subscriber_first_name", "Subscriber's first", section,
        "Where it is not the patient.", isPrivate: true),
      field(
        place + "_subscriber_birth_date", "Subscriber born", section,
        "Where it is not the patient.", isPrivate: true),
    ]
  }

  private static let prescriber = [
    field("prescriber_npi", "NPI", .prescriber, "Ten digits; the last one is a check digit."),
    field("prescriber_last_name", "Last name", .prescriber, "The practitioner who ordered."),
    field("prescriber_first_name", "First name", .prescriber, "The practitioner who ordered."),
    field("prescriber_phone", "Phone", .prescriber, "Ten digits; may stay empty."),
    field("prescriber_fax", "Fax", .prescriber, "Ten digits; may stay empty."),
    field(
      "prescriber_enrolled", "May order (PECOS)", .prescriber,
      "Whether Medicare lists them as one who may order.",
      [.init("", "nobody looked"), .init("yes", "yes"), .init("no", "no")]),
    field(
      "diagnoses", "Diagnoses", .prescriber,
      "ICD-10 codes, the main one first, blanks between: J44.9 J96.11."),
  ]

  private static let delivery = [
    field(
      "method", "How", .delivery, "How the items reached the patient.",
      [
        .init("", "as its dates say"),
        .init("in-person", "delivered in person"), .init("shipped", "shipped"),
        .init("picked-up", "picked up by the patient"),
      ]),
    field("delivered", "Delivered on", .delivery, "In the patient's hands: nov 20, yesterday."),
    field("shipped", "Shipped on", .delivery, "Where it was shipped: the day of service."),
    field("tracking", "Tracking number", .delivery, "The carrier's; part of the proof."),
    field(
      "stay_kind", "A stay overlaps", .delivery, "Days in a facility keep rent and supplies away.",
      [
        .init("", "none"), .init("hospital", "hospital"),
        .init("nursing-facility", "nursing facility"), .init("hospice", "hospice"),
      ]),
    field("stay_from", "Stay from", .delivery, "First day of that stay."),
    field("stay_through", "Stay through", .delivery, "Last day; empty while it lasts."),
    field(
      "place_of_service", "Place of service", .delivery,
      "12, the patient's home, where it stays empty."),
  ]

  private static let documents = [
    field("swo_date", "Written order of", .documents, "Date of the standard written order."),
    field("swo_signed", "Signed on", .documents, "The day on which the practitioner signed."),
    field("swo_signer", "Signed by", .documents, "LAST, FIRST of the practitioner."),
    field("swo_codes", "It names", .documents, "HCPCS codes; empty for all of this order."),
    field("pod_date", "Proof of delivery", .documents, "Date of the signed delivery ticket."),
    field(
      "pod_signer", "Received by", .documents, "Who signed for the delivery.", isPrivate: true),
    field("face_to_face_date", "Face-to-face on", .documents, "Day of the visit, where needed."),
    field("sleep_study_date", "Sleep study of", .documents, "For PAP devices."),
  ]

  private static let lines = [
    field("hcpcs", "Code", .lines, "HCPCS code of five characters: E0601.", width: 6),
    field("modifiers", "Modifiers", .lines, "Up to four of two characters: RR KX.", width: 11),
    field(
      "kind", "Kind", .lines, "How the line is paid for; auto: as its modifiers and days say.",
      [
        .init("", "auto"),
        .init("rental", "rental"), .init("purchase", "purchase"), .init("supply", "supply"),
        .init("service", "service"),
      ], width: 8),
    field(
      "prescribed_quantity", "Prescr.", .lines, "Units that the prescription says.", width: 7),
    field("delivered_quantity", "Deliv.", .lines, "Units that reached the patient.", width: 6),
    field("unit_charge", "Unit charge", .lines, "Charge for one unit or one month.", width: 11),
    field("serial_number", "Serial", .lines, "As on the device; for rentals.", width: 12),
    field("days_supplied", "Days", .lines, "Days that the supplies last.", width: 5),
    field(
      "first_rental_month", "Month", .lines, "First rental month; 1 unless taken over.", width: 5),
    field(
      "authorization_number", "Authorization", .lines, "Prior authorization number, REF*G1.",
      width: 13),
    field("authorization_from", "Auth. from", .lines, "First day that it covers.", width: 10),
    field(
      "authorization_through", "Auth. through", .lines, "Last day that it covers.", width: 13),
    field(
      "authorization_units", "Auth. units", .lines, "Units or months granted; empty for no limit.",
      width: 11),
    field("narrative", "Narrative", .lines, "NTE text of at most 80 characters.", width: 20),
    field(
      "diagnosis_pointers", "Points to", .lines, "Places of its diagnoses: 1 2; empty: the first.",
      width: 9),
    field("description", "Description", .lines, "In your words; may stay empty.", width: 20),
  ]
}
