extension Chart {
  /// Folds an entry of this patient's stream in. Total: an event about something absent changes nothing but the version.
  package mutating func apply(_ entry: Entry) {
    version = entry.version
    switch entry.event {
    case .recordReceived(let source, let lines):
      sources.append(source)
      for line in lines { upsert(line, source: sources.count - 1) }
    case .directoryReceived, .triageBegan, .triageDecided, .triageReopened, .triageEnded:
      break
    case .lineWritten(let line, _):
      upsert(line, source: ownSource(entry))
      touch(line.id, entry)
    case .ownerChanged(let item, _, let owner):
      setOwner(of: item, to: owner)
      touch(item, entry)
    case .taskStatusChanged(let task, _, let status):
      let (time, reason) = (Moment(entry.time), entry.reason)
      tasks.change(task) {
        $0.status = status
        $0.statusReason = Concept(text: reason)
        $0.lastModified = time
      }
      touch(task, entry)
    case .itemSnoozed(let item, _, let snooze):
      handle(item) { $0.snooze = snooze }
      touch(item, entry)
    case .itemEscalated(let item, let from, let to):
      setOwner(of: item, to: to.owner)
      handle(item) { handling in
        if to.step > from.step {
          handling.escalations.append(Escalation(to: to.owner, reason: entry.reason, by: Touch(entry)))
        } else {
          handling.escalations.removeLast(min(from.step - to.step, handling.escalations.count))
        }
      }
      touch(item, entry)
    case .itemSettled(let item, let title, _, let outcome):
      handle(item) {
        $0.settlement = outcome.map {
          Settlement(title: title, outcome: $0, reason: entry.reason, by: Touch(entry))
        }
      }
      touch(item, entry)
    case .referralMoved(let referral, let move):
      handle(referral) { $0.steps.append(ReferralStep(move: move, reason: entry.reason, by: Touch(entry))) }
      touch(referral, entry)
    case .referralMoveTakenBack(let referral, let move):
      handle(referral) { if $0.steps.last?.move == move { $0.steps.removeLast() } }
      touch(referral, entry)
    case .handoffMoved(let handoff, let move):
      let step = HandoffStep(move: move, reason: entry.reason, by: Touch(entry))
      handle(handoff) { $0.handoffSteps.append(step) }
      tasks.change(handoff) { $0.follow(step) }
      touch(handoff, entry)
    case .handoffMoveTakenBack(let handoff, let move):
      if handoffSteps(of: handoff).last?.move == move {
        handle(handoff) { $0.handoffSteps.removeLast() }
        tasks.change(handoff) { $0.goBack(to: move.before) }
      }
      touch(handoff, entry)
    case .threadRead(let thread, let member, _, let upTo):
      reading.removeAll { $0.thread == thread && $0.member == member }
      if let upTo { reading.append(ReadMark(thread: thread, member: member, upTo: upTo)) }
    case .receiptsGiven(let given): receipts += given.filter { !receipts.contains($0) }
    case .receiptsTakenBack(let given): receipts.removeAll(where: given.contains)
    case .disclosed(let told): keep(told, takenBack: nil)
    case .disclosuresTakenBack(let told): keep(told, takenBack: Touch(entry))
    case .handlingReceived(let handled, let amendments):
      handling.merge(handled) { $1 }
      self.amendments += amendments
    case .recordMoved(let patient):
      self = Chart(id: id)
      version = entry.version
      movedTo = patient
    }
  }
}

extension Chart {
  private mutating func setOwner(of item: LineID, to owner: Reference) {
    if tasks[item] != nil {
      tasks.change(item) { $0.owner = owner }
    } else {
      handle(item) { $0.owner = owner.isEmpty ? nil : owner }
    }
  }

  private mutating func handle(_ item: LineID, _ change: (inout Handling) -> Void) {
    change(&handling[item, default: Handling()])
  }

  private mutating func keep(_ told: [Disclosure], takenBack: Touch?) {
    for var disclosure in told {
      disclosure.takenBack = nil
      disclosures.removeAll { known in
        var known = known
        known.takenBack = nil
        return known == disclosure
      }
      disclosure.takenBack = takenBack
      disclosures.append(disclosure)
    }
  }

  private mutating func touch(_ item: LineID, _ entry: Entry) {
    handling[item, default: Handling()].touch = Touch(entry)
  }

  /// The source of what is written here: one for all that one person writes at one time.
  private mutating func ownSource(_ entry: Entry) -> Int {
    let source = Source(format: Source.here, document: entry.author.name, received: entry.time)
    if let index = sources.lastIndex(of: source) { return index }
    sources.append(source)
    return sources.count - 1
  }
}

extension Touch {
  fileprivate init(_ entry: Entry) { self.init(name: entry.author.name, at: entry.time) }
}
