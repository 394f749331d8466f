extension CommandDefinition {
  static func command(
    _ id: CommandID, _ title: String, _ description: String, also synonyms: [String] = [], keys: [String],
    in panes: Set<Pane>? = nil, hint: Int? = nil, group: CommandDefinition.Group? = nil
  ) -> CommandDefinition {
    CommandDefinition(
      id: id, title: title, description: description, synonyms: synonyms, keys: keys, panes: panes, hint: hint,
      group: group)
  }

  /// The one table of commands. Its order is the order of the help.
  package static let all: [CommandDefinition] =
    going + working + messages + handoffs + referrals + lists + views + sorting + journey + screen + program + moving

  private static let moving = [
    command(.down, "Down", "Move to the next line.", also: ["next"], keys: ["j", "<Down>"]),
    command(.up, "Up", "Move to the line before.", also: ["previous"], keys: ["k", "<Up>"]),
    command(.pageDown, "Page down", "Move down by half the pane.", keys: ["<C-d>", "<PageDown>"]),
    command(.pageUp, "Page up", "Move up by half the pane.", keys: ["<C-u>", "<PageUp>"]),
    command(.top, "First line", "Move to the first line.", also: ["beginning", "home"], keys: ["gg", "<Home>"]),
    command(.bottom, "Last line", "Move to the last line.", also: ["end"], keys: ["G", "<End>"]),
  ]

  private static let going = [
    command(.nextPane, "Next pane", "Go to the next pane.", also: ["focus", "switch"], keys: ["<Tab>"], hint: 50),
    command(.previousPane, "Previous pane", "Go to the pane before.", also: ["focus"], keys: ["<S-Tab>"]),
    command(
      .goWorklist, "Worklist", "Go to what is owed, by when it is due.", also: ["tasks", "due"], keys: ["gw"],
      group: .go),
    command(
      .goPatients, "Patients", "Go to the patients by name.", also: ["census", "find", "search"], keys: ["gp"],
      group: .go),
    command(
      .findPatient, "Find patient", "Go to a patient by typing a part of the name or the number.",
      also: ["search", "census", "lookup"], keys: ["p"],
      in: [.worklist, .patients, .referrals, .inbox, .chart, .team, .messages],
      hint: 42),
    command(
      .goReferrals, "Referrals", "Go to the referrals, by how far they are.",
      also: ["board", "consults", "requests", "loop"], keys: ["gr"], group: .go),
    command(
      .measures, "Measures", "Show how many loops are closed, and how partners deal with what is sent.",
      also: ["CMS50", "quality", "partners", "acceptance", "loop"], keys: ["gM"], group: .go),
    command(
      .goInbox, "Inbox", "Go to the messages about all patients.", also: ["threads", "unread"], keys: ["gi"], group: .go
    ),
    command(
      .goJourney, "Journey", "Go to the patient's journey.", also: ["timeline", "encounters"], keys: ["gj"], group: .go),
    command(
      .goChart, "Chart", "Go to the patient's chart.",
      also: ["problems", "allergies", "medications", "goals", "documents", "results"], keys: ["gc"], group: .go),
    command(.goTeam, "Team", "Go to the patient's team.", also: ["roster", "carers", "who"], keys: ["gt"], group: .go),
    command(
      .goShared, "Shared patients", "Go to the patients on whose teams both you and the member under the cursor are.",
      also: ["together", "in common", "unit", "both"], keys: ["gS"], in: [.team], group: .go),
    command(
      .goMessages, "Messages", "Go to the messages about the patient.", also: ["threads"], keys: ["gm"], group: .go),
    command(
      .scores, "Scores", "Show the patient's risk scores and how each is worked out.",
      also: ["risk", "NEWS2", "LACE", "HOSPITAL", "continuity", "arithmetic", "readmission"], keys: ["gs"], group: .go),
    command(
      .goProblems, "What went wrong", "Show what went wrong since the start.", also: ["errors", "log"], keys: ["ge"],
      group: .go),
    command(
      .open, "Open", "Show all about the line; read a thread.", also: ["details", "read", "enter"], keys: ["<Enter>"],
      hint: 10),
    command(.back, "Back", "Go back one step.", also: ["cancel", "close", "escape"], keys: ["<Esc>"]),
  ]

  private static let lists = [
    command(
      .filter, "Filter", "Show only lines that hold the words you type.", also: ["find", "search"], keys: ["/"],
      in: Pane.lists, hint: 40),
    command(
      .jump, "Jump", "Go to the next line whose patient's name begins as you type.", also: ["find", "go to"],
      keys: ["f"], in: Pane.lists, hint: 45),
    command(
      .mark, "Mark", "Mark the line, or take its mark away, and go on to the next.", also: ["select", "choose"],
      keys: ["<Space>"], in: [.worklist], hint: 35),
    command(
      .markRange, "Mark to here", "Mark every line from the last one marked to this one.", also: ["range", "select"],
      keys: ["v"], in: [.worklist]),
    command(
      .markAll, "Mark all", "Mark every line shown, or take all marks away.", also: ["select all", "everything"],
      keys: ["*"], in: [.worklist]),
  ]

  private static let sorting = [
    sort(.sortByDue, "due date", keys: "od", in: [.worklist, .patients, .referrals], also: ["deadline"]),
    sort(.sortByPatient, "patient", keys: "op", in: Pane.lists, also: ["name"]),
    sort(.sortByAge, "age", keys: "oa", in: [.worklist, .patients], also: ["birth date"]),
    sort(.sortByNumber, "number", keys: "on", in: [.worklist, .patients], also: ["MRN"]),
    sort(.sortByWhat, "what", keys: "ow", in: [.worklist, .referrals, .inbox], also: ["title", "subject", "service"]),
    sort(.sortByOwner, "owner", keys: "oo", in: [.worklist, .referrals], also: ["who"]),
    sort(.sortByStatus, "status", keys: "os", in: [.worklist, .referrals], also: ["state", "board"]),
    sort(.sortByPriority, "priority", keys: "oi", in: [.worklist, .referrals], also: ["urgent", "importance"]),
    sort(.sortByClock, "clock", keys: "oc", in: [.worklist, .referrals], also: ["rule", "group"]),
    sort(
      .sortByOrganization, "organisation", keys: "or", in: [.worklist, .referrals],
      also: ["hospital", "where", "group"]),
    sort(.sortByNext, "next action", keys: "ox", in: [.referrals], also: ["what to do"]),
    sort(.sortByDays, "days in its state", keys: "oy", in: [.referrals], also: ["age of the referral", "longest"]),
    sort(.sortByOpen, "open items", keys: "oo", in: [.patients], also: ["count"]),
    sort(.sortByTime, "time", keys: "ot", in: [.inbox], also: ["newest"]),
    sort(.sortBySender, "sender", keys: "os", in: [.inbox], also: ["from"]),
  ]

  private static func sort(
    _ id: CommandID, _ column: String, keys: String, in panes: Set<Pane>, also synonyms: [String]
  ) -> CommandDefinition {
    command(
      id, "By \(column)", "Order the list by \(column); once more turns the order round.",
      also: ["sort", "order"] + synonyms, keys: [keys], in: panes, group: .order)
  }

  private static let screen = [
    command(
      .zoomPane, "Zoom", "Give the pane the whole screen, or take it back.", also: ["maximise", "full screen"],
      keys: ["z"], hint: 60),
    command(.widen, "Pane wider", "Make the pane wider.", also: ["resize", "grow"], keys: [">"]),
    command(.narrow, "Pane narrower", "Make the pane narrower.", also: ["resize", "shrink"], keys: ["<lt>"]),
    command(.heighten, "Pane taller", "Make the pane taller.", also: ["resize", "grow"], keys: ["}"]),
    command(.lower, "Pane shorter", "Make the pane shorter.", also: ["resize", "shrink"], keys: ["{"]),
    command(
      .evenOut, "Usual sizes", "Give every pane the size it had at first.", also: ["resize", "reset"], keys: ["g="]),
    command(
      .mouse, "Mouse", "Give the mouse back to the terminal to select text, or take it.",
      also: ["copy", "select text"],
      keys: ["M"]),
    command(
      .showLook, "Show where I look",
      "Let others who agreed to it see at whom you look, and see them; or neither any more.",
      also: ["presence", "onlookers", "who is here"], keys: ["gL"]),
    command(
      .theme, "Theme", "Look at the themes and keep one.", also: ["colours", "colors", "dark", "light", "appearance"],
      keys: ["T"]),
    command(.redraw, "Redraw", "Draw the screen afresh.", also: ["refresh"], keys: ["<C-l>"]),
  ]

  private static let items: Set<Pane> = [.worklist, .triage]
  private static let ofReferrals: Set<Pane> = [.worklist, .triage, .referrals, .journey]

  private static func referral(
    _ id: CommandID, _ title: String, _ description: String, also synonyms: [String] = [], _ letter: String
  ) -> CommandDefinition {
    command(
      id, title, description, also: ["referral"] + synonyms, keys: ["R" + letter], in: ofReferrals, group: .referral)
  }

  private static let referrals = [
    referral(.sendReferral, "Send", "Send the draft.", also: ["package"], "e"),
    referral(.acceptReferral, "Accepted", "The recipient takes it on.", also: ["yes"], "a"),
    referral(.declineReferral, "Declined", "The recipient declines it.", also: ["reject", "no"], "d"),
    referral(.scheduleReferral, "Booked", "A time is booked, or another one.", also: ["schedule", "reschedule"], "s"),
    referral(.noShowReferral, "Did not come", "The patient did not come.", also: ["no-show", "missed"], "n"),
    referral(.cancelAppointment, "Appointment off", "The appointment is cancelled.", also: ["cancel"], "x"),
    referral(.interimNote, "Visit took place", "The visit took place; more is to come.", also: ["interim note"], "i"),
    referral(.outcomeReferral, "Outcome", "The outcome is in: finding, plan, next step.", also: ["report"], "o"),
    referral(.askToCancel, "Ask to cancel", "Ask the recipient to cancel it.", also: ["withdraw"], "c"),
    referral(.confirmCancel, "Cancelled", "The recipient has cancelled it.", also: ["confirm"], "f"),
    referral(.acknowledgeOutcome, "Acknowledge", "Say that the outcome has been read.", also: ["close loop"], "k"),
    referral(.resendReferral, "Send again", "Send it once more.", also: ["resend", "remind"], "r"),
    referral(.retargetReferral, "Ask another", "Ask somebody else instead.", also: ["re-target", "reroute"], "t"),
    referral(.holdReferral, "On hold", "It waits: for a place, or for somebody.", also: ["waiting list"], "h"),
    referral(.resumeReferral, "Goes on", "It waits no longer.", also: ["resume"], "g"),
    referral(.reopenReferral, "Open again", "Open a closed referral again.", also: ["reopen"], "u"),
    referral(.referralHistory, "History", "Show all that happened to it, and what was sent.", also: ["package"], "l"),
  ]

  private static let working =
    [
      command(
        .accept, "Take on", "Take it on yourself, and start it.", also: ["yes", "accept", "own"], keys: ["y"],
        in: [.triage], hint: 18),
      command(
        .complete, "Close", "Say that the task, or each that is marked, is completed; ask how anything else ended.",
        also: ["complete", "done", "finish"], keys: ["x"], in: items, hint: 20),
      command(
        .assign, "Assign", "Give the next action to a person or a role.", also: ["owner", "give", "delegate"],
        keys: ["a"], in: items, hint: 21),
      command(
        .waitUntil, "Wait", "Leave it alone until a day; it comes back by itself.",
        also: ["snooze", "sleep", "later", "defer"], keys: ["w"], in: items, hint: 22),
      command(
        .call, "Call", "Put a call on file, and what came of it.", also: ["phone", "contact", "log", "reached"],
        keys: ["c"], in: ofPatients, hint: 23),
      command(
        .ask, "Ask", "Ask whoever answers for a topic and is there: the pharmacist, a nurse, the social worker.",
        also: ["question", "pharmacist", "nurse", "route", "who"], keys: ["Q"], in: ofPatients, hint: 36),
      command(
        .joinTeam, "Add member", "Put somebody on the patient's team, in a role.", also: ["join", "team"], keys: ["a"],
        in: [.team], hint: 20),
      command(
        .leaveTeam, "End membership", "Say that the member has left the team; it stays on file.",
        also: ["leave", "remove"],
        keys: ["X"], in: [.team], hint: 21),
      command(
        .useTemplate, "Template", "Name the roles that the patient's team needs, by a template.",
        also: ["integrated care", "roles"], keys: ["t"], in: [.team], hint: 22),
      command(
        .logContact, "Log contact", "Put a visit, a video call, a letter or a portal message on file.",
        also: ["video", "portal", "visit", "fax", "email", "telehealth"], keys: ["C"], in: ofPatients),
      command(
        .preference, "Preference", "Note how the patient wants to be reached, or not at all.",
        also: ["do not contact", "contact", "phone", "email"], keys: ["P"], in: [.patients, .team, .chart, .messages]),
      command(
        .message, "Message", "Write to somebody about it.", also: ["send", "tell", "write"], keys: ["m"],
        in: ofPatients, hint: 24),
      command(
        .escalate, "Escalate", "Pass it up to the next step of the ladder.", also: ["supervisor", "pass up"],
        keys: ["e"], in: items, hint: 25),
      command(
        .skip, "Skip", "Go on without a verdict.", also: ["next", "later"], keys: ["s"], in: [.triage], hint: 26),
      command(
        .refer, "Refer", "Ask another party to take part in the care.", also: ["service request", "referral"],
        keys: ["r"], in: [.worklist, .triage, .referrals, .patients], hint: 28),
      command(
        .book, "Book", "Book a time with somebody.", also: ["schedule", "appointment", "visit"], keys: ["b"], in: items,
        hint: 29),
      command(
        .triage, "Triage", "Go through the list as it is now, one at a time.", also: ["session", "huddle", "clear"],
        keys: ["t"], in: [.worklist], hint: 27),
      command(
        .endTriage, "End triage", "End it, and see what it came to.", also: ["finish", "summary"], keys: ["E"],
        in: [.triage], hint: 31),
      command(
        .closeWith, "Close as", "Say how it ended, with a reason where the record needs one.",
        also: ["outcome", "cancel", "not needed", "declined", "failed"], keys: ["X"], in: items),
      command(
        .start, "Start", "Say that the task, or each that is marked, is under way.", also: ["in progress", "begin"],
        keys: ["s"], in: [.worklist], hint: 34),
      command(
        .setStatus, "Set status", "Move the task to another of the states it may go to.",
        also: ["state", "on hold", "accept", "reject", "ready"], keys: [","], in: items),
      command(
        .take, "Assign me", "Make yourself the owner, here or of all that are marked.", also: ["take", "own", "mine"],
        keys: ["A"], in: items),
      command(
        .wake, "Wake", "Have it back now.", also: ["unsnooze", "resume"], keys: ["W"], in: items),
      command(
        .newTask, "New task", "Type a task for the patient; in the messages or the chart, out of the line there.",
        also: ["add", "create", "todo"], keys: ["n"],
        in: [.worklist, .patients, .referrals, .inbox, .chart, .team, .messages]),
      command(.undo, "Undo", "Take back the last thing you did.", also: ["revert"], keys: ["u"], hint: 30),
    ]
    + zip([CommandID.give1, .give2, .give3], 1...).map { id, number in
      command(
        id, "Give to \(number)", "Assign it to the one shown with the number.", also: ["assign"], keys: ["\(number)"],
        in: [.triage])
    }

  private static let views =
    zip(CommandID.views, 1...).map { id, number in
      command(
        id, "View \(number)", "Show the view that is kept under \(number).",
        also: ["filter", "saved", SavedView.usual.first { $0.number == number }?.name ?? ""], keys: ["\(number)"],
        in: [.worklist], group: .view)
    }
    + [
      command(
        .keepView, "Keep view", "Keep the filter and the order under a number.", also: ["save", "view"], keys: ["V"],
        in: [.worklist])
    ]

  private static let journey =
    [
      command(
        .zoomIn, "Closer", "Show a shorter time.", also: ["zoom in"], keys: ["+", "="], in: [.journey], hint: 11),
      command(.zoomOut, "Wider", "Show a longer time.", also: ["zoom out"], keys: ["-"], in: [.journey], hint: 12),
      command(
        .earlier, "Earlier", "Move the time shown back.", also: ["pan left"], keys: ["h", "<Left>"], in: [.journey],
        hint: 13),
      command(
        .later, "Later", "Move the time shown on.", also: ["pan right"], keys: ["l", "<Right>"], in: [.journey],
        hint: 14),
      command(.today, "Today", "Move the time shown to today.", also: ["now"], keys: ["."], in: [.journey], hint: 17),
      command(
        .wholeJourney, "Whole", "Show the whole journey, from first to last.", also: ["life", "fit", "zoom out"],
        keys: ["0"], in: [.journey], hint: 18),
      command(.nextEvent, "Next event", "Go to the next event in time.", also: ["later"], keys: ["n"], in: [.journey]),
      command(
        .previousEvent, "Previous event", "Go to the event before in time.", also: ["earlier"], keys: ["p"],
        in: [.journey]),
      command(
        .nextEncounter, "Next encounter", "Go to the next visit or stay in time.", also: ["visit", "stay"], keys: ["]"],
        in: [.journey]),
      command(
        .previousEncounter, "Previous encounter", "Go to the visit or stay before in time.", also: ["visit", "stay"],
        keys: ["["], in: [.journey]),
      command(
        .unfold, "Unfold", "Show each of the events folded into a line, or fold them again.",
        also: ["fold", "expand", "collapse", "group"], keys: ["<Space>"], in: [.journey], hint: 16),
      command(
        .showAllKinds, "All kinds", "Show events of every kind.", also: ["filter", "clear"], keys: ["fa"],
        in: [.journey], group: .show),
    ]
    + JourneyFamily.allCases.map { family in
      command(
        family.command, "Only \(family.words)",
        "Show only \(family.words); beside other kinds chosen, or take away again.",
        also: ["filter", "kind"], keys: ["f" + family.letter], in: [.journey],
        group: .show)
    }

  private static let program = [
    command(
      .importRecord, "Import", "Read FHIR R4 files or a folder into the record.",
      also: ["load", "read", "fhir", "open"],
      keys: ["I"]),
    command(
      .goImport, "Import report", "Show what the last import brought and what it refused.", also: ["refused", "log"],
      keys: ["gI"]),
    command(
      .cancelWork, "Stop import", "Stop the import; what came in stays.", also: ["cancel", "abort", "interrupt"],
      keys: ["S"]),
    command(
      .openDemo, "Demo", "Look around among made-up patients, before there are any of yours.",
      also: ["made-up", "example", "try", "tour"], keys: ["D"]),
    command(.palette, "Command", "Find a command by its name.", also: ["palette", "run"], keys: [":"], hint: 70),
    command(
      .help, "Keys", "Show the keys, those of this pane first.", also: ["help", "bindings"], keys: ["?"], hint: 80),
    command(
      .suspend, "Suspend", "Leave for the shell; fg comes back.", also: ["background", "shell"], keys: ["<C-z>"]),
    command(.quit, "Quit", "Leave Rounds.", also: ["exit", "leave"], keys: ["q"], hint: 90),
  ]
}
