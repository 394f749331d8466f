import Care

/// What people here do with one another, beside what their systems send: each scene is one patient's, after those that
/// the other stories are about, and is played by the people whom the walkthroughs know.
enum Scene: Int, CaseIterable, Sendable {
  /// A handoff waits for the coordinator to read it back.
  case handoff
  /// Two urgent messages that nobody has answered: the coordinator waits for one, and is waited for with the other.
  case urgent
  /// Of three who were asked to say that they have understood, one has.
  case acknowledgement
  /// Two people write where a call would settle it.
  case backAndForth
  /// The patient was called, and a carer told what the patient agreed to.
  case carer

  static let firstPatient = 40

  init?(patient index: Int) { self.init(rawValue: index - Self.firstPatient) }
}

extension Draft {
  var scene: Scene? { Scene(patient: index) }

  mutating func tellScene(_ carer: Carer?) {
    switch scene {
    case .handoff: handOver()
    case .urgent: askUrgently()
    case .acknowledgement: askForAcknowledgement()
    case .backAndForth: writeBackAndForth()
    case .carer: if let carer { callAndTell(carer) }
    case nil: break
    }
  }
}
