// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Who may import whom, ground floor first. Tests/LayersTests holds the sources to it.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .strictMemorySafety(),
  ]
  // A newer compiler may warn of more, so warnings stop only the builds that ask for it.
  + (ProcessInfo.processInfo.environment["ROUNDS_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "rounds",
  products: [.executable(name: "rounds", targets: ["rounds"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The screen.
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(
      name: "Themes", path: "Themes",
      resources: [
        "dark", "light", "high-contrast", "colour-blind", "solarized", "solarized-light", "mono",
      ].map { .embedInCode("\($0).toml") }, swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CTerminal", "Settings", "Themes"], swiftSettings: strict),

    // The record.
    .target(name: "Care", swiftSettings: strict),
    .target(
      name: "Sealing", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "Journal", dependencies: ["Care", "Sealing", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(name: "Exchange", dependencies: ["Care", "Sealing"], swiftSettings: strict),
    .target(name: "Demo", dependencies: ["Care"], swiftSettings: strict),

    // The program.
    .target(name: "Settings", dependencies: ["TOMLKit"], swiftSettings: strict),
    .target(name: "Dashboard", dependencies: ["Care", "Settings", "Terminal"], swiftSettings: strict),
    .target(name: "Panes", dependencies: ["Dashboard", "Care", "Terminal"], swiftSettings: strict),
    .executableTarget(
      name: "rounds",
      dependencies: [
        "Care", "Dashboard", "Demo", "Exchange", "Journal", "Panes", "Sealing", "Settings", "Terminal", "Themes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CTerminal", "Settings", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "CareTests", dependencies: ["Care", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "JournalTests", dependencies: ["Journal", "Care", "Sealing", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Care", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DemoTests", dependencies: ["Demo", "Care", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "Care", "Settings", "Terminal", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PanesTests", dependencies: ["Panes", "Dashboard", "Demo", "Care", "Terminal", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "LayersTests", swiftSettings: strict),
    .testTarget(
      name: "RoundsTests", dependencies: ["rounds", "Care", "Dashboard", "Terminal", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Terminal", "TestSupport"], path: "Tests/EndToEnd", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
