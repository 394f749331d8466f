import Benchmark
import Care
import Dashboard
import Demo

import Foundation
import Journal
import Panes
import Terminal

/// What a person waits for, at growing numbers of patients, over a real journal. Read the medians against one another:
/// neither opening nor a key may depend on how many patients there are.
///
///     cd Benchmarks && swift package benchmark
///
/// `ROUNDS_BENCHMARK_PATIENTS=100000` adds a large network; making it takes a minute.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(metrics: [.wallClock], maxDuration: .seconds(3), maxIterations: 2_000)
  addImportBenchmarks()
  let more = ProcessInfo.processInfo.environment["ROUNDS_BENCHMARK_PATIENTS"].flatMap { Int($0) }
  for patients in [200, 10_000] + (more.map { [$0] } ?? []) {
    Benchmark("open to first frame, \(patients) patients") { benchmark in
      let ward = try Ward.of(patients)
      for _ in benchmark.scaledIterations {
        let store = try ward.open()
        blackHole(draw(store.state))
      }
    }
    Benchmark("a key down the worklist to a frame, \(patients) patients") { benchmark in
      let store = try Ward.of(patients).open()
      for _ in benchmark.scaledIterations {
        store.send(.key(Key(store.state.worklist.index > 150 ? "g" : "j")))
        if store.state.worklist.index > 150 { store.send(.key(Key("g"))) }
        store.settle()
        blackHole(draw(store.state))
      }
    }
    Benchmark("a letter of a search to a frame, \(patients) patients") { benchmark in
      let store = try Ward.of(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      for key in "gp/" { store.send(.key(Key(key))) }
      var isWriting = true
      for _ in benchmark.scaledIterations {
        store.send(.key(isWriting ? Key("s") : Key(.backspace)))
        isWriting.toggle()
        store.settle()
        blackHole(draw(store.state))
      }
    }
    Benchmark("an append to a frame, \(patients) patients") { benchmark in
      let store = try Ward.of(patients).open()
      for number in benchmark.scaledIterations {
        store.send(.key(Key(number.isMultiple(of: 2) ? "a" : "u")))
        store.settle()
        blackHole(draw(store.state))
      }
    }
  }
}

/// A demo network in a journal of its own, made once.
private enum Ward {
  private static let folder = FileManager.default.temporaryDirectory.path + "/rounds-benchmark-"

  struct Opened {
    let journal: Journal
    let now: Instant

    /// What the program does between its start and its first frame.
    func open() throws -> Store {
      let bounds = BandBounds(now: now, zone: .utc)
      let opening = try journal.opening(around: bounds.keys.map { (.worklist, $0) })
      var workspace = Workspace(zone: .utc)
      workspace.lists = opening.lists
      workspace.directory = opening.directory
      workspace.sequence = opening.sequence
      let state = State(
        workspace: workspace, author: Author(member: DemoNetwork.coordinator, name: "Khan, Ana"), now: now,
        size: Size(width: 120, height: 40))
      var generator = SystemRandomNumberGenerator()
      let store = Store(state, ledger: JournalLedger(journal)) {
        EntryID(high: generator.next(), low: generator.next())
      }
      store.send(.resize(state.size))
      store.settle()
      return store
    }
  }

  static func of(_ patients: Int) throws -> Opened {
    let now = DemoNetwork.clock(in: .utc)
    let journal = try Journal.open(
      folder: folder + "\(patients)", siteZone: "UTC", zone: { _ in .utc }, now: now)
    if try journal.stats().entries == 0 {
      let network = DemoNetwork(patients: patients, seed: 1, now: now, zone: .utc)
      _ = try journal.append(network.directory)
      for start in stride(from: 0, to: patients, by: 250) {
        _ = try journal.append((start..<min(start + 250, patients)).flatMap { network.patient($0) })
      }
      try journal.checkpoint()
    }
    return Opened(journal: journal, now: now)
  }
}
