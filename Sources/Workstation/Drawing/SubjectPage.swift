import Billing
import Cells
import Desk

/// What is known of an order, a charge, a batch or special work, as lines of text in sections.
struct SubjectPage {
  var detail: SubjectDetail
  var privacy: Privacy
  var glyphs: Glyphs
  var today: Day
  var width: Int

  func body(of section: ItemPage.Section) -> [StyledText] {
    switch detail {
    case .order(let order): body(of: section, order)
    case .charge(let charge): body(of: section, charge)
    case .batch(let batch): body(of: section, batch)
    case .special(let special): body(of: section, special)
    case .providerBalance(let balance): body(of: section, balance)
    case .refusedSet(let refused): body(of: section, refused)
    case .underpayment(let underpayment, _): body(of: section, underpayment)
    case .deposit(let deposit): body(of: section, deposit)
    case .approval(let approval): body(of: section, approval)
    case .remittance(let staged):
      section == .moneyCandidates ? candidates(staged.moneyCandidates) : []
    case .credit(let credit): body(of: section, credit)
    case .patient(let patient): body(of: section, patient)
    case .claim, .stagedAnswer: []
    }
  }

  private func body(of section: ItemPage.Section, _ detail: OrderDetail) -> [StyledText] {
    switch section {
    case .findings: findings(detail.findings)
    case .orderLines: lines(of: detail)
    case .coverages: coverages(detail.order.coverages)
    case .documents: documents(detail.documents)
    case .order: facts(of: detail.order, withPatient: true)
    case .charges: charges(detail.charges)
    default: []
    }
  }

  // MARK: Orders

  private func findings(_ findings: [OrderFinding]) -> [StyledText] {
    guard !findings.isEmpty else {
      return [StyledText("  Nothing is wrong with it.", .good)]
    }
    return findings.flatMap { finding -> [StyledText] in
      let place: SafeText = finding.line.map { "line \($0)  " } ?? ""
      let sign: StyledText =
        finding.isBlocking ? StyledText("  ! ", .danger) : StyledText("  - ", .warning)
      return wrapped(
        sign + StyledText(place, .accent)
          + StyledText(privacy.sentence(SafeText(foreign: finding.message))),
        indent: 4) + fix(finding.fix)
    }
  }

  func fix(_ text: String) -> [StyledText] {
    guard !text.isEmpty else { return [] }
    return wrapped(
      StyledText("    ") + StyledText("Fix: ", Style.text.bold)
        + StyledText(SafeText(foreign: text)), indent: 4)
  }

  /// What the payer should allow for all delivered units of a line, in cents.
  private func expected(of line: OrderLine, _ detail: OrderDetail) -> Cents? {
    detail.expected[line.number].map {
      Cents($0.rawValue * Int64(max(0, line.deliveredUnits)))
    }
  }

  private func lines(of detail: OrderDetail) -> [StyledText] {
    let order = detail.order
    guard !order.lines.isEmpty else { return [StyledText("  The order has no lines.", .warning)] }
    var grid = TextGrid(
      [.trailing, .leading, .leading, .trailing, .trailing, .trailing, .trailing], indent: 2,
      flexible: 1)
    grid.add(headings(["", "", "", "prescr.", "deliv.", "charge", "expected"]))
    for line in order.lines {
      let differs = line.prescribedUnits != line.deliveredUnits
      grid.add([
        StyledText("\(line.number)", .muted),
        StyledText(SafeText(foreign: line.procedure.description)),
        StyledText(line.kind.title, .muted), StyledText("\(line.prescribedUnits)"),
        StyledText("\(line.deliveredUnits)", differs ? .danger : .text), amount(line.charge),
        expected(of: line, detail).map { amount($0, style: .muted) } ?? StyledText("-", .muted),
      ])
    }
    let rows = grid.lines(width: width, glyphs: glyphs)
    var result = [rows[0]]
    for (row, line) in zip(rows.dropFirst(), order.lines) {
      result.append(row)
      let more = self.more(of: line)
      if !more.isEmpty {
        result += wrapped(StyledText("     \(more)", .muted), indent: 5)
      }
    }
    let total = order.lines.map(\.charge).total()
    let expected = order.lines.compactMap { self.expected(of: $0, detail) }.total()
    if order.lines.count > 1 {
      result.append(
        StyledText("     Total ", .muted)
          + StyledText("\(Wording.money(total))", Style.text.bold)
          + StyledText(", \(Wording.money(expected)) expected", .muted))
    }
    return result
  }

  private func more(of line: OrderLine) -> SafeText {
    var parts: [SafeText] = []
    if !line.description.isEmpty { parts.append(SafeText(foreign: line.description)) }
    if !line.serialNumber.isEmpty {
      parts.append("serial \(privacy.identifier(line.serialNumber))")
    } else if line.kind == .rental {
      parts.append("no serial number")
    }
    if let days = line.daysSupplied { parts.append("lasts \(days) days") }
    if line.firstRentalMonth > 1 { parts.append("from month \(line.firstRentalMonth)") }
    if !line.authorizationNumber.isEmpty {
      parts.append("authorization \(privacy.identifier(line.authorizationNumber))")
    }
    if !line.narrative.isEmpty { parts.append("\"\(foreign: line.narrative)\"") }
    return parts.joined(separator: ", ")
  }

