import Testing

@testable import Care

/// What the published table says, written out anew: a state a row, a trigger a column.
///
/// Source: HL7 BSeR commit 7f97143, Harmonized State Transitions, TIDs 01 to 30.
private let oracle = """
  from   send  accept  decline  schedule  reschedule  no-show  appt-cancel  note   outcome  ask-cancel  confirm
  draft  2.0   -       -        -         -           -        -            -      -        -           -
  2.0    -     3.0     4.0      -         -           -        -            -      -        5.2         -
  3.0    -     -       4.0      5.1.1     -           -        -            5.1.4  7.0      5.2         -
  5.1.1  -     -       4.0      -         5.1.1       5.1.2    5.1.3        5.1.4  7.0      5.2         -
  5.1.2  -     -       4.0      -         5.1.1       -        5.1.3        -      -        5.2         -
  5.1.3  -     -       -        5.1.1     -           -        -            -      -        5.2         -
  5.1.4  -     -       4.0      5.1.1     -           -        5.1.3        5.1.4  7.0      5.2         -
  5.2    -     -       -        -         -           -        -            -      7.0      -           6.0
  4.0    -     -       -        -         -           -        -            -      -        -           -
  6.0    -     -       -        -         -           -        -            -      -        -           -
  7.0    -     -       -        -         -           -        -            -      -        -           -
  """

/// The lines by their numbers, as published: number, whose move it is (I the initiator, R the recipient), trigger,
/// from, to.
///
/// Source: as above, TIDs 01 to 34.
private let published = """
  01 I send draft 2.0
  02 R accept 2.0 3.0
  03 R decline 2.0 4.0
  04 I cancel-request 2.0 5.2
  05 R decline 3.0 4.0
  06 R schedule 3.0 5.1.1
  07 I cancel-request 3.0 5.2
  08 R interim-note 3.0 5.1.4
  09 R outcome 3.0 7.0
  10 R decline 5.1.1 4.0
  11 R reschedule 5.1.1 5.1.1
  12 R no-show 5.1.1 5.1.2
  13 R appointment-cancel 5.1.1 5.1.3
  14 I cancel-request 5.1.1 5.2
  15 R interim-note 5.1.1 5.1.4
  16 R outcome 5.1.1 7.0
  17 R decline 5.1.2 4.0
  18 R reschedule 5.1.2 5.1.1
  19 R appointment-cancel 5.1.2 5.1.3
  20 I cancel-request 5.1.2 5.2
  21 R schedule 5.1.3 5.1.1
  22 I cancel-request 5.1.3 5.2
  23 R cancel-confirmation 5.2 6.0
  24 R outcome 5.2 7.0
  25 R decline 5.1.4 4.0
  26 R schedule 5.1.4 5.1.1
  27 R appointment-cancel 5.1.4 5.1.3
  28 I cancel-request 5.1.4 5.2
  29 R interim-note 5.1.4 5.1.4
  30 R outcome 5.1.4 7.0
  31 R schedule 3.0 5.1
  32 R interim-note 3.0 5.1
  33 R decline 5.1 4.0
  34 I cancel-request 5.1 5.2
  """

