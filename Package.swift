// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "callsim",
  platforms: [.macOS("26.0")],
  products: [
    .library(name: "CallModel", targets: ["CallModel"]),
    .library(name: "CallScenario", targets: ["CallScenario"]),
    .library(name: "CallReport", targets: ["CallReport"]),
    .library(name: "CallLog", targets: ["CallLog"]),
    .library(name: "CallCheck", targets: ["CallCheck"]),
    .executable(name: "callsim", targets: ["callsim"]),
  ],
  targets: [
    .target(name: "CallModel", swiftSettings: strict),
    .target(name: "CallScenario", dependencies: ["CallModel"], swiftSettings: strict),
    .target(
      name: "CallReport", dependencies: ["CallModel", "CallScenario", "CallLog", "CallCheck"], swiftSettings: strict),
    .target(name: "CallLog", swiftSettings: strict),
    .target(name: "CallCheck", dependencies: ["CallModel", "CallLog"], swiftSettings: strict),
    .executableTarget(
      name: "callsim", dependencies: ["CallModel", "CallScenario", "CallReport", "CallLog", "CallCheck"],
      swiftSettings: strict),
    .testTarget(name: "CallModelTests", dependencies: ["CallModel", "CallScenario"], swiftSettings: strict),
    .testTarget(
      name: "CallScenarioTests", dependencies: ["CallModel", "CallScenario", "CallReport"], swiftSettings: strict),
    .testTarget(
      name: "CallReportTests", dependencies: ["CallModel", "CallScenario", "CallReport", "CallLog", "CallCheck"],
      swiftSettings: strict),
    .testTarget(name: "CallLogTests", dependencies: ["CallLog"], swiftSettings: strict),
    .testTarget(
      name: "CallCheckTests", dependencies: ["CallModel", "CallScenario", "CallLog", "CallCheck"],
      swiftSettings: strict),
    .testTarget(name: "callsimTests", dependencies: ["callsim"], swiftSettings: strict),
  ]
)
