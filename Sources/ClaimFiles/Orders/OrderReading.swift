import Billing

/// What the cells of a row say of an order; every problem is kept, nothing is thrown.
enum OrderReading {
  /// All of the order but its lines and authorizations.
  static func order(_ cells: OrderCells, _ found: inout CellProblems) -> OrderDraft {
    let hasName = !cells[.patientName].isEmpty
    for key in OrderColumns.requiredOfOrder
    where cells[key].isEmpty && !(hasName && OrderColumns.isPartOfName(key)) {
      found.add("is missing.", in: cells, key)
    }
    let served = [OrderField.deliveredOn, .shippedOn, .orderedOn].compactMap { field in
      try? CellReading.day(cells[field])
    }.first
    let whole = found.read(cells, .patientName, as: WrittenOut.name)
    let patient = Identity(
      lastName: cells[.patientLastName].isEmpty ? whole?.last ?? "" : cells[.patientLastName],
      firstName: cells[.patientFirstName].isEmpty ? whole?.first ?? "" : cells[.patientFirstName],
      birthDate: found.read(cells, .birthDate) { (text) throws(CellError) in
        try WrittenOut.birthDay(text, before: served)
      },
      sex: found.read(cells, .sex, as: CellWords.sex) ?? "")
    let address = PostalAddress(
      street: cells[.street], street2: cells[.street2], city: cells[.city],
      state: found.read(cells, .state, as: CellWords.state) ?? "",
      zip: found.read(cells, .zip, as: CellWords.zip) ?? "")
    var diagnoses = found.read(cells, .diagnoses, as: CellReading.diagnoses) ?? []
    for field in [OrderField.diagnosis1, .diagnosis2, .diagnosis3, .diagnosis4] {
      diagnoses += found.read(cells, field, as: CellReading.diagnoses) ?? []
    }
    var seen: Set<String> = []
    return OrderDraft(
      number: cells[.orderNumber], accountNumber: cells[.accountNumber], patient: patient,
      address: address, phone: cells[.phone],
      coverages: PayerSequence.allCases.compactMap { coverage($0, cells, &found) },
      prescriber: prescriber(cells, &found),
      diagnoses: diagnoses.filter { seen.insert($0).inserted },
      orderedOn: found.read(cells, .orderedOn, as: CellReading.day),
      delivery: delivery(cells, &found),
      placeOfService: found.read(cells, .placeOfService, as: CellWords.placeOfService) ?? "12",
      stays: stays(cells, &found), documents: documents(cells, &found))
  }

  private static func prescriber(
    _ cells: OrderCells, _ found: inout CellProblems
  ) -> Prescriber? {
    let npi = cells[.prescriberNPI]
    let lastName = cells[.prescriberLastName]
    let isEnrolled = found.read(cells, .prescriberEnrolled, as: CellWords.isYes)
    guard !npi.isEmpty || !lastName.isEmpty else { return nil }
    return Prescriber(
      npi: npi, lastName: lastName, firstName: cells[.prescriberFirstName],
      phone: cells[.prescriberPhone], fax: cells[.prescriberFax], isEnrolled: isEnrolled)
  }

