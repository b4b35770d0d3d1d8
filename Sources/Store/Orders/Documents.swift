package import Billing
package import Database

/// Documents that are indexed to patients and orders.
package enum Documents {
  private static let insertion = Statement(
    """
    INSERT INTO document (patient_id, order_id, kind, dated_day, signed_day, signer, valid_from,
      valid_through, codes, number, units_granted, value, answers, content_hash, file_reference,
      received_day, activity_id, identity, known_on)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
    ON CONFLICT (identity) DO UPDATE SET is_withdrawn = 0, activity_id =
      CASE WHEN document.is_withdrawn = 1 THEN excluded.activity_id ELSE document.activity_id END
    RETURNING id
    """)

  /// Indexes a document; one that says the same is there once.
  ///
  /// `known` is the business day of the office, and stays the first one.
  package static func insert(
    _ draft: DocumentDraft, of patient: PatientID, order: OrderID?, receivedOn: Day,
    activity: ActivityID? = nil, known: Day, in connection: Connection
  ) throws -> DocumentID {
    let identity = identity(of: draft, patient: patient, order: order)
    let id = try connection.save(
      insertion, SQLValue(patient), SQLValue(order), .text(draft.kind.rawValue),
      SQLValue(draft.dated), SQLValue(draft.signedOn), .text(draft.signer),
      SQLValue(draft.valid.from), SQLValue(draft.valid.through), .text(CodeList.text(draft.codes)),
      .text(draft.number), SQLValue(draft.unitsGranted), SQLValue(draft.value),
      .text(SupplyAnswers.text(draft.answers)), .text(draft.contentHash),
      .text(draft.fileReference), SQLValue(receivedOn), SQLValue(activity), .text(identity),
      SQLValue(known))
    return DocumentID(id)
  }

  private static func identity(
    of draft: DocumentDraft, patient: PatientID, order: OrderID?
  ) -> String {
    func day(_ day: Day?) -> String { day?.description ?? "" }
    return [
      String(patient.rawValue), order.map { String($0.rawValue) } ?? "", draft.kind.rawValue,
      day(draft.dated), day(draft.signedOn), draft.signer, day(draft.valid.from),
      day(draft.valid.through), CodeList.text(draft.codes), draft.number,
      draft.unitsGranted.map { String($0) } ?? "", draft.value.map { String($0) } ?? "",
      SupplyAnswers.text(draft.answers), draft.contentHash,
    ].joined(separator: "|")
  }

  private static let columns = """
    id, patient_id, order_id, kind, dated_day, signed_day, signer, valid_from, valid_through,
    codes, number, units_granted, value, answers, content_hash, file_reference, received_day
    """
  private static let ofOrder = Statement(
    """
    SELECT \(columns) FROM document
    WHERE patient_id = ?1 AND is_withdrawn = 0 AND (order_id IS NULL OR order_id = ?2) ORDER BY id
    """)
  private static let ofPatient = Statement(
    "SELECT \(columns) FROM document WHERE patient_id = ?1 AND is_withdrawn = 0 ORDER BY id")

  /// Documents of an order, and those of its patient that belong to none.
  package static func all(
    of order: OrderID, patient: PatientID, in connection: Connection
  ) throws -> [Document] {
    try withUses(
      try connection.rows(ofOrder, [SQLValue(patient), SQLValue(order)]) {
        try document(from: $0)
      },
      in: connection)
  }

  package static func all(
    of patient: PatientID, in connection: Connection
  ) throws -> [Document] {
    try withUses(
      try connection.rows(ofPatient, [SQLValue(patient)]) { try document(from: $0) }, in: connection
    )
  }

  package static func find(_ id: DocumentID, in connection: Connection) throws -> Document? {
    try withUses(
      try connection.rows(
        "SELECT \(columns) FROM document WHERE id = ?1", [SQLValue(id)]
      ) { try document(from: $0) }, in: connection
    ).first
  }

  /// Takes back the documents that one activity indexed, or brings them back; gives the patient.
  package static func setWithdrawn(
    _ isWithdrawn: Bool, ofActivity activity: ActivityID, in connection: Connection
  ) throws {
    try connection.run(
      "UPDATE document SET is_withdrawn = ?2 WHERE activity_id = ?1", SQLValue(activity),
      SQLValue(isWithdrawn))
  }

  /// What the patient answered, as the document of an activity says it; none where none stands.
  package static func answers(
    ofActivity activity: ActivityID, in connection: Connection
  ) throws -> [SupplyAnswer] {
    try connection.first(
      "SELECT answers, id FROM document WHERE activity_id = ?1 AND is_withdrawn = 0",
      [SQLValue(activity)]
    ) { row in
      try row.list(0, Words.documentAnswers, key: 1) { SupplyAnswers.answers($0) }
    } ?? []
  }

  /// Counts the units that charges took from authorizations: those that name its number.
  private static func withUses(
    _ documents: [Document], in connection: Connection
  ) throws -> [Document] {
    try documents.map { document in
      guard document.content.kind == .authorization, document.content.unitsGranted != nil,
        !document.content.number.isEmpty
      else { return document }
      var used = document
      used.unitsUsed =
        try connection.first(
          """
          SELECT coalesce(sum(units), 0) FROM charge
          WHERE patient_id = ?1 AND authorization_number = ?2 AND standing <> 'withdrawn'
          """, [SQLValue(document.patient), .text(document.content.number)]
        ) { Int($0.int(0)) } ?? 0
      return used
    }
  }

  private static func document(from row: borrowing Row) throws(DatabaseFailure) -> Document {
    Document(
      id: DocumentID(row.int(0)), patient: PatientID(row.int(1)),
      order: row.idOrNil(2, of: Order.self),
      content: DocumentDraft(
        kind: try row.word(3, Words.documentKind), dated: row.dayOrNil(4),
        signedOn: row.dayOrNil(5), signer: row.text(6),
        valid: Validity(from: row.dayOrNil(7), through: row.dayOrNil(8)),
        codes: CodeList.codes(row.text(9)), number: row.text(10),
        unitsGranted: row.intOrNil(11).map { Int($0) }, value: row.intOrNil(12).map { Int($0) },

        answers: try row.list(13, Words.documentAnswers) { SupplyAnswers.answers($0) },
        contentHash: row.text(14),
        fileReference: row.text(15)), receivedOn: row.day(16))
  }
}

/// A patient's answers in one text column: `A7030:1 A7038:2`.
enum SupplyAnswers {
  static func text(_ answers: [SupplyAnswer]) -> String {
    CodeList.text(answers.map { "\($0.code):\($0.units)" })
  }

  /// The answers of a text, or nil where it says something else.
  static func answers(_ text: String) -> [SupplyAnswer]? {
    var answers: [SupplyAnswer] = []
    for part in CodeList.codes(text) {
      let pieces = part.split(separator: ":")
      guard pieces.count == 2, let units = Int(pieces[1]) else { return nil }
      answers.append(SupplyAnswer(code: String(pieces[0]), units: units))
    }
    return answers
  }
}
