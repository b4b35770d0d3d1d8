package import Billing

/// That a person saw something of people's data: what the journal of looks keeps of it.
///
/// It names subjects by kind and number, never people.
package struct Look: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The page of one subject.
    case opened
    /// Rows of many.
    case listed
    case searched
    /// Given out in a form that another program reads.
    case exported
    /// No look: a line that a crash left unfinished was taken away, of so many bytes.
    case mended
  }

  package var kind: Kind
  /// `claim 12`, or what was listed: `holds`.
  package var subject: String
  /// The number by which people know it: a control, order or trace number; foreign text.
  package var reference: String
  /// How many rows were shown.
  package var rows: Int

  package init(_ kind: Kind, _ subject: String, reference: String = "", rows: Int = 1) {
    self.kind = kind
    self.subject = subject
    self.reference = reference
    self.rows = rows
  }

  /// The page of a piece of work.
  package init(_ subject: WorkSubject, reference: String) {
    self.init(.opened, Self.name(subject), reference: reference)
  }

  /// What a search found: the first subjects of it, since what was typed may be a name.
  package init(found results: SearchResults) {
    let named = results.rows.prefix(20).map { row in
      switch row.subject {
      case .patient(let patient): "patient \(patient.rawValue)"
      case .work(let subject): Self.name(subject)
      }
    }
    self.init(.searched, named.joined(separator: ", "), rows: results.rows.count)
  }

  private static func name(_ subject: WorkSubject) -> String { "\(subject.kind) \(subject.key)" }
}

extension ItemDetail {
  /// The look at this page.
  package var look: Look { Look(item.subject, reference: row.reference) }
}

extension ClaimPage {
  /// The look at this page.
  package var look: Look { Look(.claim(detail.claim.id), reference: detail.claim.controlNumber) }
}

extension OrderDetail {
  /// The look at this page.
  package var look: Look { Look(.order(order.id), reference: order.number) }
}

extension RemittanceDetail {
  /// The look at this page.
  package var look: Look { Look(.remittance(row.id), reference: row.traceNumber) }
}
