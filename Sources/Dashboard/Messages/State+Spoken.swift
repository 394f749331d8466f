import Care
import Terminal

/// A task out of what was written: the lines of a thread stand below the field, and those that are collected make the
/// task's words.
extension State {
  /// The thread that a task is made from; nil for every other form.
  private func thread(of form: Form) -> MessageThread? {
    guard form.command == .newTask, form.source.kind == ResourceKind.communication.rawValue,
      let chart = workspace.chart(form.patient)
    else { return nil }
    return chart.threads.first { $0.id == form.source.target.flatMap { chart.origins[$0] } }
  }

  /// What was written in the thread, line by line, the newest message first; none for a task made from nothing.
  func spokenLines(_ form: Form) -> [Form.Choice] {
    guard let thread = thread(of: form) else { return [] }
    return thread.messages.reversed().flatMap { message in
      let who = [naming(message.value.sender), words.recent(message.value.time)].filter { !$0.isEmpty }
      let lines = message.value.payload.flatMap { $0.split(separator: "\n") }.map { String($0).trimmingSpaces }
      return lines.filter { !$0.isEmpty }.map { line in
        Form.Choice(
          words: line, detail: form.collected.contains(line) ? "taken" : who.joined(separator: ", "),
          answer: .text(line))
      }
    }
  }

  /// Takes the line that is gone to into the task's words, or out of them again.
  func collect(_ form: inout Form) {
    let choices = spokenLines(form)
    guard form.hasChosen, choices.indices.contains(form.index) else { return }
    let line = choices[form.index].words
    if let taken = form.collected.firstIndex(of: line) {
      form.collected.remove(at: taken)
    } else {
      form.collected.append(line)
    }
    form.field = TextField()
    form.field.paste(form.collected.joined(separator: "; "))
    form.fault = nil
  }

  /// How lines are collected, where there are any.
  func briefingOfTask(_ form: Form) -> [String] {
    spokenLines(form).isEmpty
      ? [] : ["Type it, or go to a line of the thread: Enter makes it the task, Tab collects it."]
  }
}
