/// The lines of each month (domain reference 7.4 to 7.9).
extension Therapy {
  /// What is billed in a month, counted from 0; nothing where the month brings no claim.
  ///
  /// `choice` is the patient's own constant number, which keeps mask and equipment the same.
  func lines(month: Int, choice: Int) -> [SampleLine] {
    switch self {
    case .positiveAirwayPressure: airwayPressure(month, choice)
    case .bilevel: bilevel(month, choice)
    case .oxygen: oxygen(month, choice)
    case .nebulizer: nebulizer(month, choice)
    case .hospitalBed: hospitalBed(month, choice)
    case .wheelchair: wheelchair(month, choice)
    case .powerWheelchair: [cappedRental("K0823", month, kx: true, later: 40)]
    case .walkingAid, .commode, .orthosis, .repair: once(choice)
    case .catheters: catheters(choice)
    case .ostomy:
      month % 2 == 0
        ? [SampleLine("A4407", [], units: 20), SampleLine("A4424", [], units: 20)] : []
    case .glucoseStrips: glucoseStrips(month, choice)
    case .glucoseMonitor: glucoseMonitor(month)
    case .enteral: enteral(month, choice)
    case .woundCare: woundCare(choice)
    case .negativePressure:
      [
        cappedRental("E2402", month, kx: false), SampleLine("A6550", [], units: 13),
        SampleLine("A7000", [], units: 4),
      ]
    case .ventilator: [SampleLine("E0466", ["RR"])]
    }
  }

  /// A capped rental: KH, KI, KJ by month, at three quarters of the price from month 4 on.
  private func cappedRental(
    _ code: String, _ month: Int, kx: Bool, later percent: Int = 75
  ) -> SampleLine {
    let place = month == 0 ? "KH" : month < 3 ? "KI" : "KJ"
    return SampleLine(
      code, ["RR", place] + (kx ? ["KX"] : []), percent: month < 3 ? 100 : percent)
  }

  private func mask(_ choice: Int) -> [SampleLine] {
    switch choice % 3 {
    case 0: [SampleLine("A7030", ["NU", "KX"]), SampleLine("A7035", ["NU", "KX"])]
    case 1: [SampleLine("A7034", ["NU", "KX"]), SampleLine("A7032", ["NU", "KX"], units: 2)]
    default: [SampleLine("A7034", ["NU", "KX"]), SampleLine("A7033", ["NU", "KX"], units: 2)]
    }
  }

  private func airwayPressure(_ month: Int, _ choice: Int) -> [SampleLine] {
    var lines: [SampleLine] = []
    if month < 13 { lines.append(cappedRental("E0601", month, kx: true)) }
    if month == 0 { lines.append(SampleLine("E0562", ["NU", "KX"])) }
    guard month % 3 == 0 else { return lines }
    lines += mask(choice)
    lines.append(SampleLine(choice % 2 == 0 ? "A4604" : "A7037", ["NU", "KX"]))
    if month > 0 {
      lines.append(
        SampleLine(
          "A7038", ["NU", "KX"], units: 6, note: "90 DAY SUPPLY, PATIENT REQUESTED REFILL"))
    }
    return lines
  }

  private func bilevel(_ month: Int, _ choice: Int) -> [SampleLine] {
    var lines = [cappedRental(choice % 3 == 0 ? "E0471" : "E0470", month, kx: true)]
    if month == 0 { lines += [SampleLine("E0562", ["NU", "KX"])] }
    if month % 3 == 0 { lines += mask(choice) }
    return lines
  }

  private func oxygen(_ month: Int, _ choice: Int) -> [SampleLine] {
    if month >= 36 {
      return choice % 3 == 0 ? [SampleLine("E0443", [])] : []
    }
    let group = choice % 9 == 0 ? "N2" : "N1"
    var lines = [SampleLine("E1390", ["RR", group])]
    if choice % 4 != 3 {
      lines.append(SampleLine(choice % 2 == 0 ? "E1392" : "E0431", ["RR", group]))
    }
    return lines
  }

  private func nebulizer(_ month: Int, _ choice: Int) -> [SampleLine] {
    var lines = [cappedRental("E0570", month, kx: true)]
    if choice % 2 == 0 {
      lines.append(SampleLine("J7613", ["KO"], units: 120 * 3))
    } else {
      lines.append(SampleLine("J7620", ["KO"], units: 120))
    }
    if choice % 5 == 0 { lines.append(SampleLine("J7626", ["KO"], units: 60)) }
    lines.append(SampleLine("Q0513", []))
    if month % 2 == 0 { lines.append(SampleLine("A7003", ["NU", "KX"], units: 2)) }
    return lines
  }

