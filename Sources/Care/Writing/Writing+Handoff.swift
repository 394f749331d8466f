extension Writing {
  /// A handoff that is still to be offered; the offer is a step of its own.
  ///
  /// Source: FHIR R4 Task, which has no code for a handoff: the words of it say what it is.
  ///
  /// - Parameters:
  ///   - encounter: the one that the patient leaves. A shift or a list is passed on within it, and names none.
  ///   - way: what it passes on from whom to whom, as "ward 4B → home care"; empty for what the encounter tells.
  ///   - due: by when somebody must have taken over; nil is at once.
  package func handoff(
    to receiver: Reference, of encounter: LineID? = nil, way: String = "", due: Moment? = nil
  ) -> Resource {
    let left = encounter.flatMap { chart.encounters[$0] }
    let words = way.isEmpty ? left.map { "from \($0.value.title)" } ?? "" : way
    var task = Task()
    task.status = .draft
    task.intent = "order"
    task.code = Concept(text: "Handoff")
    task.description = ["Handoff", words].filter { !$0.isEmpty }.joined(separator: " ")
    task.authored = Moment(now)
    task.lastModified = Moment(now)
    task.requester = author
    task.owner = receiver
    task.restriction.end = due ?? Moment(now)
    if let left, let origin = chart.origins(of: left.id).first {
      task.encounter = Reference(target: origin, kind: ResourceKind.encounter.rawValue, display: left.value.title)
    }
    return .task(task)
  }
}
