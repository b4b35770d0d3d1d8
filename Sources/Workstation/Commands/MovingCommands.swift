import Cells

extension CommandCatalogue {
  /// Moving about: none of these changes anything.
  static let moving: [Command] = [
    Command(
      .moveDown, "Down", help: "Moves the cursor, or the text of the pane, one row down.",
      keys: [key("j"), [.down]], synonyms: ["next row"],
      run: { workstation, _ in workstation.move(.by(1)) }),
    Command(
      .moveUp, "Up", help: "Moves the cursor, or the text of the pane, one row up.",
      keys: [key("k"), [.up]], synonyms: ["previous row"],
      run: { workstation, _ in workstation.move(.by(-1)) }),
    Command(
      .halfPageDown, "Half a page down", help: "Moves half a screen down.", keys: [[.control("d")]],
      run: { workstation, _ in workstation.move(.half(1)) }),
    Command(
      .halfPageUp, "Half a page up", help: "Moves half a screen up.", keys: [[.control("u")]],
      run: { workstation, _ in workstation.move(.half(-1)) }),
    Command(
      .pageDown, "Page down", help: "Moves a screen down.", keys: [[.pageDown]],
      run: { workstation, _ in workstation.move(.page(1)) }),
    Command(
      .pageUp, "Page up", help: "Moves a screen up.", keys: [[.pageUp]],
      run: { workstation, _ in workstation.move(.page(-1)) }),
    Command(
      .top, "To the top", help: "Moves to the first row. g is also the first key of the places.",
      keys: [key("g"), [.home], [.character("g"), .character("g")]], synonyms: ["first", "begin"],
      run: { workstation, _ in workstation.move(.first) }),
    Command(
      .bottom, "To the bottom", help: "Moves to the last row.", keys: [key("G"), [.end]],
      synonyms: ["last", "end"],
      run: { workstation, _ in workstation.move(.last) }),
    Command(
      .scrollLeft, "Columns to the left", help: "Scrolls the columns of a list to the left.",
      in: .having(.columns), keys: [key("h"), [.left]],
      run: Command.onTop { screen, _ in screen.scrollColumns(by: -1) }),
    Command(
      .scrollRight, "Columns to the right",
      help: "Scrolls the columns of a list to the right; the first one stays.",
      in: .having(.columns), keys: [key("l"), [.right]],
      run: Command.onTop { screen, _ in screen.scrollColumns(by: 1) }),
    Command(
      .nextPane, "Next part", help: "Moves to the next part of the item, or to its other pane.",
      in: .having(.panes), keys: [[.tab]], hint: "part", order: 60,
      synonyms: ["section", "pane"],
      run: Command.onTop { $0.changePane(by: 1, &$1) }),
    Command(
      .previousPane, "Previous part", help: "Moves to the part before.", in: .having(.panes),
      keys: [[.backTab]], synonyms: ["section", "pane"],
      run: Command.onTop { $0.changePane(by: -1, &$1) }),
    Command(
      .open, "Open",
      help: "Opens what is under the cursor; on an open item, the form of the proposed decision.",
      keys: [[.enter]], hint: "open", order: 0, synonyms: ["enter", "show", "accept"],
      run: Command.onTop { $0.open(&$1) },
      refusal: { $0.refusalToOpen }),
    Command(
      .back, "Back one step",
      help: "Takes back one step: a box, then marks, then the filter, then the screen.",
      keys: [[.escape]], synonyms: ["escape", "cancel"],
      run: { workstation, _ in workstation.goBack() }),
    Command(
      .close, "Back",
      help: "Leaves the screen; on the first one, quits. Asks when items are open under your name.",
      keys: [key("q")], hint: "back", order: 90, synonyms: ["leave", "quit"],
      run: { workstation, _ in workstation.closeScreen() }),
    Command(
      .nextItem, "Next item", help: "Opens the next item of the list without going back to it.",
      in: [.item], keys: [key("n"), key("]")], hint: "next", order: 20,
      run: { workstation, _ in workstation.stepToItem(by: 1) },
      refusal: { $0.refusalToStep(by: 1) }),
    Command(
      .previousItem, "Previous item",
      help: "Opens the item before this one in the list without going back to it.",
      in: [.item], keys: [key("N"), key("[")],
      run: { workstation, _ in workstation.stepToItem(by: -1) },
      refusal: { $0.refusalToStep(by: -1) }),
  ]