@Suite struct ReferralMachineTests {
  private var table: [[String]] {
    oracle.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  @Test func `every state and every trigger lead where the table says, or nowhere`() throws {
    let shortened = [
      "appt-cancel": "appointment-cancel", "note": "interim-note", "ask-cancel": "cancel-request",
      "confirm": "cancel-confirmation",
    ]
    let triggers = try table[0].dropFirst().map { try #require(ReferralTrigger(rawValue: shortened[$0] ?? $0)) }
    #expect(Set(triggers) == Set(ReferralTrigger.allCases))
    let states = try table.dropFirst().map { try #require(ReferralState(rawValue: $0[0])) }
    #expect(Set(states) == Set(ReferralState.detailed) && states.count == 11)
    var (legal, refused) = (0, 0)
    for (state, row) in zip(states, table.dropFirst()) {
      for (trigger, cell) in zip(triggers, row.dropFirst()) {
        let found = ReferralMachine.detailed.transition(trigger, from: state)?.to
        #expect(found == ReferralState(rawValue: cell), "\(state.number) \(trigger.rawValue)")
        if found == nil { refused += 1 } else { legal += 1 }
      }
    }
    #expect(legal == 30 && refused == 91)
  }

  @Test func `every numbered line is there once as published, and one move is ours`() {
    let lines = ReferralTransition.all.filter { $0.number != nil }.map { line in
      let number = line.number ?? 0
      let actor = line.actor == .initiator ? "I" : "R"
      return "\(number < 10 ? "0" : "")\(number) \(actor) \(line.trigger.rawValue) \(line.from.rawValue) "
        + line.to.rawValue
    }
    #expect(lines.sorted() == published.split(separator: "\n").map(String.init))
    let ours = ReferralTransition.all.filter { $0.number == nil }
    #expect(ours.map(\.from) == [.inProgress] && ours.map(\.to) == [.completed])
    #expect(ours.map(\.trigger) == [.outcome] && ours.map(\.machines) == [[.coarse]])
  }

  @Test func `the initiator sends and asks to cancel; all else is the recipient's`() {
    for line in ReferralTransition.all {
      #expect((line.actor == .initiator) == [.send, .cancelRequest].contains(line.trigger), "\(line.number ?? 0)")
    }
    #expect(
      ReferralTrigger.allCases.filter { $0.actor == .initiator } == [.send, .cancelRequest])
  }

  @Test func `nothing leads out of the three ends, by either machine`() {
    let ends = ReferralState.allCases.filter(\.isTerminal)
    #expect(ends == [.declined, .cancelled, .completed])
    for machine in ReferralMachine.allCases {
      let stuck = ReferralState.allCases.filter { state in
        machine.transitions(from: state).isEmpty && machine.transitions.contains { $0.to == state }
      }
      #expect(stuck == ends, "\(machine)")
    }
  }

  @Test func `a partner that tells of no visits has the coarse moves instead of the others`() {
    let coarse = ReferralMachine.coarse
    #expect(coarse.transition(.schedule, from: .accepted)?.number == 31)
    #expect(coarse.transition(.interimNote, from: .accepted)?.number == 32)
    #expect(coarse.transition(.decline, from: .inProgress)?.number == 33)
    #expect(coarse.transition(.cancelRequest, from: .inProgress)?.number == 34)
    #expect(coarse.transitions.count == 14)
    #expect(coarse.transition(.noShow, from: .scheduled) == nil)
    #expect(ReferralMachine.detailed.transition(.outcome, from: .inProgress) == nil)
  }

  @Test func `a referral goes on by the machine that its state belongs to, whatever its partner tells since`() {
    #expect(ReferralState.inProgress.machine(of: .detailed) == .coarse)
    for state in [ReferralState.scheduled, .noShow, .appointmentCancelled, .visitCompleted] {
      #expect(state.machine(of: .coarse) == .detailed)
    }
    for state in [ReferralState.draft, .created, .accepted, .cancelRequested] {
      for machine in ReferralMachine.allCases { #expect(state.machine(of: machine) == machine) }
    }
  }

  @Test func `within a machine a state and a trigger lead to one place`() {
    for machine in ReferralMachine.allCases {
      let pairs = machine.transitions.map { "\($0.from.rawValue) \($0.trigger.rawValue)" }
      #expect(Set(pairs).count == pairs.count)
    }
  }

  @Test func `a state's code and its word say which it is`() {
    for state in ReferralState.allCases {
      #expect(ReferralState(typed: state.typed) == state)
      #expect(!state.typed.contains(" "))
    }
    #expect(ReferralAct.allCases.count == 17)
    for act in ReferralAct.allCases { #expect(ReferralAct(rawValue: act.rawValue) == act) }
  }
}
