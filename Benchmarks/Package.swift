// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product's build stays lean. Its sources are links to the product's, which keeps
// what is `package` there in reach here.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
]

let package = Package(
  name: "rounds-benchmarks",
  dependencies: [
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        "dark", "light", "high-contrast", "colour-blind", "solarized", "solarized-light", "mono",
      ].map { .embedInCode("\($0).toml") }, swiftSettings: settings),
    .target(name: "Settings", dependencies: ["TOMLKit"], swiftSettings: settings),
    .target(name: "Terminal", dependencies: ["CTerminal", "Settings", "Themes"], swiftSettings: settings),
    .target(name: "Care", swiftSettings: settings),
    .target(
      name: "Sealing", dependencies: [.product(name: "Crypto", package: "swift-crypto")], swiftSettings: settings),
    .target(
      name: "Journal", dependencies: ["Care", "Sealing", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(name: "Exchange", dependencies: ["Care", "Sealing"], swiftSettings: settings),
    .target(name: "Demo", dependencies: ["Care"], swiftSettings: settings),
    .target(name: "Dashboard", dependencies: ["Care", "Settings", "Terminal"], swiftSettings: settings),
    .target(name: "Panes", dependencies: ["Dashboard", "Care", "Terminal"], swiftSettings: settings),
    .executableTarget(
      name: "RoundsBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"), "Care", "Dashboard", "Demo", "Exchange", "Journal", "Panes",
        "Terminal",
      ],
      path: "Benchmarks/RoundsBenchmarks",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
