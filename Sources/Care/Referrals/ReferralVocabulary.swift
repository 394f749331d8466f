/// What a task's status means for the referral it fulfils. The task may be of BSeR, of Gravity or of a network with
/// words of its own; what is more exact stands.
struct TaskMeaning: Hashable {
  var state: ReferralState?
  var hold: ReferralHold?
  /// Why the words were not understood; nil where they were.
  var misfit: String?

  init(_ task: Task, patient: Reference) {
    let told = Self.exact(task.businessStatus) ?? Self.findhelp(task.businessStatus)
    let reason = task.statusReason.label
    func hold(_ waitsFor: Reference = Reference()) -> ReferralHold {
      ReferralHold(since: task.lastModified, reason: reason, waitsFor: waitsFor)
    }
    if case .waits? = told {
      (state, self.hold) = (.accepted, hold(patient))
      return
    }
    let coarse = Self.coarse(task.status)
    switch told {
    case .state(let exact):
      // The status says that it is over; no part of the way there can be newer than that.
      if let coarse, coarse.isTerminal, !exact.isTerminal {
        (state, misfit) = (
          coarse, "business status \(exact.number) \(exact.words), but the task is \(task.status?.rawValue ?? "")"
        )
      } else {
        state = exact
      }
    case .waits, nil:
      state = coarse
      if !task.businessStatus.isEmpty, told == nil {
        misfit = "business status “\(task.businessStatus.label)” is none that is known here"
      }
    }
    if task.status == .onHold { self.hold = hold() }
  }

  private enum Told: Hashable {
    case state(ReferralState)
    /// Accepted, and the patient has to do something first.
    case waits
  }

  /// Source: HL7 BSeR TaskBusinessStatusCS 2.0.0-ballot; 1.0.0 had 5.4 for a cancellation asked for, and 5.x begun.
  private static func exact(_ status: Concept) -> Told? {
    for coding in status.codings where !coding.system.contains("findhelp") {
      if let state = ReferralState(rawValue: coding.code), state != .draft { return .state(state) }
      switch coding.code {
      case "5.4": return .state(.cancelRequested)
      case "5.x", "5", "5.0": return .state(.inProgress)
      default: break
      }
    }
    return nil
  }

  /// Source: findhelp, "Referral statuses" (support.findhelp.com, article 360002082531).
  private static let findhelpWords: [String: Told] = [
    "not updated": .state(.created), "eligible": .state(.accepted), "pending": .state(.accepted),
    "needs client action": .waits, "referred elsewhere": .state(.declined), "got help": .state(.completed),
    "couldn't contact": .state(.declined), "couldn't get help": .state(.declined), "not eligible": .state(.declined),
    "no capacity": .state(.declined), "no longer interested": .state(.cancelled),
  ]

  private static func findhelp(_ status: Concept) -> Told? {
    for words in status.codings.flatMap({ [$0.code, $0.display] }) + [status.text] {
      let plain = Folding.fold(words).replacing("’", with: "'").replacing("-", with: " ").replacing("_", with: " ")
      if let told = findhelpWords[plain] { return told }
    }
    return nil
  }

  /// Source: BSeR Task status; Gravity SDOHCC Task for Referral Management, which has no `received` and no `ready`.
  /// What was tried and is impossible went out from here as a late decline, and comes back as one.
  private static func coarse(_ status: TaskStatus?) -> ReferralState? {
    switch status {
    case .draft: .draft
    case .requested, .received: .created
    case .accepted, .ready: .accepted
    case .rejected, .failed: .declined
    case .inProgress: .inProgress
    case .cancelled: .cancelled
    case .completed: .completed
    // It says that nobody works on it, and not how far it was.
    case .onHold, .enteredInError, nil: nil
    }
  }
}
