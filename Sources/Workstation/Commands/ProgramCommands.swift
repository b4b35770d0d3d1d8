import Cells

extension CommandCatalogue {
  /// Going places.
  static let places: [Command] = [
    Command(
      .home, "Home", help: "Goes to the queues and the day's numbers.",
      keys: [[.character("g"), .character("h")]], synonyms: ["overview", "dashboard"]),
    Command(
      .queue, "Queue", help: "Opens a queue by name.", argument: "NAME",
      synonyms: ["rejections", "denials", "cash posting", "follow-up", "credit balances"]),
    Command(
      .remittances, "Remittances", help: "Lists what payers sent, with what posted and what waits.",
      keys: [[.character("g"), .character("r")]], synonyms: ["835", "era", "payments", "checks"]),
    Command(
      .imports, "Imports", help: "Lists the files read in and what was wrong with them.",
      keys: [[.character("g"), .character("i")]], synonyms: ["files", "999", "277ca", "837"]),
    Command(
      .activity, "Activity",
      help: "Lists who did what, newest first: all of it, or of one biller or one day.",
      argument: "USER, me, DATE or today", keys: [[.character("g"), .character("a")]],
      synonyms: ["journal", "audit", "history", "log"]),
    Command(
      .messages, "Messages", help: "Lists everything this program said since it was started.",
      keys: [[.character("g"), .character("m")]], synonyms: ["log", "errors"]),
    Command(
      .go, "Go to a claim",
      help: "Opens what has this number: a claim, an order, a trace number; lists several.",
      argument: "NUMBER or NAME", synonyms: ["find", "jump"]),
    Command(
      .search, "Search everything",
      help:
        "Lists claims, patients, member ids, orders and remittances, also paid and closed ones.",
      argument: "NUMBER or NAME",
      synonyms: ["find", "look up", "patient", "member", "closed", "paid"]),
    Command(
      .importFiles, "Import files",
      help: "Reads 837P, 999, 277CA, 835 and CSV files; says what each did.", argument: "PATH...",
      synonyms: ["load", "835", "read"]),
  ]

  /// The program itself.
  static let program: [Command] = [
    Command(
      .help, "Help", help: "Lists every key and command; type to search, Enter runs one.",
      keys: [key("?"), [.function(1)]], hint: "help", order: 95, synonyms: ["keys", "manual"]),
    Command(
      .palette, "Command palette", help: "Finds any command by a few letters.",
      keys: [[.control("p")]], hint: "palette", order: 94, synonyms: ["commands", "find"]),
    Command(
      .commandLine, "Command line", help: "Takes a command by its name: :defer 3d, :go 26463774.",
      keys: [key(":")], synonyms: ["prompt", "ex"]),
    Command(
      .reload, "Read again", help: "Reads what is on the screen again; normally not needed.",
      keys: [[.function(5)]], synonyms: ["refresh"]),
    Command(
      .redraw, "Draw again", help: "Draws every character of the screen again.",
      keys: [[.control("l")]], synonyms: ["repaint", "clear"]),
    Command(
      .mask, "Cover names and numbers",
      help: "Covers names and identifiers at once, or shows them.",
      keys: [[.control("x")]], synonyms: ["privacy", "hide", "phi"]),
    Command(
      .lock, "Cover the screen", help: "Covers all patient data until the next key.",
      synonyms: ["privacy", "away", "blank"]),
    Command(
      .theme, "Theme", help: "Changes the colours.", argument: "NAME",
      synonyms: ["colors", "dark", "light", "contrast"]),
    Command(
      .suspend, "Suspend", help: "Goes back to the shell; fg brings the program back.",
      keys: [[.control("z")]], synonyms: ["shell", "background"]),
    Command(
      .cancel, "Stop what is running",
      help: "Stops what is running; given again, offers to quit. What you typed is kept.",
      keys: [[.control("c")]], synonyms: ["interrupt", "abort"]),
    Command(
      .quit, "Quit", help: "Ends the program; gives back the items you hold.",
      synonyms: ["exit", "leave"]),
  ]
}
