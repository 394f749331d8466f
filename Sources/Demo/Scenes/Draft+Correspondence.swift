import Care

extension Draft {
  /// The practice closed before it read the question, which went on to the deputy and up the ladder; and the nurse stands
  /// before a door.
  mutating func askUrgently() {
    let (coordinator, doctor, nurse) = (the(.coordinator), the(.primaryCare), the(.homeNurse))
    let deputy = network.colleagues.first(.hospitalist).practitioner
    let question = send(
      Letter(
        topic: "Dizzy since the new tablet",
        words: "98/56 at the nurse’s visit, dizzy on standing. Leave out the evening dose, or see her today?",
        isUrgent: true),
      by: coordinator, to: [doctor.practitioner], minutesAgo: 962)
    arrive(at: doctor, minutesAgo: 957)
    let late = "not answered in time (Rounds default (urgent), 60 minutes)"
    passOn(question, because: late, minutesAgo: 902) { .assign(item: $0, to: deputy) }
    passOn(question, because: late, minutesAgo: 872) { .escalate(item: $0, to: 1) }
    send(
      Letter(
        topic: "Does not come to the door",
        words: "Lights are on, she does not answer the bell or the phone. Who has a key?", isUrgent: true),
      by: nurse, to: [coordinator.practitioner], minutesAgo: 28)
  }

  mutating func askForAcknowledgement() {
    let (coordinator, doctor) = (the(.coordinator), the(.cardiologist))
    let (dietitian, pharmacist) = (the(.dietitian), the(.pharmacist))
    let letter = Letter(
      topic: "One list of medicines",
      words: "The list of the discharge summary holds: furosemide 40 mg mornings, no ibuprofen. "
        + "Please say that you go by it.",
      needsAcknowledgement: true)
    let id = send(
      letter, by: coordinator, to: [doctor, dietitian, pharmacist].map(\.practitioner), minutesAgo: 1_065)
    read(id, by: doctor, minutesAgo: 1_030)
    ask(by: doctor, minutesAgo: 1_029) { _, _ in .acknowledge(message: id, as: [doctor.practitioner]) }
    read(id, by: dietitian, minutesAgo: 990)
    arrive(at: pharmacist, minutesAgo: 1_060)
  }

  /// More short turns than a matter needs that is talked over.
  mutating func writeBackAndForth() {
    let (coordinator, pharmacist) = (the(.coordinator), the(.pharmacist))
    let turns = [
      "Two inhalers lie at home. Which one is meant?", "The grey one.", "The grey one says 9 mcg, the list says 18.",
      "Then the white one. Is there a label?", "It says evenings. The clinic’s letter says mornings.",
      "Which letter? I have none.",
    ]
    var last: LineID?
    for (turn, words) in turns.enumerated() {
      let (from, to) = turn.isMultiple(of: 2) ? (coordinator, pharmacist) : (pharmacist, coordinator)
      last = send(
        Letter(topic: "Which inhaler", words: words, answers: last), by: from, to: [to.practitioner],
        minutesAgo: 13 - turn * 2)
    }
  }
}
