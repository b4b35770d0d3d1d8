import ArgumentParser
import Billing
import Cells
import Database
import Operations

/// Turns whatever ended a verb into one line on standard error and an exit status.
enum ErrorReport {
  /// - Returns: 0 when help or the version was asked for, 1 when the verb was refused or found
  ///   problems, 2 for wrong usage.
  static func tell(_ error: any Error) -> Int32 {
    switch error {
    case is ProblemsFound: return 1
    case let status as WorkstationEnd: return status.exitStatus
    case let failure as CommandFailure: Complaint.say(failure.message)
    case let failure as DatabaseFailure: Complaint.say(SafeText(foreign: failure.message))
    case let refusal as Refusal: Complaint.say(refusal.words)
    default: return tellParser(error)
    }
    return 1
  }

  private static func tellParser(_ error: any Error) -> Int32 {
    let text = DocketCommand.message(for: error)
    switch DocketCommand.exitCode(for: error) {
    case .success:
      do throws(CommandFailure) {
        // Help, the version and completion scripts are the program's own words.
        var output = Output()
        try output.begin(text + "\n")
        try output.finish()
        return 0
      } catch {
        Complaint.say(error.message)
        return 1
      }
    case .validationFailure:
      let words = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      Complaint.say("\(foreign: words); see docket help")
      return 2
    default:
      Complaint.say(SafeText(foreign: text))
      return 1
    }
  }
}

extension Refusal {
  /// The refusal, after the name of the field that is wrong where it is one.
  var words: SafeText {
    let name: SafeText = field.map { "\(foreign: $0.rawValue): " } ?? ""
    return name + SafeText(foreign: message)
  }
}

/// The workstation ended because of a signal or a lost terminal.
struct WorkstationEnd: Error {
  let exitStatus: Int32
}
