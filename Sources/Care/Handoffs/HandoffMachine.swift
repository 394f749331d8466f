/// One of the two sides of a handoff.
package enum HandoffSide: String, CaseIterable, Sendable {
  case giver, receiver
}

/// What moves a handoff. Raw values are part of the format on disk.
package enum HandoffAct: String, CaseIterable, Sendable {
  case offer
  case accept
  /// The receiver asks something first.
  case putBack = "return"
  case cancel

  package var words: String {
    switch self {
    case .offer: "offer it"
    case .accept: "accept it with a read-back"
    case .putBack: "return it with a question"
    case .cancel: "cancel it"
    }
  }

  /// As history tells it.
  package var done: String {
    switch self {
    case .offer: "offered"
    case .accept: "accepted"
    case .putBack: "returned"
    case .cancel: "cancelled"
    }
  }
}

/// One line of the table of transitions.
package struct HandoffTransition: Hashable, Sendable {
  package let act: HandoffAct
  /// Whose act it is.
  package let side: HandoffSide
  package let from: HandoffState
  package let to: HandoffState

  fileprivate init(_ side: HandoffSide, _ act: HandoffAct, _ from: HandoffState, _ to: HandoffState) {
    self.act = act
    self.side = side
    self.from = from
    self.to = to
  }
}

/// How a handoff goes from state to state.
///
/// Source: Rounds domain rules, "Handoff", product states.
package enum HandoffMachine {
  package static let all: [HandoffTransition] = [
    .init(.giver, .offer, .draft, .offered),
    .init(.giver, .cancel, .draft, .cancelled),
    .init(.receiver, .accept, .offered, .accepted),
    .init(.receiver, .putBack, .offered, .returned),
    .init(.giver, .cancel, .offered, .cancelled),
    .init(.giver, .offer, .returned, .offered),
    .init(.giver, .cancel, .returned, .cancelled),
  ]

  /// Where an act leads; nil where the table has no such move.
  package static func transition(_ act: HandoffAct, from state: HandoffState) -> HandoffTransition? {
    all.first { $0.act == act && $0.from == state }
  }

  /// Where it leads when one side does it; nil too where it is the other side's.
  package static func target(_ act: HandoffAct, by side: HandoffSide, from state: HandoffState) -> HandoffState? {
    all.first { $0.act == act && $0.side == side && $0.from == state }?.to
  }

  /// The moves that leave a state, in the table's order.
  package static func transitions(from state: HandoffState) -> [HandoffTransition] { all.filter { $0.from == state } }
}

extension HandoffState {
  /// Where it is and who may move it on: "It is offered: the receiver may accept it with a read-back or return it with
  /// a question; the giver may cancel it."
  package var standing: String {
    let moves = HandoffMachine.transitions(from: self)
    let sides = [HandoffSide.receiver, .giver].compactMap { side in
      let acts = moves.filter { $0.side == side }.map(\.act.words)
      return acts.isEmpty ? nil : "the \(side.rawValue) may \(acts.joined(separator: " or "))"
    }
    return sides.isEmpty ? "It is \(words), which is an end." : "It is \(words): \(sides.joined(separator: "; "))."
  }
}
