extension QueueName {
  /// Whether its items are money that a payer owes or will owe, and that a limit can take away.
  package var isBilled: Bool {
    switch self {
    case .orderConfirmation, .holds, .transmission, .rejections, .denials, .followUp: true
    case .creditBalances, .cashPosting, .patientBalances, .special: false
    }
  }

  /// Whether its claims are with their payer: what is not lost soon is to be chased there.
  package var isWithPayer: Bool { self == .denials || self == .followUp }
}
