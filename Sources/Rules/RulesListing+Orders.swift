import Billing

/// Rows of items, holds and the office itself.
extension RulesListing {
  static func orders(_ book: RuleBook) -> [Row] {
    var rows = book.catalog.sorted { $0.key < $1.key }.flatMap(\.value).map {
      Row(section: "item", key: $0.code, text: text($0))
    }
    rows += book.allowables.sorted { $0.key < $1.key }.flatMap(\.value).map {
      Row(section: "allowable", key: $0.code, text: text($0))
    }
    rows += book.modifiers.values.sorted { $0.code < $1.code }.map {
      let excluded =
        $0.excludes.isEmpty ? "" : "; not with " + $0.excludes.joined(separator: " ")
      return Row(
        section: "modifier", key: $0.code, text: "\($0.meaning), \($0.position.rawValue)" + excluded
      )
    }
    rows += book.holdReasons.values.sorted { $0.code < $1.code }.map {
      var text = "\($0.title): \($0.type.title), \($0.team.title) acts"
      if let document = $0.document { text += ", released by \(document.title)" }
      return Row(
        section: "hold-reason", key: $0.code, text: text + ", look again in \($0.reviewDays) days")
    }
    rows += book.jurisdictions.sorted { $0.key < $1.key }.map {
      let mark = book.unverifiedJurisdictions.contains($0.key) ? " [unverified]" : ""
      return Row(section: "jurisdiction", key: $0.key, text: $0.value + mark)
    }
    return rows + office(book)
  }

  private static func office(_ book: RuleBook) -> [Row] {
    guard let supplier = book.supplier else { return [] }
    let address = supplier.address
    var text = "NPI \(supplier.npi), taxonomy \(supplier.taxonomy), \(address.street), "
    text += "\(address.city) \(address.state) \(address.zip), submitter \(supplier.submitterID)"
    if supplier.isTest { text += ", test" }
    if !supplier.accreditedFor.isEmpty {
      text += ", accredited " + supplier.accreditedFor.map(\.rawValue).joined(separator: " ")
    }
    return [Row(section: "supplier", key: supplier.name, text: text)]
      + supplier.clearinghouses.map {
        let takes =
          $0.families.isEmpty
          ? "all other payers" : $0.families.map(\.rawValue).joined(separator: " ")
        return Row(
          section: "clearinghouse", key: $0.name, text: "receiver \($0.receiverID), takes \(takes)")
      }
  }

  private static func text(_ item: CatalogItem) -> String {
    var parts = ["\(item.title), \(item.category.rawValue)"]
    if let months = item.capMonths { parts.append("\(months) rental months") }
    if item.isSerialized { parts.append("serial number") }
    if item.isSided { parts.append("RT or LT") }
    if item.needsNarrative { parts.append("narrative") }
    if item.hasMaintenance { parts.append("maintenance") }
    if !item.documents.isEmpty {
      parts.append("needs " + item.documents.map(\.rawValue).joined(separator: " "))
    }
    if !item.authorizationFamilies.isEmpty {
      parts.append("authorization for " + names(item.authorizationFamilies))
    }
    if !item.policyModifierFamilies.isEmpty {
      parts.append("KX, GA, GY or GZ for " + names(item.policyModifierFamilies))
    }
    parts += item.oneOf.map { "one of " + $0.joined(separator: " ") }
    if !item.diagnosisPrefixes.isEmpty {
      parts.append("diagnoses " + item.diagnosisPrefixes.joined(separator: " "))
    }
    if !item.baseCodes.isEmpty {
      parts.append("belongs to " + item.baseCodes.joined(separator: " "))
    }
    if let limit = item.unitLimit {
      parts.append("at most \(limit.units) in \(limit.days) days")
    }
    parts += period(item.effective)
    return parts.joined(separator: ", ") + " [\(item.confidence.rawValue)]"
  }

  private static func text(_ row: AllowableRow) -> String {
    var text = "\(row.amount)"
    if !row.modifier.isEmpty { text = row.modifier + " " + text }
    if let family = row.family { text += ", " + family.title }
    if let state = row.state { text += ", " + state }
    for part in period(row.effective) { text += ", " + part }
    return text + " [\(row.confidence.rawValue)]"
  }

  private static func names(_ families: [PayerFamily]) -> String {
    families.map(\.title).joined(separator: " and ")
  }

  static func period(_ days: Validity) -> [String] {
    [days.from.map { "from \($0)" }, days.through.map { "through \($0)" }].compactMap(\.self)
  }
}