  func coverages(_ coverages: [Coverage]) -> [StyledText] {
    guard !coverages.isEmpty else { return [StyledText("  No coverage is known.", .danger)] }
    return coverages.flatMap { coverage -> [StyledText] in
      var line = StyledText("  \(foreign: coverage.sequence.title)  ", .muted)
      line += StyledText(SafeText(foreign: coverage.payer.name), Style.text.bold)
      line += StyledText("  \(privacy.identifier(coverage.memberID))")
      var more: [SafeText] = []
      if !coverage.filingIndicator.isEmpty {
        more.append("filed as \(foreign: coverage.filingIndicator)")
      }
      if let subscriber = coverage.subscriber {
        let name = subscriber.lastName + ", " + subscriber.firstName
        more.append("subscriber \(privacy.person(name))")
      }
      if let from = coverage.effective.from { more.append("from \(date(from))") }
      if let through = coverage.effective.through {
        more.append(through < today ? "ended \(date(through))" : "through \(date(through))")
      }
      let ended = coverage.effective.through.map { $0 < today } ?? false
      if !more.isEmpty {
        line += StyledText("  \(more.joined(separator: ", "))", ended ? .danger : .muted)
      }
      return wrapped(line, indent: 4)
    }
  }

  func documents(_ documents: [Document]) -> [StyledText] {
    guard !documents.isEmpty else { return [StyledText("  No document is indexed.", .muted)] }
    return documents.flatMap { wrapped(line(of: $0), indent: 4) }
  }

  func line(of document: Document) -> StyledText {
    let content = document.content
    var line = StyledText("  \(foreign: content.kind.title)")
    var parts: [SafeText] = []
    if let dated = content.dated { parts.append("of \(date(dated))") }
    if let signed = content.signedOn {
      let signer: SafeText =
        content.signer.isEmpty ? "" : " by \(privacy.person(content.signer))"
      parts.append("signed \(date(signed))\(signer)")
    } else if content.kind.isSigned {
      parts.append("not signed")
    }
    if !content.number.isEmpty { parts.append("no. \(privacy.identifier(content.number))") }
    if !content.codes.isEmpty {
      parts.append(SafeText(foreign: content.codes.joined(separator: " ")))
    }
    if let through = content.valid.through {
      parts.append(through < today ? "ended \(date(through))" : "valid through \(date(through))")
    }
    if let left = document.unitsLeft, let granted = content.unitsGranted {
      parts.append("\(left) of \(granted) units left")
    }
    if let value = content.value { parts.append("result \(value)") }
    if !content.fileReference.isEmpty { parts.append(privacy.free(content.fileReference)) }
    let isOver = content.valid.through.map { $0 < today } ?? false || document.unitsLeft == 0
    line += StyledText(
      parts.isEmpty ? "" : "  \(parts.joined(separator: ", "))", isOver ? .warning : .muted)
    return line
  }

  func facts(of order: Order, withPatient: Bool) -> [StyledText] {
    var pairs: [(SafeText, StyledText)] = [
      ("Order number", StyledText(privacy.identifier(order.number)))
    ]
    if withPatient {
      pairs.append(("Patient", StyledText(privacy.person(order.patient.listName))))
    }
    pairs += [
      (
        "Born",
        StyledText(order.patient.birthDate.map { privacy.identifier($0.description) } ?? "")
      ),
      ("Telephone", StyledText(privacy.identifier(order.patient.phone))),
    ]
    if withPatient { pairs.append(("Address", StyledText(address(order.patient.address)))) }
    pairs += [
      ("Prescriber", prescriber(order.prescriber)),
      ("Prescribed on", StyledText(order.orderedOn.map { longDate($0) } ?? "")),
      ("Diagnoses", StyledText(SafeText(foreign: order.diagnoses.joined(separator: " ")))),
      (order.delivery.method.title, StyledText(delivery(order.delivery))),
      ("Place of service", StyledText(SafeText(foreign: order.placeOfService))),
    ]
    pairs += order.stays.map { stay in
      let through: SafeText = stay.through.map { date($0) } ?? "now"
      return (stay.kind.title, StyledText("\(date(stay.from)) to \(through)", .warning))
    }
    pairs.append(("Received", StyledText(longDate(order.receivedOn))))
    return grid(pairs)
  }

