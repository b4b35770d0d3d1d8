// From a remittance that was read to a draft that can be written.

extension RemittanceDraft {
  /// The draft that says what a remittance says, as far as drafts go.
  package init(from remittance: Remittance835) {
    let payment = remittance.payment
    control = remittance.envelope.control
    handling = remittance.text(payment.handling)
    self.payment = payment.amount
    creditDebit = remittance.text(payment.creditDebit)
    method = remittance.text(payment.method)
    format = remittance.text(payment.format)
    accounts = [
      payment.payerBankQualifier, payment.payerBank, payment.payerAccountQualifier,
      payment.payerAccount, payment.payerID, payment.payerSupplement,
      payment.payeeBankQualifier, payment.payeeBank, payment.payeeAccountQualifier,
      payment.payeeAccount,
    ].map(remittance.text)
    while let last = accounts.last, last.isEmpty { accounts.removeLast() }
    date = payment.date
    trace = remittance.text(payment.trace)
    tracePayer = remittance.text(payment.tracePayer)
    traceSupplement = remittance.text(payment.traceSupplement)
    productionDate = remittance.productionDate
    references = remittance.drafts(of: remittance.headerReferences)
    payer = remittance.draft(of: remittance.payer)
    payee = remittance.draft(of: remittance.payee)
    claims = remittance.claims.map(remittance.draft)
    providerAdjustments = remittance.providerAdjustments.map { adjustment in
      ProviderAdjustment(
        provider: remittance.text(adjustment.provider), periodEnd: adjustment.periodEnd,
        reason: remittance.text(adjustment.reason),
        reference: remittance.text(adjustment.reference), amount: adjustment.amount)
    }
  }
}

extension Remittance835 {
  fileprivate func drafts(of range: FlatRange) -> [RemittanceDraft.Reference] {
    references[range.indices].map {
      RemittanceDraft.Reference(Self.text(ofCode: $0.qualifier), text($0.value))
    }
  }

  private func contacts(of range: FlatRange) -> [RemittanceDraft.Contact] {
    contacts[range.indices].map { contact in
      var parts = Composite(contact.numbers, component: envelope.delimiters.element)
      var numbers: [String] = []
      while let part = parts.next(in: bytes.span) { numbers.append(text(part)) }
      return RemittanceDraft.Contact(
        function: text(contact.function), name: text(contact.name), numbers: numbers)
    }
  }

  fileprivate func draft(of party: RemittanceParty) -> RemittanceDraft.Party {
    var draft = RemittanceDraft.Party()
    draft.name = text(party.name)
    draft.idQualifier = text(party.idQualifier)
    draft.id = text(party.id)
    draft.street = [text(party.street), text(party.streetMore)]
    while let last = draft.street.last, last.isEmpty { draft.street.removeLast() }
    draft.city = text(party.city)
    draft.state = text(party.state)
    draft.zip = text(party.zip)
    draft.references = drafts(of: party.references)
    draft.contacts = contacts(of: party.contacts)
    return draft
  }

  private func adjustments(of range: FlatRange) -> [RemittanceDraft.Adjustment] {
    adjustments[range.indices].map {
      RemittanceDraft.Adjustment(
        Self.text(ofCode: UInt32($0.group)), text($0.reason), $0.amount,
        quantity: text($0.quantity))
    }
  }

  private func dates(of range: FlatRange) -> [RemittanceDraft.Date] {
    dates[range.indices].map {
      RemittanceDraft.Date(Self.text(ofCode: $0.qualifier), $0.day)
    }
  }

  private func amounts(of range: FlatRange) -> [RemittanceDraft.Amount] {
    amounts[range.indices].map {
      RemittanceDraft.Amount(Self.text(ofCode: $0.qualifier), $0.amount)
    }
  }

  private func quantities(of range: FlatRange) -> [RemittanceDraft.Quantity] {
    quantities[range.indices].map {
      RemittanceDraft.Quantity(Self.text(ofCode: $0.qualifier), thousandths: $0.thousandths)
    }
  }

  private func names(of range: FlatRange) -> [RemittanceDraft.Name] {
    names[range.indices].map {
      var name = RemittanceDraft.Name(Self.text(ofCode: $0.role))
      name.kind = text($0.kind)
      name.last = text($0.last)
      name.first = text($0.first)
      name.middle = text($0.middle)
      name.suffix = text($0.suffix)
      name.idQualifier = text($0.idQualifier)
      name.id = text($0.id)
      return name
    }
  }

  private func remarks(of range: FlatRange, from source: RemarkSource) -> [String] {
    remarks[range.indices].filter { $0.source == source }.map { text($0.code) }
  }

  fileprivate func draft(of claim: RemittanceClaim) -> RemittanceDraft.Claim {
    var draft = RemittanceDraft.Claim()
    draft.group = claim.assignedNumber
    draft.patientControl = text(claim.patientControl)
    draft.status = text(claim.statusCode)
    draft.charge = claim.charge
    draft.paid = claim.paid
    draft.patientResponsibility =
      claim.hasPatientResponsibility ? claim.patientResponsibility : nil
    draft.filingIndicator = text(claim.filingIndicator)
    draft.payerControl = text(claim.payerControl)
    draft.facilityCode = text(claim.facilityCode)
    draft.frequency = text(claim.frequency)
    draft.adjustments = adjustments(of: claim.adjustments)
    draft.names = names(of: claim.names)
    draft.inpatientRemarks = remarks(of: claim.remarks, from: .inpatient)
    draft.outpatientRemarks = remarks(of: claim.remarks, from: .outpatient)
    draft.references = drafts(of: claim.references)
    draft.dates = dates(of: claim.dates)
    draft.contacts = contacts(of: claim.contacts)
    draft.amounts = amounts(of: claim.amounts)
    draft.quantities = quantities(of: claim.quantities)
    draft.lines = lines[claim.lines.indices].map(self.draft)
    return draft
  }

  private func draft(of line: RemittanceLine) -> RemittanceDraft.Line {
    var draft = RemittanceDraft.Line(
      draft(of: procedure(line)), charge: line.charge, paid: line.paid,
      units: line.hasPaidUnits ? line.paidUnits : nil)
    draft.revenueCode = text(line.revenueCode)
    if !line.submittedProcedure.isEmpty {
      draft.submittedProcedure = self.draft(of: procedure(line, submitted: true))
    }
    draft.submittedUnits = line.hasSubmittedUnits ? line.submittedUnits : nil
    draft.dates = dates(of: line.dates)
    draft.adjustments = adjustments(of: line.adjustments)
    draft.references = drafts(of: line.references)
    draft.amounts = amounts(of: line.amounts)
    draft.quantities = quantities(of: line.quantities)
    draft.remarks = remarks[line.remarks.indices].map {
      RemittanceDraft.Remark(text($0.code), qualifier: $0.source == .pharmacy ? "RX" : "HE")
    }
    return draft
  }

  private func draft(of procedure: RemittanceProcedure) -> RemittanceDraft.Procedure {
    RemittanceDraft.Procedure(
      text(procedure.code), modifiers: procedure.modifiers.map(text),
      qualifier: text(procedure.qualifier), description: text(procedure.description))
  }
}
