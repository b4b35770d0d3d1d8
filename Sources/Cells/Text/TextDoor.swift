/// The check behind ``SafeText``: what may be shown, scalar by scalar.
enum TextDoor {
  /// What stands where something was dropped.
  static let mark: Unicode.Scalar = "\u{FFFD}"
  /// More marks than this on one letter are an attempt to draw over other rows.
  static let maximumMarks = 4

  private enum Verdict { case show, space, combine, drop, skip }

  /// Whether nothing would be dropped or replaced; true of nearly every text.
  static func passesUnchanged(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Latin, dashes and quotes, lines and blocks, Chinese, Korean: checked once, here.
      case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x2500...0x25FF,
        0x4E00...0x9FFC, 0xAC00...0xD7A3:
        true
      case 0..<0xA1: false
      default: judge(scalar, after: " ") == .show
      }
    }
  }

  static func admit(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var marksOnBase = 0
    var hasBase = false
    var previous: Unicode.Scalar = " "
    var lastWasMark = false
    for scalar in text.unicodeScalars {
      let verdict = judge(scalar, after: previous)
      defer { previous = scalar }
      switch verdict {
      case .show:
        result.append(scalar)
        (hasBase, marksOnBase, lastWasMark) = (true, 0, false)
      case .space:
        // CR LF is one line end.
        if scalar != "\n" || previous != "\r" { result.append(" ") }
        (hasBase, lastWasMark) = (false, false)
      case .combine where hasBase && marksOnBase < maximumMarks:
        result.append(scalar)
        marksOnBase += 1
      case .skip: break
      case .combine, .drop:
        if !lastWasMark { result.append(mark) }
        (hasBase, lastWasMark) = (false, true)
      }
    }
    return String(result)
  }

  private static func judge(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Verdict {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300: return .show
    case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: return .space
    case 0..<0x20, 0x7F..<0xA0: return .drop
    // A choice between text and emoji form says nothing; terminals disagree on its width.
    case 0xFE0E...0xFE0F where previous.value > 0x7F && previous.properties.isEmoji: return .skip
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return .drop }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return .drop
    case .lineSeparator, .paragraphSeparator: return .space
    case .spaceSeparator: return value == 0x3000 ? .show : .space
    default: return TextWidth.isCombining(value) ? .combine : .show
    }
  }
}

extension TextDoor {
  /// Whether a character passes unchanged, so that it may be typed into a field.
  static func admits(_ character: Character) -> Bool {
    let text = String(character)
    return SafeText.isPrintableASCII(text) || admit(text) == text && TextWidth.of(character) > 0
  }
}
