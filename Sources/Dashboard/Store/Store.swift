package import Care
import Terminal

/// Holds the state, runs what `reduce` asks for, and feeds the answers back. Everything happens on the caller's thread,
/// in order, so that the order of keys is the order of states.
package final class Store {
  package private(set) var state: State
  private let ledger: any Ledger
  /// Makes identifiers; injected so that tests and rehearsals repeat.
  private let makeID: () -> EntryID
  /// What only the screen can do: effects the store hands on.
  package private(set) var outside: [Effect] = []
  /// The chart to read once all keys at hand are reduced: running down a list reads only where it ends.
  private var wanted: PatientID?
  /// A page could not be read: a search would wait for it for ever.
  private var isListDamaged = false
  private var unread: [(list: ListKind, number: Int)] = []

  package init(_ state: State, ledger: any Ledger, makeID: @escaping () -> EntryID) {
    self.state = state
    self.ledger = ledger
    self.makeID = makeID
    let lists = state.workspace.lists
    unread =
      lists.worklist.unloaded.map { (.worklist, $0) } + lists.census.unloaded.map { (.census, $0) }
      + lists.inbox.unloaded.map { (.inbox, $0) }
    unread.reverse()
  }

  package func send(_ action: Action) {
    run(reduce(&state, action))
    // A command waits for a chart: the next key must find it carried out.
    if state.waiting != nil { settle() }
  }

  /// Reads what the keys so far made necessary. Called once before painting.
  package func settle() {
    while let patient = wanted {
      wanted = nil
      do {
        send(.chartRead(patient, try ledger.chart(patient)))
      } catch {
        send(.failed("The chart could not be read: \(error)"))
      }
    }
  }

  private func run(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .readChart(let patient): wanted = patient
      case .append(let request): append(request)
      case .listThemes, .keepTheme, .suspend, .redraw, .quit: outside.append(effect)
      }
    }
  }

  /// What the screen must do, each once.
  package func takeOutside() -> [Effect] {
    defer { outside = [] }
    return outside
  }

  private func append(_ request: Request) {
    let proposals = request.events.enumerated().map { index, event in
      Proposal(
        id: makeID(), stream: .patient(request.patient), expected: request.expected + index, time: state.now,
        author: state.author, reason: request.reason, event: event)
    }
    do {
      var change = try ledger.append(
        proposals, since: state.workspace.sequence, charts: state.workspace.openCharts)
      // The change may bring what others wrote meanwhile; only what is ours can be undone by us.
      let own = Set(proposals.map(\.id))
      change.entries.removeAll { !own.contains($0.id) }
      send(.appended(change, request))
    } catch AppendRefusal.conflict {
      send(.refused(request, "somebody changed it a moment ago; nothing of yours was saved."))
    } catch {
      send(.refused(request, "not saved. \(error)"))
    }
  }

  /// Hears what others wrote; true where there was something.
  package func follow() -> Bool {
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
  package var hasSpareWork: Bool { !unread.isEmpty || (state.isSearching && !isListDamaged) }

  /// One slice of it, short enough that a key pressed meanwhile is answered at once.
  package func doSpareWork() {
    guard let next = unread.last else {
      if state.isSearching { send(.search) }
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
