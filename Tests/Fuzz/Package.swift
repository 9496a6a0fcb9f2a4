// swift-tools-version: 6.2
// Built by Tests/fuzz alone: the sources are those of the product, made anew with the fuzzer's counters.
import PackageDescription

let package = Package(
  name: "fuzz",
  products: [.library(name: "Fuzz", type: .static, targets: ["Fuzz"])],
  targets: [
    .target(name: "CConverter", path: "Sources/CConverter"),
    .systemLibrary(name: "CXML", path: "Sources/CXML", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CArchive", path: "Sources/CArchive", pkgConfig: "libarchive"),
    .target(name: "Diagnostics", path: "Sources/Diagnostics"),
    .target(name: "Figures", path: "Sources/Figures"),
    .target(name: "Documents", dependencies: ["Diagnostics"], path: "Sources/Documents"),
    .target(
      name: "Decoding", dependencies: ["CArchive", "CConverter", "CXML", "Diagnostics", "Documents"],
      path: "Sources/Decoding"),
    .target(name: "Reports", dependencies: ["Diagnostics", "Documents", "Figures"], path: "Sources/Reports"),
    .target(
      name: "ReportFixtures",
      dependencies: ["CArchive", "Decoding", "Diagnostics", "Documents", "Figures", "Reports"],
      path: "ReportFixtures"),
    .target(name: "Fuzz", dependencies: ["ReportFixtures"], path: "Entry"),
  ],
  swiftLanguageModes: [.v6]
)
for target in package.targets where target.type == .regular && target.name != "CConverter" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