  private func prescriber(_ prescriber: Prescriber?) -> StyledText {
    guard let prescriber else { return StyledText("none", .danger) }
    var line = StyledText(SafeText(foreign: prescriber.listName))
    if prescriber.npi.isEmpty {
      line += StyledText("  no NPI", .danger)
    } else if NationalProviderIdentifier.isValid(prescriber.npi) {
      line += StyledText(
        "  NPI \(foreign: prescriber.npi) \(SafeText(glyph: glyphs.check))", .muted)
    } else {
      line += StyledText("  NPI \(foreign: prescriber.npi) fails its check digit", .danger)
    }
    switch prescriber.isEnrolled {
    case true?: line += StyledText("  may order for Medicare", .muted)
    case false?: line += StyledText("  not enrolled with Medicare", .danger)
    case nil: break
    }
    if !prescriber.phone.isEmpty {
      line += StyledText("  telephone \(privacy.identifier(prescriber.phone))")
    }
    if !prescriber.fax.isEmpty {
      line += StyledText("  fax \(privacy.identifier(prescriber.fax))")
    }
    return line
  }

  private func address(_ address: PostalAddress) -> SafeText {
    let parts = [address.street, address.street2, address.city, "\(address.state) \(address.zip)"]
    return privacy.free(
      parts.filter { !$0.isEmpty && $0 != " " }.joined(separator: ", "))
  }

  private func delivery(_ delivery: Delivery) -> SafeText {
    var parts: [SafeText] = []
    if let day = delivery.shippedOn { parts.append("shipped \(longDate(day))") }
    if let day = delivery.deliveredOn { parts.append("delivered \(longDate(day))") }
    if !delivery.tracking.isEmpty {
      parts.append("tracking \(privacy.identifier(delivery.tracking))")
    }
    return parts.isEmpty ? "no date" : parts.joined(separator: ", ")
  }

  private func charges(_ rows: [ChargeRow]) -> [StyledText] {
    guard !rows.isEmpty else { return [] }
    var grid = TextGrid(
      [.leading, .leading, .trailing, .leading, .leading], indent: 2, flexible: 4)
    for row in rows {
      let charge = row.charge
      let month: SafeText = charge.rentalMonth.map { "month \($0)" } ?? ""
      let claim: SafeText = row.claimNumber.isEmpty ? "" : privacy.identifier(row.claimNumber)
      let more = row.holds.isEmpty ? claim : SafeText(foreign: row.holds.joined(separator: ", "))
      grid.add([
        StyledText(date(charge.serviceFrom), .muted),
        StyledText("\(foreign: charge.procedure.description)  \(month)"), amount(charge.amount),
        StyledText(SafeText(foreign: row.place.title), row.place == .held ? .warning : .text),
        StyledText(more, .muted),
      ])
    }
    return grid.lines(width: width, glyphs: glyphs)
  }

  // MARK: Small pieces

  func wrapped(_ line: StyledText, indent: Int = 2) -> [StyledText] {
    Paragraph([line], hanging: indent).wrapped(width: width)
  }

  func headings(_ texts: [SafeText]) -> [StyledText] { texts.map { StyledText($0, .muted) } }

  func amount(_ amount: Cents, style: Style = .text) -> StyledText {
    StyledText(Wording.money(amount), amount < .zero ? Style(.moneyNegative) : style)
  }

  func date(_ day: Day) -> SafeText { Wording.date(day, today: today) }

  func longDate(_ day: Day) -> SafeText { Wording.longDate(day, today: today) }

  /// Labels and values, without those that are empty.
  func grid(_ pairs: [(SafeText, StyledText)]) -> [StyledText] {
    let known = pairs.filter { $0.1.columns > 0 }
    let label = known.map(\.0.columns).max() ?? 0
    return known.flatMap { name, value in
      wrapped(
        StyledText("  ") + StyledText(name, .muted)
          + StyledText(SafeText(glyph: " ", count: label - name.columns + 2)) + value,
        indent: label + 4)
    }
  }
}

extension LineKind {
  var title: SafeText {
    switch self {
    case .purchase: "purchase"
    case .rental: "rental"
    case .supply: "supply"
    case .service: "service"
    }
  }
}

extension Delivery.Method {
  var title: SafeText {
    switch self {
    case .inPerson: "Delivered"
    case .shipped: "Shipped"
    case .pickedUp: "Picked up"
    }
  }
}

extension Stay.Kind {
  var title: SafeText {
    switch self {
    case .hospital: "In hospital"
    case .nursingFacility: "In a nursing facility"
    case .hospice: "In hospice"
    }
  }
}

extension OrderStanding {
  var title: SafeText {
    switch self {
    case .open: "undelivered"
    case .delivered: "to confirm"
    case .returned: "returned"
    case .confirmed: "confirmed"
    case .cancelled: "cancelled"
    }
  }

  var style: Style {
    switch self {
    case .delivered: .accent
    case .returned: .warning
    case .open, .confirmed: .text
    case .cancelled: .muted
    }
  }
}

extension DocumentKind {
  /// Whether it is worth nothing without a signature.
  var isSigned: Bool {
    switch self {
    case .standardWrittenOrder, .writtenOrderPriorToDelivery, .proofOfDelivery, .faceToFace,
      .certificateOfMedicalNecessity, .advanceBeneficiaryNotice:
      true
    default: false
    }
  }
}