  private func hospitalBed(_ month: Int, _ choice: Int) -> [SampleLine] {
    var lines = [cappedRental("E0260", month, kx: true)]
    switch choice % 4 {
    case 0: lines.append(cappedRental("E0277", month, kx: true))
    case 1: lines.append(cappedRental("E0910", month, kx: false))
    case 2 where month == 0: lines.append(SampleLine("E0185", ["NU", "KX"]))
    default: break
    }
    return lines
  }

  private func wheelchair(_ month: Int, _ choice: Int) -> [SampleLine] {
    let code = ["K0001", "K0001", "K0003", "K0004"][choice % 4]
    var lines = [cappedRental(code, month, kx: true)]
    if choice % 2 == 0 { lines.append(cappedRental("K0195", month, kx: true)) }
    if month == 0 {
      lines.append(SampleLine(choice % 3 == 0 ? "E2603" : "E2601", ["NU", "KX"]))
      if choice % 5 == 0 { lines.append(SampleLine("E0973", ["NU", "KX"])) }
    }
    return lines
  }

  private func once(_ choice: Int) -> [SampleLine] {
    switch self {
    case .walkingAid:
      choice % 4 == 0
        ? [SampleLine("E0149", ["NU", "KX"])]
        : [SampleLine("E0143", ["NU"])] + (choice % 3 == 0 ? [SampleLine("E0156", ["NU"])] : [])
    case .commode:
      [SampleLine(choice % 4 == 0 ? "E0168" : "E0163", ["NU"])]
        + (choice % 17 == 0 ? [SampleLine("E0240", ["GY"])] : [])
    case .orthosis:
      switch choice % 4 {
      case 0: [SampleLine("L0650", ["CG"])]
      case 1: [SampleLine("L1833", ["KX", choice % 8 == 1 ? "RT" : "LT"])]
      case 2: [SampleLine("L4361", [choice % 8 == 2 ? "RT" : "LT"])]
      default: [SampleLine("L3908", ["RT"]), SampleLine("L3908", ["LT"])]
      }
    default:
      [
        SampleLine(
          "K0739", ["RB"], units: 2 + choice % 5,
          note: "BENE OWNED K0001 PURCHASED 04/2022, REPAIR LABOR"),
        SampleLine("E1399", ["RB"], note: "CASTER FORK, MAKE MOCK MODEL M1, MSRP 175"),
      ]
    }
  }

  private func catheters(_ choice: Int) -> [SampleLine] {
    switch choice % 4 {
    case 0: [SampleLine("A4353", [], units: 150)]
    case 1: [SampleLine("A4352", ["KX"], units: 120)]
    case 2: [SampleLine("A4351", [], units: 200)]
    default:
      [
        SampleLine("A4349", [], units: 35), SampleLine("A4357", [], units: 2),
        SampleLine("A4358", [], units: 2),
      ]
    }
  }

  private func glucoseStrips(_ month: Int, _ choice: Int) -> [SampleLine] {
    guard month % 3 == 0 else { return [] }
    let insulin = choice % 2 == 1
    let lines = [
      SampleLine("A4253", [insulin ? "KX" : "KS"], units: insulin ? 6 : 2, days: 90),
      SampleLine("A4259", [insulin ? "KX" : "KS"], units: insulin ? 3 : 1, days: 90),
    ]
    return month == 0 ? [SampleLine("E0607", ["NU", insulin ? "KX" : "KS"])] + lines : lines
  }

  private func glucoseMonitor(_ month: Int) -> [SampleLine] {
    let supplies = SampleLine("A4239", ["KX", "CG"])
    return month == 0 ? [SampleLine("E2103", ["NU", "KX", "CG"]), supplies] : [supplies]
  }

  private func enteral(_ month: Int, _ choice: Int) -> [SampleLine] {
    var lines = [
      SampleLine("B4035", ["BA"], units: 30, days: 30),
      SampleLine(choice % 3 == 0 ? "B4154" : "B4150", ["BA"], units: 450, days: 30),
    ]
    if month < 15 {
      lines.append(cappedRental("B9002", month, kx: false, later: 100))
    }
    if month == 0 { lines.append(SampleLine("E0776", ["NU", "BA"])) }
    return lines
  }

  private func woundCare(_ choice: Int) -> [SampleLine] {
    let wounds = "A" + String(1 + choice % 3)
    switch choice % 3 {
    case 0:
      return [SampleLine("A6212", [wounds], units: 12), SampleLine("A6196", [wounds], units: 30)]
    case 1: return [SampleLine("A6021", [wounds], units: 12)]
    default: return [SampleLine("A6212", [wounds], units: 15)]
    }
  }
}
