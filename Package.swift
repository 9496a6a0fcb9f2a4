// swift-tools-version: 6.2
import PackageDescription

/// Every module of ours: warnings are errors, imports are internal and complete.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The hot path is spread over a few modules; this lets small helpers be inlined across them.
let hot: [SwiftSetting] =
  strict + [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]

/// The programs carry the Swift runtime with them, so that they run where no toolchain is.
let selfContained: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"]),
  .unsafeFlags(["-Xlinker", "--strip-all"], .when(configuration: .release)),
  // The runtime brings 90,000 relocations. Packed they take next to nothing of what is resident; gold cannot.
  .unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]),
  // What the static Foundation (which GRDB and ArgumentParser bring) needs and does not name itself.
  .linkedLibrary("_FoundationCollections"), .linkedLibrary("_FoundationCShims"),
  .linkedLibrary("CoreFoundation"),
  .linkedLibrary("_FoundationICU"), .linkedLibrary("stdc++"),
]

let package = Package(
  name: "govreportd",
  products: [
    .executable(name: "govreportd", targets: ["govreportd"]),
    .executable(name: "govreport", targets: ["govreport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Thin doors to C and C++ libraries, nothing else.
    .target(name: "CConverter"),
    .target(name: "CLinux"),
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .systemLibrary(name: "CGcrypt", pkgConfig: "libgcrypt", providers: [.apt(["libgcrypt20-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),

    // Pure values: text, figures, documents, reports, rules, inspections.
    .target(name: "Diagnostics", swiftSettings: hot),
    .target(name: "Figures", swiftSettings: hot),
    .target(name: "Documents", dependencies: ["Diagnostics"], swiftSettings: hot),
    .target(
      name: "Decoding", dependencies: ["CArchive", "CConverter", "CXML", "Diagnostics", "Documents"],
      swiftSettings: hot),
    .target(name: "Reports", dependencies: ["Diagnostics", "Documents", "Figures"], swiftSettings: hot),
    .target(
      name: "RuleLanguage", dependencies: ["CRE2", "Diagnostics", "Figures"], swiftSettings: hot),
    .target(
      name: "RuleInterpreter", dependencies: ["CRE2", "Diagnostics", "Figures", "RuleLanguage"],
      swiftSettings: hot),
    .target(
      name: "Inspection",
      dependencies: [
        "CGcrypt", "Decoding", "Diagnostics", "Documents", "Figures", "Reports", "RuleInterpreter",
        "RuleLanguage",
      ], swiftSettings: hot),

    // The world: disk, database, journal, inotify.
    .target(
      name: "FileAccess",
      dependencies: ["CLinux", "Diagnostics", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: ["Figures", "Inspection", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["LEDGER.md"], swiftSettings: strict),
    .target(
      name: "Reinspection",
      dependencies: [
        "FileAccess", "Inspection", "Ledger", .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .target(name: "Systemd", dependencies: ["CSystemd", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "Inbox",
      dependencies: ["CLinux", "FileAccess", .product(name: "SystemPackage", package: "swift-system")],
      exclude: ["STATES.md"], swiftSettings: strict),

    // The programs.
    .executableTarget(
      name: "govreportd",
      dependencies: [
        "CLinux", "Diagnostics", "FileAccess", "Inbox", "Inspection", "Ledger", "Reinspection", "Systemd",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict, linkerSettings: selfContained),
    .executableTarget(
      name: "govreport",
      dependencies: [
        "Diagnostics", "Figures", "FileAccess", "Inspection", "Ledger", "Reinspection", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict, linkerSettings: selfContained),

    // Tests, one suite a module.
    .target(
      name: "TestSupport",
      dependencies: ["FileAccess", .product(name: "SystemPackage", package: "swift-system")],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "ReportFixtures",
      dependencies: ["CArchive", "Decoding", "Diagnostics", "Documents", "Figures", "Reports"],
      path: "Tests/ReportFixtures", swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "ReportFixtures"], swiftSettings: strict),
    .testTarget(name: "FiguresTests", dependencies: ["Figures", "ReportFixtures"], swiftSettings: strict),
    .testTarget(
      name: "DecodingTests",
      dependencies: [
        "CArchive", "Decoding", "Diagnostics", "Documents", "Figures", "ReportFixtures", "Reports",
      ], exclude: ["Files"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Decoding", "Diagnostics", "Documents", "Figures", "ReportFixtures", "Reports"],
      swiftSettings: strict),
    .testTarget(
      name: "RuleLanguageTests", dependencies: ["Diagnostics", "Figures", "RuleLanguage"],
      exclude: ["Goldens"],
      swiftSettings: strict),
    .testTarget(
      name: "RuleInterpreterTests",
      dependencies: ["Diagnostics", "Figures", "RuleInterpreter", "RuleLanguage"],
      swiftSettings: strict),
    .testTarget(
      name: "InspectionTests", dependencies: ["Figures", "Inspection", "ReportFixtures", "Reports"],
      swiftSettings: strict),
    .testTarget(
      name: "FileAccessTests",
      dependencies: ["FileAccess", "TestSupport", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .testTarget(
      name: "LedgerTests",
      dependencies: [
        "Figures", "Inspection", "Ledger", "TestSupport",
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    .testTarget(name: "SystemdTests", dependencies: ["Systemd"], swiftSettings: strict),
    .testTarget(
      name: "InboxTests",
      dependencies: [
        "FileAccess", "Inbox", "TestSupport", .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: strict),
    // These two run the real programs.
    .testTarget(
      name: "DaemonTests",
      dependencies: [
        "FileAccess", "TestSupport", .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ToolTests", dependencies: ["ReportFixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
