/// What is asked about a claim or a charge: an authorization by the office, records by a payer.
package enum RequestKind: String, Sendable, CaseIterable {
  case authorization
  case documents
}

/// How far a request has come.
package enum RequestState: String, Sendable, CaseIterable {
  /// Asked, and nothing more.
  case open
  /// The records went out.
  case sent
  /// The authorization came, or was refused.
  case obtained, refused
  /// What the reviewer of the records found.
  case accepted, partly, denied
}

/// The request for an authorization.
package struct AuthorizationRequest: Hashable, Sendable {
  /// Number of the request or of the call; may be empty.
  package var reference: String
  /// Nil where only its result is known.
  package var askedOn: Day?
  /// `open`, `obtained` or `refused`.
  package var state: RequestState
  /// When the result came; nil while it is open.
  package var resultOn: Day?
  /// What was authorized; nil unless it was obtained.
  package var grant: AuthorizationGrant?

  package init(
    reference: String, askedOn: Day?, state: RequestState, resultOn: Day? = nil,
    grant: AuthorizationGrant? = nil
  ) {
    self.reference = reference
    self.askedOn = askedOn
    self.state = state
    self.resultOn = resultOn
    self.grant = grant
  }
}

extension AuthorizationGrant {
  /// Whether it speaks of any of these lines on their day of service, as far as it says.
  package func covers(_ lines: [ClaimLine]) -> Bool {
    lines.contains { line in
      (codes.isEmpty || codes.contains(line.procedure.code))
        && valid.contains(line.serviceFrom)
    }
  }
}
