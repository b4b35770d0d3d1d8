// Nearest colours and contrast.

extension Color {
  /// What xterm shows for the sixteen named colours.
  private static let sixteen: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  private static let cubeSteps: [Int] = [0, 95, 135, 175, 215, 255]

  /// Red, green and blue of 0 to 255; nil for the terminal's own colour.
  package var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .default: return nil
    case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
    case .indexed(let index) where index < 16:
      let value = Int(Color.sixteen[Int(index)])
      return (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    case .indexed(let index) where index < 232:
      let cube = Int(index) - 16
      return (
        Color.cubeSteps[cube / 36], Color.cubeSteps[cube / 6 % 6], Color.cubeSteps[cube % 6]
      )
    case .indexed(let index):
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
  }

  /// The nearest colour of a terminal with that many; nil when it has none.
  package func reduced(to depth: ColorDepth) -> Color? {
    switch (depth, self) {
    case (.none, _): nil
    case (_, .default), (.trueColor, _), (.indexed256, .indexed): self
    case (.indexed256, .rgb): nearest(among: 16...255)
    case (.sixteen, .indexed(let index)) where index < 16: self
    case (.sixteen, _): nearest(among: 0...15)
    }
  }

  private func nearest(among candidates: ClosedRange<UInt8>) -> Color {
    guard let own = components else { return self }
    var best = candidates.lowerBound
    var smallest = Int.max
    for candidate in candidates {
      guard let other = Color.indexed(candidate).components else { continue }
      let (red, green, blue) = (
        own.red - other.red, own.green - other.green, own.blue - other.blue
      )
      // The eye sees green best and blue least.
      let distance = 3 * red * red + 4 * green * green + 2 * blue * blue
      if distance < smallest { (smallest, best) = (distance, candidate) }
    }
    return .indexed(best)
  }

  /// Relative luminance of WCAG 2, 0 for black to 1 for white; nil for the terminal's own colour.
  package var luminance: Double? {
    guard let (red, green, blue) = components else { return nil }
    return 0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  /// The contrast ratio of WCAG 2, 1 to 21; nil when either is the terminal's own colour.
  package static func contrast(_ one: Color, _ other: Color) -> Double? {
    guard let first = one.luminance, let second = other.luminance else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The sRGB transfer function, with the power of 2.4 as a square times a fifth root.
  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = base
    for _ in 0..<20 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
