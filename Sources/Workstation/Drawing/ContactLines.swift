import Billing
import Cells
import Desk

/// Who is asked about a piece of work, and what they ask back: birth date, numbers, telephone, fax.
struct ContactLines {
  var contacts: Contacts
  /// The patient's number with the payer; empty where it is not known here.
  var memberID: String
  var privacy: Privacy
  var width: Int

  func lines() -> [StyledText] {
    var pairs: [(SafeText, SafeText)] = []
    if let patient = contacts.patient {
      var parts: [SafeText] = [privacy.person(patient.listName)]
      if let born = patient.birthDate {
        parts.append("born \(privacy.identifier(born.description))")
      }
      if !memberID.isEmpty { parts.append("member \(privacy.identifier(memberID))") }
      if !patient.phone.isEmpty { parts.append("telephone \(privacy.identifier(patient.phone))") }
      pairs.append(("Patient", parts.joined(separator: ", ")))
    }
    let prescriber = ContactLines.words(contacts.prescriber, privacy: privacy)
    if !prescriber.isEmpty { pairs.append(("Prescriber", prescriber)) }
    let label = pairs.map(\.0.columns).max() ?? 0
    return pairs.flatMap { name, value in
      Paragraph(
        [
          StyledText("  ") + StyledText(name, .muted)
            + StyledText(SafeText(glyph: " ", count: label - name.columns + 2))
            + StyledText(value)
        ], hanging: label + 4
      ).wrapped(width: width)
    }
  }

  /// A prescriber with the numbers under which the practice is reached; empty for none.
  static func words(_ prescriber: Prescriber?, privacy: Privacy) -> SafeText {
    guard let prescriber else { return .empty }
    var parts: [SafeText] = [SafeText(foreign: prescriber.listName)]
    if !prescriber.phone.isEmpty {
      parts.append("telephone \(privacy.identifier(prescriber.phone))")
    }
    if !prescriber.fax.isEmpty { parts.append("fax \(privacy.identifier(prescriber.fax))") }
    return parts.joined(separator: ", ")
  }
}

extension DecisionVerb {
  /// Whether somebody is called or written to for it, who asks whom it is about.
  var asksSomebody: Bool {
    switch self {
    case .calledPayer, .checkedPortal, .requestDocuments, .contactPatient, .checkEligibility: true
    default: false
    }
  }
}
