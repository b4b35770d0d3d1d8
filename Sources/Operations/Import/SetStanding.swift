import Billing
import Store
import X12

/// Whether a set may be taken as the ordinary business of this office, and why not.
struct SetStanding {
  let office: Office

  /// Why nothing of a set is taken; nil for one that is read on.
  func refusal(of set: TransactionSetEnvelope, in file: X12File) -> String? {
    if let refusal = refusal(ofUsage: set.usage) {
      return "set \(set.code) \(set.control) " + refusal
    }
    switch set.code {
    case "837": return claims(set, file)
    case "835": return isKnown(set, ["X221", "X091"]) ? nil : unknown(set, "835", "005010X221A1")
    default: return nil
    }
  }

  /// Why nothing of an interchange with this ISA15 is taken.
  func refusal(ofUsage usage: String) -> String? {
    guard usage == "T", office.rules.supplier?.isTest != true else { return nil }
    return "is test data (ISA15 = T), and this office is no test office: nothing of it was applied"
  }

  /// Whether production data comes into an office that is marked as a test; in a sample both are
  /// ordinary, since nothing in it exists.
  func isProductionInTest(_ set: TransactionSetEnvelope) -> Bool {
    set.usage == "P" && office.rules.supplier?.isTest == true && !office.rules.isOfSample
  }

  private func claims(_ set: TransactionSetEnvelope, _ file: X12File) -> String? {
    if set.guide.contains("X291") {
      return "this 837 is a predetermination (\(set.guide)): a question, no claim; nothing of it "
        + "was applied"
    }
    let isReporting = set.guide.contains("X298")
    if isReporting || Transmission837P.header(of: set, in: file).kind == "RP" {
      return "this 837 reports encounters (\(isReporting ? set.guide : "BHT06 = RP")), no claims "
        + "that are owed; nothing of it was applied"
    }
    // What is institutional or dental says so when it is read.
    return isKnown(set, ["X222", "X098", "X223", "X096", "X224", "X097"])
      ? nil : unknown(set, "837", "005010X222A1")
  }

  private func isKnown(_ set: TransactionSetEnvelope, _ guides: [String]) -> Bool {
    set.guide.isEmpty || guides.contains { set.guide.contains($0) }
  }

  private func unknown(_ set: TransactionSetEnvelope, _ code: String, _ usual: String) -> String {
    "this \(code) follows the guide \(set.guide), which is not known here (\(usual) is); nothing of "
      + "it was applied"
  }
}
