package import Billing

/// The shipped tables, and the office's own file laid over them.
package enum RulesFile {
  /// The shipped tables with a file of the office over them.
  ///
  /// A row with the name of a shipped one overrides the keys it gives, or removes the row with
  /// `disabled = true`; any other row is added.
  ///
  /// `RulesTemplate.text` shows the form.
  ///
  /// - Throws: the first thing that cannot be taken, with its line and what to do.
  package static func load(office text: String) throws(RulesError) -> RuleBook {
    var tables = try RuleTables(defaults: defaults)
    try tables.overlay(RuleSource(text))
    return try book(tables)
  }

  static func shipped() throws(RulesError) -> RuleBook { try book(RuleTables(defaults: defaults)) }

  private static var defaults: [[UInt8]] {
    [
      PackageResources.deadlines_toml, PackageResources.playbook_toml,
      PackageResources.remarks_toml, PackageResources.status_toml,
      PackageResources.results_toml, PackageResources.payers_toml,
      PackageResources.follow_up_toml, PackageResources.writeoffs_toml,
      PackageResources.packets_toml, PackageResources.settings_toml,
      PackageResources.catalog_toml, PackageResources.allowables_toml,
      PackageResources.modifiers_toml, PackageResources.hold_reasons_toml,
      PackageResources.jurisdictions_toml, PackageResources.remedies_toml,
      PackageResources.reasons_toml, PackageResources.places_toml,
      PackageResources.bank_toml,
      PackageResources.posting_toml,
    ]
  }

  private static func book(_ tables: RuleTables) throws(RulesError) -> RuleBook {
    var book = RuleBook()
    var supplier: RuleRow?
    var clearinghouses: [Clearinghouse] = []
    for row in tables.rows {
      switch row.section {
      case .deadline: book.add(try row.deadline())
      case .playbook: book.add(try row.playbookRow())
      case .remark: book.remarks[row.name] = try row.remark()
      case .category: book.statusCategories[row.name] = try row.status()
      case .status: book.statusCodes[row.name] = try row.status()
      case .result: book.results.append(try row.result())
      case .payer: book.payers.append(try row.payer())
      case .packet: book.packets.append(try row.packet())
      case .writeOff: book.writeOffs.append(try row.writeOff())
      case .remedies:
        let remedies = try row.familyRemedies()
        book.remedies[remedies.family] = remedies
      case .amountInControversy: book.amountsInControversy.append(try row.amountInControversy())
      case .payerStatus: book.payerStatuses.append(try row.payerStatus())
      case .followUp:
        let followUp = try row.followUpRow()
        book.followUps[followUp.family] = followUp
      case .item:
        let item = try row.item()
        book.catalog[item.code, default: []].append(item)
      case .allowable:
        let rows = try row.allowables()
        book.allowables[rows[0].code, default: []] += rows
      case .modifier:
        let modifier = try row.modifier()
        book.modifiers[modifier.code] = modifier
      case .holdReason:
        let reason = try row.holdReason()
        book.holdReasons[reason.code] = reason
      case .jurisdiction:
        let jurisdiction = try row.jurisdiction()
        book.jurisdictions[jurisdiction.state] = jurisdiction.payer
        if jurisdiction.confidence == .unverified {
          book.unverifiedJurisdictions.insert(jurisdiction.state)
        }
      case .suspenseReason: book.suspenseReasons.append(try row.reason())
      case .settlementReason: book.settlementReasons.append(try row.reason())
      case .acceptanceReason: book.acceptanceReasons.append(try row.reason())
      case .posting: book.postings.append(try row.posting())
      case .delayReason: book.delayReasons.append(try row.reason())
      case .placeOfService: book.claims.placesOfService.append(try row.reason())
      case .bankCode:
        let code = try row.bankCode()
        book.bankCodes[code.code] = code
      // The office's own tables are tried before the shipped one.
      case .bankTable: book.bankColumns.insert(try row.bankColumns(), at: 0)
      case .supplier: supplier = row
      case .orderColumn: book.orderHeadings.append(try row.orderHeading())
      case .clearinghouse:
        guard tables.rows.contains(where: { $0.section == .supplier }) else {
          throw row.error("", "there is no office that sends to it", "add [supplier]")
        }
        clearinghouses.append(try row.clearinghouse())
      }
    }
    book.supplier = try supplier?.supplier(clearinghouses: clearinghouses)
    book.deferMarginDays = tables.settings.deferMarginDays
    book.orders = tables.settings.orders
    book.deposits = tables.settings.deposits
    book.patients = tables.settings.patients
    book.claims.completeDiagnoses = tables.settings.completeDiagnoses
    return book
  }
}

extension RuleBook {
  /// The shipped tables alone.
  ///
  /// - Throws: nothing for the tables as they are; a test reads every row of them.
  package static func shipped() throws(RulesError) -> RuleBook { try RulesFile.shipped() }
}