  /// Lists: filter, order, lanes, marks, views.
  static let lists: [Command] = [
    Command(
      .filter, "Filter",
      help:
        "Narrows a list: payer:medicare code:CO-16 age>30 due<+7d. On the first screen, searches all.",
      argument: "FILTER", in: .having(.filter), keys: [key("/")],
      hint: "filter",
      order: 30,
      synonyms: ["search", "find", "where"],
      run: { workstation, given in workstation.withTop { $0.filter(given.argument, &$1) } }),
    Command(
      .sort, "Sort",
      help: "Chooses the order of the list; the same again turns it round.",
      argument: "rank, balance, due, age, payer or patient", in: [.queue], keys: [key("S")],
      hint: "sort", order: 45, synonyms: ["order by"],
      run: Command.on(QueueScreen.self) { $0.sort($2.argument, &$1) }),
    Command(
      .nextLane, "Next lane",
      help:
        "Shows the next lane of a queue, standing of the orders or column of the holds report.",
      in: .having(.tabs), keys: [[.tab]], hint: "lane", order: 48,
      synonyms: ["tab", "waiting", "expired"],
      run: Command.onTop { $0.changeTab(by: 1, &$1) }),
    Command(
      .previousLane, "Previous lane", help: "Shows the lane before.",
      in: .having(.tabs),
      keys: [[.backTab]], synonyms: ["tab"],
      run: Command.onTop { $0.changeTab(by: -1, &$1) }),
    Command(
      .mark, "Mark", help: "Marks the row, or takes its mark off, and moves down.", in: [.queue],
      keys: [key(" ")], hint: "mark", order: 40, synonyms: ["select", "tag"],
      run: Command.on(QueueScreen.self) { queue, shell, _ in queue.toggleMark(&shell) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .markRange, "Mark a range",
      help: "Begins a range at the cursor; the same key at its other end marks all of it.",
      in: [.queue], keys: [key("v")], synonyms: ["select", "visual"],
      run: Command.on(QueueScreen.self) { queue, shell, _ in queue.markRange(&shell) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .markAll, "Mark all that match",
      help: "Marks every item of this lane that the filter lets through and says how many.",
      in: [.queue], keys: [key("*")], synonyms: ["select all"],
      run: Command.on(QueueScreen.self) { queue, shell, _ in queue.markAll(&shell) },
      refusal: { $0.refusalWithoutRow }),
    Command(
      .clearMarks, "Take all marks off", help: "Takes every mark off, also those out of sight.",
      in: [.queue], synonyms: ["unselect", "unmark"],
      run: Command.on(QueueScreen.self) { queue, shell, _ in queue.clearMarks(&shell) },
      refusal: { $0.refusalWithoutMarks }),
    Command(
      .view, "Saved view",
      help: "Shows a saved view: a queue with its lane, filter and order.", argument: "1-9 or NAME",
      keys: (1...9).map { key(Character(String($0))) }, synonyms: ["favourite", "bookmark"],
      run: { $0.showView($1) },
      refusal: { $0.settings.views.isEmpty ? "no view is saved; :save-view NAME saves one" : nil }),
    Command(
      .saveView, "Save this view",
      help: "Keeps this queue with its lane, filter and order under a name and the next free key.",
      argument: "NAME", in: [.queue], synonyms: ["favourite", "bookmark"],
      run: Command.on(QueueScreen.self) { $0.saveView(named: $2.argument, &$1) }),
    Command(
      .table, "Numbers instead of pictures",
      help: "Shows the pace of the last days as numbers, and back as a picture.", in: [.home],
      keys: [key("T")], synonyms: ["chart", "sparkline"],
      run: Command.on(HomeScreen.self) { home, _, _ in home.showsNumbers.toggle() }),
  ]
}
