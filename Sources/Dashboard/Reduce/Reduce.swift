import Care
import Terminal

/// The only writer of the state: changes it in place and says what the world must do about it.
package func reduce(_ state: inout State, _ action: Action) -> [Effect] {
  var effects: [Effect] = []
  switch action {
  case .key(let key): effects = state.press(key)
  case .paste(let text): state.paste(text)
  case .resize(let size): state.size = size
  case .clock(let now): state.lookAtClock(now)
  case .run(let command): effects = state.perform(command)
  case .rest:
    state.isResting = !state.pending.isEmpty
    effects = state.keepDraft() + state.tellLook()
  case .mouse(let mouse, let point): effects = state.take(mouse, at: point)
  case .search: state.lookOn()
  case .goOn: state.saving.inTurn = 0
  case .painted: state.notePainted()
  case .theme(let news): state.hear(news)
  case .chartRead(let patient, let chart):
    state.show(patient, chart)
    if chart == nil, state.saving.awaited == patient { state.missAwaited() }
    effects = state.resume()
  case .pagesRead(let pages): state.readPages(pages)
  case .appended(let change, let request): effects = state.appended(change, request)
  case .refused(let request, let words): effects = state.refused(request, words)
  case .overtaken(let request): effects = state.overtaken(request)
  case .triageOvertaken(let request): state.giveUpTriage(request)
  case .hand(let instant): state.take(instant)
  case .triageRead(let session): effects = state.resumeTriage(session)
  case .indexNames: state.indexNames()
  case .held: state.saving.isHeld = true
  case .followed(let change): state.follow(change)
  case .chartFailed(let patient, let words): state.fail(toRead: patient, words)
  case .failed(let words): state.complain(words)
  case .draftHeld(let id): state.draftWaits(id)
  case .onlookersSeen(let members, let patient): state.see(members, at: patient)
  case .lookHeld: state.lookTold = nil
  case .edited(let text): state.takeEdited(text)
  case .worked(let progress): state.work?.progress = progress
  case .workDone(let report): state.finishWork(report)
  case .pathCompleted(let text, let completed, let choices): state.completePath(text, to: completed, choices: choices)
  }
  state.passSettled()
  state.endIfThrough()
  effects += state.fulfilWishes() + state.leaveIfSaved()
  if state.saving.isEmpty { state.saving.isHeld = false }
  return effects + state.settle()
}
