package import Care
import Terminal

/// Holds the state, runs what `reduce` asks for, and feeds the answers back. Everything happens on the caller's thread,
/// in order, so that the order of keys is the order of states.
package final class Store {
  package private(set) var state: State
  let ledger: any Ledger
  private let drafts: any Drafts
  private let onlookers: any Onlookers
  /// Makes identifiers; injected so that tests and rehearsals repeat.
  let makeID: () -> EntryID
  /// What only the screen can do: effects the store hands on.
  package private(set) var outside: [Effect] = []
  /// The chart to read once all keys at hand are reduced: running down a list reads only where it ends.
  private var wanted: PatientID?
  /// A page could not be read: a search would wait for it for ever.
  private var isListDamaged = false
  private var unread: [(list: ListKind, number: Int)] = []
  /// Oldest first.
  var writes: [Write] = []
  var isTrying = false

  /// - Parameters:
  ///   - drafts: where messages that are being written are kept.
  ///   - onlookers: who else looks at the same patient.
  package init(
    _ state: State, ledger: any Ledger, drafts: any Drafts = ForgetfulDrafts(),
    onlookers: any Onlookers = NoOnlookers(), makeID: @escaping () -> EntryID
  ) {
    self.state = state
    self.ledger = ledger
    self.drafts = drafts
    self.onlookers = onlookers
    self.makeID = makeID
    let lists = state.workspace.lists
    unread =
      lists.worklist.unloaded.map { (.worklist, $0) } + lists.census.unloaded.map { (.census, $0) }
      + lists.inbox.unloaded.map { (.inbox, $0) } + lists.referrals.unloaded.map { (.referrals, $0) }
    unread.reverse()
  }

  package func send(_ action: Action) {
    run(reduce(&state, action))
    // A command waits for a chart: the next key must find it carried out.
    if state.waiting != nil || state.saving.awaited != nil { settle() }
  }

  /// Reads what the keys so far made necessary. Called once before painting.
  package func settle() {
    while let patient = wanted {
      wanted = nil
      do {
        send(.chartRead(patient, try ledger.chart(patient)))
      } catch {
        send(.chartFailed(patient, "The chart could not be read: \(error)"))
      }
    }
  }

  private func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .readChart(let patient): wanted = patient
      case .append(let request): append(request)
      case .readTriage(let member): readTriage(of: member)
      case .keepDraft(let draft): keep(draft)
      case .dropDraft(let id): drop(id)
      case .look(let patient): look(at: patient)
      case .edit, .importRecord, .cancelWork, .completePath, .openDemo, .listThemes, .keepTheme, .remember,
        .rememberViews, .rememberLook,
        .suspend, .redraw, .quit:
        outside.append(effect)
      }
    }
  }

  private func keep(_ draft: MessageDraft) {
    guard let member = state.author.member else { return }
    do {
      if try !drafts.keep(draft, of: member) { send(.draftHeld(draft.id)) }
    } catch {
      send(.failed("What you are writing could not be put on the disk, and would be lost with this window: \(error)"))
    }
  }

  private func drop(_ draft: LineID) {
    do {
      try drafts.drop(draft)
    } catch {
      send(.failed("A draft that was sent or thrown away could not be removed; it may come back: \(error)"))
    }
  }

  /// Tells at whom this window looks, and sees who does too. What can't be told is told at the next look.
  private func look(at patient: PatientID?) {
    guard let member = state.author.member else { return }
    do {
      if try !onlookers.look(at: patient, of: member) { return send(.lookHeld) }
    } catch {
      send(.failed("Others can't see at whom you look: \(error)"))
    }
    seeOnlookers()
  }

  /// Says once more at whom this window looks, so that others don't take it for closed.
  package func renewLook() { if state.showsLook { look(at: state.lookTold) } }

  private func seeOnlookers() {
    guard state.showsLook, let patient = state.patient else { return }
    do {
      let members = try onlookers.others(at: patient)
      if members != state.onlookers { send(.onlookersSeen(members, at: patient)) }
    } catch {
      send(.failed("Who else looks at this patient could not be read: \(error)"))
    }
  }

  private func readTriage(of member: MemberID) {
    do {
      send(.triageRead(try ledger.triage(of: member)))
    } catch {
      send(.failed("Your last triage could not be read: \(error)"))
    }
  }

  /// What the screen must do, each once.
  package func takeOutside() -> [Effect] {
    defer { outside = [] }
    return outside
  }

  /// Hears what others wrote; true where there was something.
  package func follow() -> Bool {
    seeOnlookers()
    do {
      guard let change = try ledger.changes(since: state.workspace.sequence, charts: state.workspace.openCharts) else {
        return false
      }
      send(.followed(change))
      return true
    } catch {
      send(.failed("The journal could not be read: \(error)"))
      return true
    }
  }

  /// Whether there is work for when no key waits.
  package var hasSpareWork: Bool {
    !unread.isEmpty || state.names == nil || state.saving.isPausing || (state.isLooking && !isListDamaged)
  }

  /// One slice of it, short enough that a key pressed meanwhile is answered at once.
  package func doSpareWork() {
    if state.saving.isPausing { return send(.goOn) }
    guard let next = unread.last else {
      send(state.names == nil ? .indexNames : .search)
      return
    }
    let numbers = unread.suffix(32).filter { $0.list == next.list }.map(\.number)
    unread.removeLast(numbers.count)
    do {
      send(.pagesRead(try ledger.pages(next.list, numbers, upTo: state.workspace.sequence)))
    } catch {
      isListDamaged = true
      send(.failed("A list could not be read: \(error)"))
    }
  }
}
