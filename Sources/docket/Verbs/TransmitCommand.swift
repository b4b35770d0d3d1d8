import ArgumentParser

/// `docket transmit`: what is ready to go out, and what went.
struct TransmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transmit", abstract: "Send batches of claims, and see what answered them.",
    discussion: "Without a subcommand the board is shown.",
    subcommands: [
      TransmitBoardCommand.self, TransmitSendCommand.self, TransmitBatchesCommand.self,
      TransmitShowCommand.self, TransmitEligibilityCommand.self, TransmitRewriteCommand.self,
      TransmitArrivedCommand.self, TransmitAfterRestoreCommand.self,
    ], defaultSubcommand: TransmitBoardCommand.self)
}
