import ArgumentParser
import CursesTerminal
import Foundation

/// How the screen is wanted, for the verbs that open it.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "For screen readers: no boxes, no pictures, one announcement line.") var plain = false
  @Flag(help: "Draw with ASCII characters only.") var ascii = false
  @Option(help: "Colour: \(ColorChoice.allValueStrings.joined(separator: ", ")).")
  var color: ColorChoice?
  @Option(help: "The theme; docket theme list names them.") var theme: String?
}

extension ColorChoice: ExpressibleByArgument {}

extension ScreenOptions {
  /// The person's settings with what the command line and the environment say laid over them.
  func applied(
    to settings: PersonalSettings,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> PersonalSettings {
    var settings = settings
    let asked = environment["DOCKET_PLAIN"] ?? ""
    settings.isPlain = plain || settings.isPlain || !(asked.isEmpty || asked == "0")
    settings.isASCII = ascii || settings.isASCII
    settings.theme = theme ?? settings.theme
    return settings
  }
}
