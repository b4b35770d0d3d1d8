package import Billing

/// Why a line needs words of its own (Noridian's narrative rules, domain reference 6.4).
package enum NarrativeReason: String, Sendable, CaseIterable {
  /// More than one month of supplies that are used up.
  case longSupply
  /// Labour on the patient's own equipment.
  case repair
  /// Equipment lent while the patient's own is repaired.
  case loaner
  /// A code that does not say what was delivered.
  case unlistedCode
  /// RA: a whole item replaced.
  case replacement
  /// RB: a part replaced in a repair.
  case replacedPart
  /// Rent goes on after days on which it was not billed or not needed.
  case breakInRental
  /// Belongs to equipment of which the payer may not know.
  case baseEquipment

  /// Whether only a person can say it; else the charge and its order say enough.
  package var needsOwnWords: Bool {
    switch self {
    case .longSupply, .breakInRental, .baseEquipment, .replacedPart: false
    case .repair, .loaner, .unlistedCode, .replacement: true
    }
  }
}

/// Composes the words of a line (loop 2400 NTE*ADD) from its charge, the order and the catalogue.
package struct Narrative: Equatable, Sendable {
  /// What the patient has and the item belongs to.
  package struct BaseEquipment: Equatable, Sendable {
    package var code: String
    /// The month and year are told; nil where nobody knows.
    package var acquiredOn: Day?

    package init(code: String, acquiredOn: Day?) {
      self.code = code
      self.acquiredOn = acquiredOn
    }
  }

  package var charge: Charge
  /// The line of the order from which the charge comes.
  package var line: OrderLine?
  package var item: CatalogItem?
  package var rental: Rental?
  /// Told only where the catalogue says that the item belongs to other equipment.
  package var base: BaseEquipment?

  package init(
    charge: Charge, line: OrderLine?, item: CatalogItem?, rental: Rental? = nil,
    base: BaseEquipment? = nil
  ) {
    self.charge = charge
    self.line = line
    self.item = item
    self.rental = rental
    self.base = base
  }

  /// Why the line needs words, in the order in which they are told.
  package var reasons: [NarrativeReason] {
    let modifiers = charge.procedure.modifiers
    var reasons: [NarrativeReason] = []
    if charge.procedure.code == "K0462" { reasons.append(.loaner) }
    if ["K0739", "K0740"].contains(charge.procedure.code) { reasons.append(.repair) }
    if modifiers.contains("RA") { reasons.append(.replacement) }
    if modifiers.contains("RB") { reasons.append(.replacedPart) }
    if lastBreak != nil { reasons.append(.breakInRental) }
    if daysSupplied > Self.daysOfMonth { reasons.append(.longSupply) }
    if reasons.isEmpty, item?.needsNarrative == true { reasons.append(.unlistedCode) }
    if base != nil, item?.baseCodes.isEmpty == false { reasons.append(.baseEquipment) }
    return reasons
  }

  /// The reasons for which somebody must still write something.
  package var missing: [NarrativeReason] {
    ownWords.isEmpty ? reasons.filter(\.needsOwnWords) : []
  }

  /// The words, at most 80 characters, capitals: modifiers that found no room beside the code,
  /// then what the rules ask for, then what people wrote.
  package var text: String {
    var parts: [String] = []
    func add(_ part: String) {
      // A charge whose words were composed before is composed again to the same.
      if !part.isEmpty, !ownWords.contains(part) { parts.append(part) }
    }
    if charge.procedure.modifiers.count > 4 {
      add("MODS " + charge.procedure.modifiers.dropFirst(3).joined(separator: " "))
    }
    for reason in reasons { add(words(for: reason)) }
    if !ownWords.isEmpty { parts.append(ownWords) }
    return NarrativeText.fitting(parts.joined(separator: " "))
  }

  private func words(for reason: NarrativeReason) -> String {
    switch reason {
    case .longSupply: return "\(daysSupplied) DAY SUPPLY"
    case .repair: return ownWords.contains("LABOR") ? "" : "REPAIR LABOR"
    case .loaner: return ownWords.contains("LOANER") ? "" : "LOANER"
    case .replacement: return ownWords.contains("REPL") ? "" : "REPL"
    case .replacedPart: return ownWords.contains("PART") ? "" : "REPL PART"
    case .unlistedCode: return description
    case .breakInRental:
      guard let last = lastBreak else { return "" }
      let kind = last.kind == .need ? "NEED" : "BILLING"
      return "BREAK IN \(kind) \(Self.short(last.from))-\(last.through.map(Self.short) ?? "")"
    case .baseEquipment:
      guard let base else { return "" }
      guard let day = base.acquiredOn else { return "FOR PT OWNED \(base.code)" }
      let (year, month, _) = day.components
      return "FOR PT OWNED \(base.code) PURCH \(Self.two(month))/\(year)"
    }
  }

  /// What people wrote, on the charge or, where it has nothing, on the order.
  private var ownWords: String {
    let words = NarrativeText.plain(charge.narrative)
    return words.isEmpty ? NarrativeText.plain(line?.narrative ?? "") : words
  }

  private var description: String {
    NarrativeText.plain(line?.description ?? "")
  }

  private var daysSupplied: Int { line?.kind == .supply ? line?.daysSupplied ?? 0 : 0 }

  /// A break that ended within the month before this charge began.
  private var lastBreak: RentalBreak? {
    guard let month = charge.rentalMonth, month > 1 else { return nil }
    let from = charge.serviceFrom.adding(months: -1)
    return rental?.breaks.last { stay in
      guard let through = stay.through else { return false }
      return through >= from && through <= charge.serviceFrom
    }
  }

  /// A month of supplies; a package for 31 days is still one.
  private static let daysOfMonth = 31

  /// As people write it on claims: MM/DD/YY.
  private static func short(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.components
    return "\(two(month))/\(two(dayOfMonth))/\(two(year % 100))"
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}

extension Charge {
  /// The charge with the words that its line needs, as far as its facts give them.
  package func narrated(line: OrderLine?, item: CatalogItem?, rental: Rental?) -> Charge {
    let narrative = Narrative(charge: self, line: line, item: item, rental: rental)
    guard !narrative.reasons.isEmpty else { return self }
    var told = self
    told.narrative = narrative.text
    return told
  }
}
