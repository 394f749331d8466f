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
    Benchmark("open to first frame, \(patients) patients") { (benchmark: Benchmark, ward: Ward) throws -> Void in
      blackHole(draw(try ward.open().state))
    } setup: {
      try Ward(patients)
    }
    Benchmark("a key down the worklist to a frame, \(patients) patients") { (_: Benchmark, store: Store) -> Void in
      store.send(.key(Key(store.state.worklist.cursor.index < 150 ? "j" : "k")))
      store.settle()
      blackHole(draw(store.state))
    } setup: {
      try Ward(patients).open()
    }
    Benchmark("a letter of a search to a frame, \(patients) patients") { (_: Benchmark, store: Store) -> Void in
      store.send(.key(store.state.filter(.patients)?.isEmpty ?? true ? Key("s") : Key(.backspace)))
      store.settle()
      blackHole(draw(store.state))
    } setup: {
      let store = try Ward(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      for key in "gp/" { store.send(.key(Key(key))) }
      return store
    }
    Benchmark("the longest wait of ordering the worklist by patient, \(patients) patients") {
      (benchmark: Benchmark, store: Store) -> Void in
      // Each slice is one iteration: what a key pressed meanwhile has to wait for.
      if !store.hasSpareWork { for key in "op" { store.send(.key(Key(key))) } } else { store.doSpareWork() }
      store.settle()
    } setup: {
      let store = try Ward(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      return store
    }
    Benchmark("a letter of a query to a frame, \(patients) patients") { (_: Benchmark, store: Store) -> Void in
      let isLong = store.state.filter(.worklist)?.text.hasSuffix("o") ?? false
      store.send(.key(isLong ? Key(.backspace) : Key("o")))
      store.settle()
      blackHole(draw(store.state))
    } setup: {
      let store = try Ward(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      for key in "/owner:me due:<30d " { store.send(.key(Key(key))) }
      return store
    }
    Benchmark("the longest wait of a query over the worklist, \(patients) patients") {
      (_: Benchmark, store: Store) -> Void in
      if !store.hasSpareWork { for key in "3" { store.send(.key(Key(key))) } } else { store.doSpareWork() }
      store.settle()
    } setup: {
      let store = try Ward(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      return store
    }
    Benchmark("a verdict of a triage to the next item's frame, \(patients) patients") {
      (_: Benchmark, store: Store) -> Void in
      store.send(.key(Key(store.state.triage?.index ?? 0 > 50 ? "u" : "s")))
      store.settle()
      blackHole(draw(store.state))
      store.send(.painted)
    } setup: {
      let store = try Ward(patients).open()
      while store.hasSpareWork { store.doSpareWork() }
      // As many as one sitting takes, at every size.
      for key in "/khan rossi" { store.send(.key(Key(key))) }
      while store.state.count(.worklist) < 60 { store.send(.key(Key(.backspace))) }
      store.send(.key(Key(.enter)))
      while store.hasSpareWork { store.doSpareWork() }
      store.send(.key(Key("t")))
      store.settle()
      return store
    }
    if patients <= 10_000 {
      Benchmark(
        "all lists and derived lines made anew, \(patients) patients", configuration: .init(maxIterations: 3)
      ) { (_: Benchmark, ward: Ward) throws -> Void in
        try ward.rebuild()
      } setup: {
        try Ward(patients)
      }
    }
    Benchmark("an append to a frame, \(patients) patients") { (_: Benchmark, store: Store) -> Void in
      store.send(.key(Key(store.state.deeds.isEmpty ? "A" : "u")))
      store.settle()
      blackHole(draw(store.state))
    } setup: {
      // The first task that is somebody else's, so that taking it is an entry, and undoing that another.
      let store = try Ward(patients).open()
      while let row = store.state.selectedWork,
        row.kind != .task || store.state.workspace.directory[row.owner]?.id == DemoNetwork.coordinator
      {
        store.send(.key(Key("j")))
        store.settle()
      }
      return store
    }
  }
}

/// A demo network in a journal of its own, made once.
private struct Ward {
  private static let folder = FileManager.default.temporaryDirectory.path + "/rounds-benchmark-"
  private let journal: Journal
  private let now = DemoNetwork.clock(in: .utc)

  init(_ patients: Int) throws {
    journal = try Journal.open(
      folder: Self.folder + "\(patients)", siteZone: "UTC", zone: { _ in .utc }, now: now)
    guard try journal.opening().sequence == 0 else { return }
    let network = DemoNetwork(patients: patients, seed: 1, now: now, zone: .utc)
    _ = try journal.append(network.directory)
    for start in stride(from: 0, to: patients, by: 250) {
      _ = try journal.append((start..<min(start + 250, patients)).flatMap { network.patient($0) })
    }
    try journal.checkpoint()
  }

  func rebuild() throws { try journal.rebuild() }

  /// What the program does between its start and its first frame.
  func open() throws -> Store {
    let opening = try journal.opening(around: WorkOrder.keys(now: now, zone: .utc).map { (.worklist, $0) })
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
