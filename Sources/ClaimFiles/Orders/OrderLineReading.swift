import Billing

extension OrderReading {
  /// The item of a row; nil where something without which there is no item is missing or wrong.
  static func line(
    _ cells: OrderCells, place: Int, _ found: inout CellProblems
  ) -> OrderLine? {
    for key in OrderColumns.requiredOfLine where cells[key].isEmpty {
      found.add("is missing.", in: cells, key)
    }
    let number = found.read(cells, .lineNumber, as: CellReading.whole) ?? place
    if number == 0 {
      found.add("Items are counted from 1.", in: cells, .field(.lineNumber))
    }
    let item = found.read(cells, .hcpcs, as: WrittenOut.item)
    let modifiers = modifiers(cells, behind: item?.modifiers ?? [], &found)
    let days = found.read(cells, .daysSupplied, as: CellReading.whole)
    let kind = found.read(cells, .kind, as: CellWords.kind)
    let delivered = found.read(cells, .deliveredQuantity, as: CellReading.whole)
    let prescribed = found.read(cells, .prescribedQuantity, as: CellReading.whole)
    let charge = found.read(cells, .unitCharge, as: CellReading.cents)
    let month = found.read(cells, .firstRentalMonth, as: CellReading.whole)
    let pointers = found.read(cells, .diagnosisPointers) { (text) throws(CellError) -> [Int] in
      var pointers: [Int] = []
      for piece in CellReading.list(text) { pointers.append(try pointer(piece)) }
      return pointers
    }
    guard let code = item?.code, let delivered, let charge else { return nil }
    return OrderLine(
      number: number, kind: kind ?? derivedKind(modifiers: modifiers, days: days),
      procedure: ProcedureCode(code, modifiers), description: cells[.description],
      prescribedUnits: prescribed ?? delivered, deliveredUnits: delivered,
      serialNumber: cells[.serialNumber], daysSupplied: days == 0 ? nil : days, unitCharge: charge,
      firstRentalMonth: month ?? 1, authorizationNumber: cells[.authorizationNumber],
      narrative: cells[.narrative], diagnosisPointers: pointers ?? [])
  }

  private static func modifiers(
    _ cells: OrderCells, behind code: [String], _ found: inout CellProblems
  ) -> [String] {
    var all = code + (found.read(cells, .modifiers, as: CellReading.modifiers) ?? [])
    for field in [OrderField.modifier1, .modifier2, .modifier3, .modifier4] {
      all += found.read(cells, field, as: CellReading.modifiers) ?? []
    }
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// How a line is paid for, where nobody said: by its pricing modifier.
  static func derivedKind(modifiers: [String], days: Int?) -> LineKind {
    for modifier in modifiers {
      switch modifier {
      case "RR", "KR", "LL", "KH", "KI", "KJ": return .rental
      case "MS": return .service
      default: continue
      }
    }
    if let days, days > 0 { return .supply }
    return .purchase
  }

  /// `2`, or the letter `B` as on paper claims (form CMS-1500, item 24E).
  private static func pointer(_ text: String) throws(CellError) -> Int {
    if text.utf8.count == 1, let letter = text.utf8.first,
      (UInt8(ascii: "A")...UInt8(ascii: "L")).contains(letter)
    {
      return Int(letter - UInt8(ascii: "A")) + 1
    }
    let number = try CellReading.whole(text)
    guard (1...12).contains(number) else { throw CellError("points to no diagnosis from 1 to 12") }
    return number
  }

  /// The authorization that a row names, for the code of that row.
  static func authorization(
    _ cells: OrderCells, _ found: inout CellProblems
  ) -> DocumentDraft? {
    let from = found.read(cells, .authorizationFrom, as: CellReading.day)
    let through = found.read(cells, .authorizationThrough, as: CellReading.day)
    let units = found.read(cells, .authorizationUnits, as: CellReading.whole)
    guard !cells[.authorizationNumber].isEmpty else {
      if from != nil || through != nil || units != nil {
        found.add(
          "is missing, though other cells tell of an authorization.", in: cells,
          .field(.authorizationNumber))
      }
      return nil
    }
    return DocumentDraft(
      kind: .authorization, valid: Validity(from: from, through: through),
      codes: [CellReading.capitals(cells[.hcpcs])], number: cells[.authorizationNumber],
      unitsGranted: units)
  }
}
