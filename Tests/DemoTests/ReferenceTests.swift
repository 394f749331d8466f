import Care
import Demo
import Testing

@Suite("Everything in the network can be found")
struct ReferenceTests {
  private let folded = Folded()

  @Test("Every reference of a chart points to a line of the chart or a member of the directory, of the kind it says")
  func chartReferences() {
    var seen = 0
    for chart in folded.charts {
      for line in chart.importedLines {
        for reference in values(of: Reference.self, in: line.resource) where !reference.isEmpty {
          seen += 1
          let target = reference.target
          let found = target.flatMap { chart.origins[$0] }
          if let found {
            let kind = ResourceKind(rawValue: reference.kind)
            #expect(kind.flatMap { chart.resource(found, kind: $0) } != nil)
          } else {
            #expect(folded.directory[reference]?.resource.kind.rawValue == reference.kind)
          }
          // What is written here names a line by its id alone.
          if !line.origin.isEmpty { #expect(reference.written.hasPrefix(reference.kind + "/")) }
        }
      }
    }
    #expect(seen > 10_000)
  }

  @Test("Every reference of the directory points into the directory and is named as its target is")
  func directoryReferences() {
    for member in folded.directory.members.values {
      for reference in values(of: Reference.self, in: member.resource) where !reference.isEmpty {
        let target = folded.directory[reference]
        #expect(target?.resource.kind.rawValue == reference.kind)
        #expect(target.map(folded.directory.name) == reference.display)
      }
    }
  }

  @Test("No two lines, entries or patients share an identifier")
  func unique() {
    let lines = folded.charts.flatMap { $0.importedLines.map(\.id) }
    let entries = (folded.proposals + [folded.network.directory]).flatMap { $0.map(\.id) }
    let members = folded.network.directory.flatMap { proposal -> [MemberID] in
      if case .directoryReceived(_, let lines) = proposal.event { lines.map(\.id) } else { [] }
    }
    #expect(Set(lines).count == lines.count)
    #expect(Set(entries).count == entries.count)
    #expect(Set(members).count == members.count)
    #expect(Set(folded.charts.map(\.id)).count == folded.charts.count)
    #expect(Set(folded.charts.map(\.medicalRecordNumber)).count == folded.charts.count)
  }

  @Test("Streams are counted from nothing, without a hole, and no entry is from the future")
  func streams() {
    for proposals in folded.proposals + [folded.network.directory] {
      #expect(proposals.map(\.expected) == Array(0..<proposals.count))
      #expect(Set(proposals.map(\.stream)).count == 1)
      #expect(proposals.map(\.time) == proposals.map(\.time).sorted())
      #expect(proposals.allSatisfy { $0.time <= folded.now })
      #expect(proposals.count > 0)
    }
    #expect(folded.proposals.allSatisfy { (1...3).contains($0.received.count) })
  }

  @Test("What people did changes what it says it changes, from what was there")
  func acts() {
    var kinds: Set<String> = []
    for proposals in folded.proposals {
      guard case .patient(let id) = proposals[0].stream else { continue }
      var chart = Chart(id: id)
      for (version, proposal) in proposals.enumerated() {
        switch proposal.event {
        case .ownerChanged(let task, let from, let to):
          kinds.insert("owner")
          #expect(chart.tasks[task]?.value.owner ?? chart.handling[task]?.owner ?? Reference() == from)
          #expect(from != to)
          #expect(proposal.author.member != nil || proposal.author.name == "Rounds")
        case .threadRead(let thread, let member, let from, let upTo):
          kinds.insert("read")
          let times = chart.threads.first { $0.id == thread }?.messages.compactMap { $0.value.sent?.milliseconds }
          #expect(from == chart.reading.first { $0.thread == thread && $0.member == member }?.upTo)
          #expect(upTo.map { times?.contains($0) ?? false } == true)
          #expect(folded.directory[member] != nil)
        default: break
        }
        chart.apply(Entry(sequence: 1, version: version + 1, of: proposal))
      }
    }
    #expect(kinds == ["owner", "read"])
  }

  @Test("The coordinator who is signed in is a practitioner of every network, and holds work in it")
  func coordinator() {
    for seed: UInt64 in [1, 7, 99] {
      let folded = Folded(patients: 40, seed: seed)
      let member = folded.directory[DemoNetwork.coordinator]
      #expect(member.map(folded.directory.name) == "Khan, Ana")
      let own = folded.charts.flatMap { $0.openItems(SiteRules(zone: folded.zone)) }.filter {
        folded.directory[$0.owner]?.id == DemoNetwork.coordinator
      }
      #expect(own.count >= 8)
    }
  }
}