  private static func coverage(
    _ sequence: PayerSequence, _ cells: OrderCells, _ found: inout CellProblems
  ) -> CoverageDraft? {
    func text(_ field: CoverageField) -> String { cells[.coverage(sequence, field)] }
    guard CoverageField.allCases.contains(where: { !text($0).isEmpty }) else { return nil }
    if sequence != .primary {
      for field in [CoverageField.payer, .memberID] where text(field).isEmpty {
        found.add(
          "is missing, though other cells tell of a " + sequence.title + " payer.", in: cells,
          .coverage(sequence, field))
      }
    }
    let lastName = text(.subscriberLastName)
    let birthDate = found.read(
      cells, .coverage(sequence, .subscriberBirthDate), as: CellReading.day)
    let sex = found.read(cells, .coverage(sequence, .subscriberSex), as: CellWords.sex)
    let indicator =
      found.read(cells, .coverage(sequence, .filingIndicator), as: CellWords.filingIndicator) ?? ""
    let memberID = found.read(cells, .coverage(sequence, .memberID)) {
      (text) throws(CellError) -> String in
      try CellWords.memberID(text, isMedicare: indicator == "MB")
    }
    return CoverageDraft(
      payer: NamedPayer(
        name: text(.payer), identifier: text(.payerID), filingIndicator: indicator,
        sequence: sequence, memberID: memberID ?? "",
        state: found.read(cells, .coverage(sequence, .payerState), as: CellWords.state) ?? ""),
      groupNumber: text(.group), secondaryPayerType: text(.secondaryPayerType),
      relationship: found.read(
        cells, .coverage(sequence, .relationship), as: CellWords.relationship) ?? "18",
      subscriber: lastName.isEmpty
        ? nil
        : Identity(
          lastName: lastName, firstName: text(.subscriberFirstName), birthDate: birthDate,
          sex: sex ?? ""),
      effective: Validity(
        from: found.read(cells, .coverage(sequence, .from), as: CellReading.day),
        through: found.read(cells, .coverage(sequence, .through), as: CellReading.day)))
  }

  private static func delivery(_ cells: OrderCells, _ found: inout CellProblems) -> Delivery {
    let shippedOn = found.read(cells, .shippedOn, as: CellReading.day)
    return Delivery(
      method: found.read(cells, .method, as: CellWords.method)
        ?? (shippedOn == nil ? .inPerson : .shipped),
      deliveredOn: found.read(cells, .deliveredOn, as: CellReading.day), shippedOn: shippedOn,
      tracking: cells[.tracking])
  }

  private static func stays(_ cells: OrderCells, _ found: inout CellProblems) -> [Stay] {
    let kind = found.read(cells, .stayKind, as: CellWords.stay)
    let from = found.read(cells, .stayFrom, as: CellReading.day)
    let through = found.read(cells, .stayThrough, as: CellReading.day)
    let fields = [OrderField.stayKind, .stayFrom, .stayThrough]
    guard fields.contains(where: { !cells[$0].isEmpty }) else { return [] }
    for field in fields.prefix(2) where cells[field].isEmpty {
      found.add("is missing, though other cells tell of a stay.", in: cells, .field(field))
    }
    guard let kind, let from else { return [] }
    return [Stay(kind: kind, from: from, through: through)]
  }

  private static func documents(
    _ cells: OrderCells, _ found: inout CellProblems
  ) -> [DocumentDraft] {
    var documents: [DocumentDraft] = []
    let dated = found.read(cells, .writtenOrderDate, as: CellReading.day)
    let signedOn = found.read(cells, .writtenOrderSigned, as: CellReading.day)
    let codes = found.read(cells, .writtenOrderCodes) { (text) throws(CellError) -> [String] in
      var codes: [String] = []
      for piece in CellReading.list(text) { codes.append(try CellReading.procedure(piece)) }
      return codes
    }
    if dated != nil || signedOn != nil || !cells[.writtenOrderSigner].isEmpty {
      documents.append(
        DocumentDraft(
          kind: .standardWrittenOrder, dated: dated, signedOn: signedOn,
          signer: cells[.writtenOrderSigner], codes: codes ?? []))
    }
    let proof = found.read(cells, .proofDate, as: CellReading.day)
    if proof != nil || !cells[.proofSigner].isEmpty {
      documents.append(
        DocumentDraft(
          kind: .proofOfDelivery, dated: proof,
          signedOn: cells[.proofSigner].isEmpty ? nil : proof, signer: cells[.proofSigner]))
    }
    if let visit = found.read(cells, .faceToFaceDate, as: CellReading.day) {
      documents.append(DocumentDraft(kind: .faceToFace, dated: visit))
    }
    if let study = found.read(cells, .sleepStudyDate, as: CellReading.day) {
      documents.append(DocumentDraft(kind: .sleepStudy, dated: study))
    }
    return documents
  }
}
