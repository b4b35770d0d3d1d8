import Billing

/// The columns that each payer of a patient has: `primary_payer`, `secondary_payer`, ...
enum CoverageColumns {
  static func of(_ sequence: PayerSequence) -> [OrderColumn] {
    CoverageField.allCases.map { field in
      let row = row(field)
      let isFirst = sequence == .primary
      return OrderColumn(
        key: .coverage(sequence, field), name: sequence.title + "_" + row.name,
        meaning: isFirst
          ? row.meaning : "The " + sequence.title + " payer: " + row.meaning.lowercasedFirst,
        example: isFirst ? row.example : "",
        need: isFirst ? row.need : .optional, scope: .order, longest: row.longest,
        isFreeText: false, aliases: aliases(sequence, row))
    }
  }

  private struct Row {
    var name: String
    var meaning: String
    var example: String
    var need = OrderColumn.Need.optional
    var longest = 60
    /// Headings without the words for first, second and third.
    var synonyms: [String] = []
  }

  private static func row(_ field: CoverageField) -> Row {
    switch field {
    case .payer:
      Row(
        name: "payer", meaning: "Name of the payer, as on its card", example: "SAMPLE MEDICARE DME",
        need: .required,
        synonyms: ["payer name", "insurance", "insurance name", "carrier", "carrier name", "plan"])
    case .payerID:
      Row(
        name: "payer_id", meaning: "The payer's identifier for electronic claims",
        example: "00000", longest: 80,
        synonyms: ["payer number", "payor id", "insurance id", "carrier id", "edi payer id"])
    case .payerState:
      Row(
        name: "payer_state", meaning: "State of a Medicaid programme, two letters", example: "",
        longest: 2, synonyms: ["insurance state"])
    case .filingIndicator:
      Row(
        name: "filing_indicator",
        meaning: "Kind of insurance (SBR09): MB Medicare, MC Medicaid, 16 Medicare Advantage,"
          + " CI commercial, BL Blue Cross, CH TRICARE, ...",
        example: "MB", longest: 20,
        synonyms: ["claim filing indicator", "insurance type", "payer type", "insurance class"])
    case .memberID:
      Row(
        name: "member_id", meaning: "The patient's number with this payer (the MBI for Medicare)",
        example: "1XX0XX0XX00", need: .required, longest: 80,
        synonyms: [
          "member number", "policy", "policy number", "policy id", "subscriber id", "insured id",
          "mbi", "hicn", "medicare number", "member",
        ])
    case .group:
      Row(
        name: "group", meaning: "Group number of the policy", example: "", longest: 50,
        synonyms: ["group number", "group id", "group no"])
    case .from:
      Row(
        name: "from", meaning: "First day of the coverage", example: "2026-01-01", longest: 40,
        synonyms: ["effective", "effective date", "effective from", "coverage from", "start date"])
    case .through:
      Row(
        name: "through", meaning: "Last day of the coverage, empty while it lasts", example: "",
        longest: 40,
        synonyms: ["termination date", "term date", "effective through", "coverage through"])
    case .secondaryPayerType:
      Row(
        name: "msp_type", meaning: "Why Medicare pays second (SBR05): 12, 13, 14, 15, 41, 43, 47",
        example: "", longest: 3, synonyms: ["msp", "msp code", "insurance type code"])
    case .relationship:
      Row(
        name: "relationship",
        meaning: "Patient's relationship to the subscriber: self, spouse, child, other or the X12"
          + " code; empty means self",
        example: "self", longest: 20,
        synonyms: ["patient relationship", "relation", "relationship to insured"])
    case .subscriberLastName:
      Row(
        name: "subscriber_last_name", meaning: "The subscriber, where it is not the patient",
        example: "", synonyms: ["insured last name", "policy holder last name"])
    case .subscriberFirstName:
      Row(
        name: "subscriber_first_name", meaning: "First name of that subscriber", example: "",
        longest: 35, synonyms: ["insured first name", "policy holder first name"])
    case .subscriberBirthDate:
      Row(
        name: "subscriber_birth_date", meaning: "Birth date of that subscriber", example: "",
        longest: 40, synonyms: ["subscriber dob", "insured dob", "policy holder dob"])
    case .subscriberSex:
      Row(
        name: "subscriber_sex", meaning: "Sex of that subscriber: M, F or U", example: "",
        longest: 10,
        synonyms: ["subscriber gender", "insured sex", "insured gender"])
    }
  }

  /// `insurance 2 member id`, `member id 2`, `secondary policy number`; the first payer also bare.
  private static func aliases(_ sequence: PayerSequence, _ row: Row) -> [String] {
    let (prefixes, number) =
      switch sequence {
      case .primary: (["primary", "pri", "ins1", "insurance1", "payer1"], "1")
      case .secondary: (["secondary", "sec", "ins2", "insurance2", "payer2"], "2")
      case .tertiary: (["tertiary", "ter", "ins3", "insurance3", "payer3"], "3")
      }
    let name = row.name.split(separator: "_").joined(separator: " ")
    let words = [name] + row.synonyms
    // What people know best comes first: the documentation names only some.
    var aliases = sequence == .primary ? words.filter { !bareElsewhere.contains($0) } : []
    aliases += words.map { $0 + " " + number }
    if row.name == "payer" { aliases += prefixes + prefixes.map { $0 + " name" } }
    aliases += words.flatMap { word in prefixes.map { $0 + " " + word } }
    let own = OrderColumns.plain(sequence.title + row.name)
    aliases.removeAll { OrderColumns.plain($0) == own }
    return aliases
  }

  /// Words that mean another column, or nothing certain, when they stand alone.
  private static let bareElsewhere: Set<String> = [
    "from", "through", "effective", "start date", "group", "plan", "policy", "member",
    "effective date", "term date", "termination date", "insurance type code", "relation",
  ]
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
