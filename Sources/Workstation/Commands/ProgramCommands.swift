import Cells

extension CommandCatalogue {
  /// What leads to a place that is no screen of its own.
  static let places: [Command] = [
    Command(
      .importFiles, "Import files",
      help: "Reads 837P, 999, 277CA, 835 and CSV files; says what each did.", argument: "PATH...",
      synonyms: ["load", "835", "read"],
      run: { $0.importFiles($1.argument) })
  ]

  /// The program itself.
  static let program: [Command] = [
    Command(
      .help, "Help", help: "Lists every key and command; type to search, Enter runs one.",
      keys: [key("?"), [.function(1)]], hint: "help", order: 95, synonyms: ["keys", "manual"],
      run: { workstation, _ in workstation.overlays.append(HelpOverlay()) }),
    Command(
      .palette, "Command palette", help: "Finds any command by a few letters.",
      keys: [[.control("p")]], hint: "palette", order: 94, synonyms: ["commands", "find"],
      run: { workstation, _ in workstation.overlays.append(PaletteOverlay()) }),
    Command(
      .commandLine, "Command line", help: "Takes a command by its name: :defer 3d, :go 26463774.",
      keys: [key(":")], synonyms: ["prompt", "ex"],
      run: { workstation, _ in workstation.overlays.append(CommandLine()) }),
    Command(
      .reload, "Read again", help: "Reads what is on the screen again; normally not needed.",
      keys: [[.function(5)]], synonyms: ["refresh"],
      run: { workstation, _ in workstation.reloadVisible() }),
    Command(
      .redraw, "Draw again", help: "Draws every character of the screen again.",
      keys: [[.control("l")]], synonyms: ["repaint", "clear"],
      run: { workstation, _ in workstation.shell.effects.append(.redraw) }),
    Command(
      .mask, "Cover names and numbers",
      help: "Covers names and identifiers at once, or shows them.",
      keys: [[.control("x")]], synonyms: ["privacy", "hide", "phi"],
      run: { workstation, _ in workstation.toggleMask() }),
    Command(
      .lock, "Cover the screen", help: "Covers all patient data until the next key.",
      synonyms: ["privacy", "away", "blank"],
      run: { workstation, _ in workstation.seat.isLocked = true }),
    Command(
      .theme, "Theme", help: "Changes the colours.", argument: "NAME",
      synonyms: ["colors", "dark", "light", "contrast"],
      run: { $0.chooseTheme($1.argument) }),
    Command(
      .suspend, "Suspend", help: "Goes back to the shell; fg brings the program back.",
      keys: [[.control("z")]], synonyms: ["shell", "background"],
      run: { workstation, _ in workstation.shell.effects.append(.suspend) }),
    Command(
      .cancel, "Stop what is running",
      help: "Stops what is running; given again, offers to quit. What you typed is kept.",
      keys: [[.control("c")]], synonyms: ["interrupt", "abort"],
      run: { workstation, _ in workstation.cancel() }),
    Command(
      .quit, "Quit", help: "Ends the program; gives back the items you hold.",
      synonyms: ["exit", "leave"],
      run: { workstation, _ in workstation.quit() }),
  ]
}
