/// Every command, by the stable name that `keys.toml` and the documents use.
package enum CommandID: String, CaseIterable, Sendable {
  case down = "move.down"
  case up = "move.up"
  case pageDown = "move.page-down"
  case pageUp = "move.page-up"
  case top = "move.top"
  case bottom = "move.bottom"

  case nextPane = "pane.next"
  case previousPane = "pane.previous"
  case zoomPane = "pane.zoom"
  case widen = "pane.wider"
  case narrow = "pane.narrower"
  case heighten = "pane.taller"
  case lower = "pane.shorter"
  case evenOut = "pane.even"
  case goWorklist = "go.worklist"
  case goPatients = "go.patients"
  case findPatient = "patient.find"
  case goReferrals = "go.referrals"
  case measures = "go.measures"
  case goInbox = "go.inbox"
  case goJourney = "go.journey"
  case goChart = "go.chart"
  case goTeam = "go.team"
  case goShared = "go.shared"
  case goMessages = "go.messages"
  case goAwaited = "go.awaited"
  case goProblems = "go.problems"
  case scores = "patient.scores"

  case open
  case back
  case filter
  case jump = "list.jump"
  case mark = "list.mark"
  case markRange = "list.mark-range"
  case markAll = "list.mark-all"

  case sortByDue = "sort.due"
  case sortByPatient = "sort.patient"
  case sortByAge = "sort.age"
  case sortByNumber = "sort.number"
  case sortByWhat = "sort.what"
  case sortByOwner = "sort.owner"
  case sortByStatus = "sort.status"
  case sortByPriority = "sort.priority"
  case sortByOpen = "sort.open"
  case sortByTime = "sort.time"
  case sortBySender = "sort.sender"
  case sortByClock = "sort.clock"
  case sortByOrganization = "sort.organization"
  case sortByNext = "sort.next"
  case sortByDays = "sort.days"

  case take = "task.take"
  case start = "task.start"
  case complete = "task.complete"
  case assign = "item.assign"
  case waitUntil = "item.wait"
  case wake = "item.wake"
  case escalate = "item.escalate"
  case closeWith = "item.close"
  case setStatus = "task.status"
  case call = "patient.call"
  case message = "patient.message"
  case ask = "patient.ask"
  case joinTeam = "team.join"
  case leaveTeam = "team.leave"
  case useTemplate = "team.template"
  case logContact = "patient.contact"
  case preference = "patient.preference"
  case refer = "patient.refer"
  case book = "patient.book"
  case newTask = "task.new"
  case undo

  case offerHandoff = "handoff.offer"
  case acceptHandoff = "handoff.accept"
  case returnHandoff = "handoff.return"
  case cancelHandoff = "handoff.cancel"
  case showHandoff = "handoff.show"

  case nextUnread = "message.next-unread"
  case reply = "message.reply"
  case acknowledge = "message.acknowledge"
  case sendMessage = "message.send"
  case makeUrgent = "message.urgent"
  case askAcknowledgement = "message.ask-acknowledgement"
  case addTeam = "message.whole-team"
  case addRecipient = "message.to"
  case dropRecipient = "message.drop-recipient"
  case attachLine = "message.link"
  case insertSBAR = "message.sbar"
  case openEditor = "message.editor"

  case sendReferral = "referral.send"
  case acceptReferral = "referral.accept"
  case declineReferral = "referral.decline"
  case scheduleReferral = "referral.schedule"
  case noShowReferral = "referral.no-show"
  case cancelAppointment = "referral.cancel-appointment"
  case interimNote = "referral.interim-note"
  case outcomeReferral = "referral.outcome"
  case askToCancel = "referral.ask-to-cancel"
  case confirmCancel = "referral.confirm-cancel"
  case acknowledgeOutcome = "referral.acknowledge"
  case resendReferral = "referral.resend"
  case retargetReferral = "referral.retarget"
  case holdReferral = "referral.hold"
  case resumeReferral = "referral.resume"
  case reopenReferral = "referral.reopen"
  case referralHistory = "referral.history"

  case triage = "triage.begin"
  case accept = "triage.accept"
  case skip = "triage.skip"
  case give1 = "triage.give-1"
  case give2 = "triage.give-2"
  case give3 = "triage.give-3"
  case endTriage = "triage.end"

  case view1 = "view.1"
  case view2 = "view.2"
  case view3 = "view.3"
  case view4 = "view.4"
  case view5 = "view.5"
  case view6 = "view.6"
  case view7 = "view.7"
  case view8 = "view.8"
  case view9 = "view.9"
  case keepView = "view.keep"

  case zoomIn = "journey.zoom-in"
  case zoomOut = "journey.zoom-out"
  case earlier = "journey.earlier"
  case later = "journey.later"
  case today = "journey.today"
  case wholeJourney = "journey.whole"
  case nextEvent = "journey.next"
  case previousEvent = "journey.previous"
  case nextEncounter = "journey.next-encounter"
  case previousEncounter = "journey.previous-encounter"
  case unfold = "journey.unfold"
  case showAllKinds = "journey.all-kinds"
  case showEncounters = "journey.only-encounters"
  case showOwed = "journey.only-owed"
  case showSettled = "journey.only-settled"
  case showResults = "journey.only-results"
  case showProcedures = "journey.only-procedures"
  case showMessages = "journey.only-messages"
  case showDocuments = "journey.only-documents"

  case importRecord = "record.import"
  case goImport = "go.import"
  case cancelWork = "work.cancel"
  case openDemo = "record.demo"

  case palette
  case help
  case theme = "screen.theme"
  case redraw = "screen.redraw"
  case mouse = "screen.mouse"
  case showLook = "screen.show-look"
  case suspend
  case quit

  /// Whether it writes something new about the line under the cursor.
  var writes: Bool { [.call, .logContact, .message, .refer, .book, .preference].contains(self) }

  /// Whether it asks for more before it does anything.
  var asks: Bool {
    switch self {
    case .assign, .waitUntil, .escalate, .closeWith, .setStatus, .call, .logContact, .preference, .message, .refer,
      .book,
      .newTask, .keepView:
      true
    default: Self.ofReferral.contains(self)
    }
  }

  /// Whether it changes the item under the cursor, or those that are marked.
  package var changesItem: Bool {
    switch self {
    case .take, .start, .complete, .assign, .waitUntil, .wake, .escalate, .closeWith, .setStatus, .accept, .skip,
      .give1, .give2, .give3:
      true
    default: false
    }
  }
}
