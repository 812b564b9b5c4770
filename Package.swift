// swift-tools-version: 6.2
import PackageDescription

/// Core modules also build as Embedded Swift; this reports some of what that dialect lacks while one types. Among the
/// rest: there a file imports every module whose members it uses.
let core: [SwiftSetting] = [
  .treatWarning("EmbeddedRestrictions", as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

/// libyaml: the system's through pkg-config; for WebAssembly its sources, in the folder that the wasm script names.
let libyaml: Target =
  Context.environment["LIBYAML_SOURCES"].map {
    .target(
      name: "CYAML", path: $0,
      cSettings: [
        .headerSearchPath("."), .define("HAVE_CONFIG_H"), .define("YAML_DECLARE_STATIC"), .define("NDEBUG"),
      ])
  } ?? .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])])

let package = Package(
  name: "drydock",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "drydock", targets: ["drydock"]),
    .executable(name: "conformance", targets: ["conformance"]),
    .executable(name: "bench", targets: ["bench"]),
    .executable(name: "catalogue-compiler", targets: ["catalogue-compiler"]),
    .executable(name: "CheckerWasm", targets: ["CheckerWasm"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // Libraries of others.
    libyaml,
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .target(name: "CCatalogue", exclude: ["facts"]),
    .target(name: "CSite"),
    .target(name: "CWasmRuntime"),

    // Core, in the order of the walk.
    .target(name: "Findings", swiftSettings: core),
    .target(
      name: "YAML", dependencies: ["CYAML", "Findings"], swiftSettings: core,
      // The standard library's conversions of `Double` call into it in debug builds.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Schema", dependencies: ["CCatalogue", "Findings", "YAML"], swiftSettings: core),
    .target(name: "CEL", dependencies: ["Findings", "Schema", "YAML"], swiftSettings: core),
    .target(name: "Resources", dependencies: ["Findings", "Schema", "YAML"], swiftSettings: core),
    .target(name: "Validation", dependencies: ["CEL", "Findings", "Resources", "Schema", "YAML"], swiftSettings: core),
    .target(name: "Simulation", dependencies: ["Findings", "Resources", "Schema", "YAML"], swiftSettings: core),
    .target(
      name: "Lint", dependencies: ["Findings", "Resources", "Schema", "Simulation", "YAML"], swiftSettings: core),
    .target(
      name: "Grading",
      dependencies: ["Findings", "Lint", "Resources", "Schema", "Simulation", "Validation", "YAML"],
      swiftSettings: core),
    .target(
      name: "Checker",
      dependencies: ["Findings", "Grading", "Lint", "Resources", "Schema", "Validation", "YAML"],
      swiftSettings: core),
    .executableTarget(name: "CheckerWasm", dependencies: ["Checker", "CWasmRuntime"], swiftSettings: core),

    // Shell.
    .target(name: "Markdown", dependencies: ["CCMark", "Findings"]),
    .target(name: "Course", dependencies: ["Checker", "Findings", "Grading", "Markdown", "Schema", "YAML"]),
    .target(
      name: "Site",
      dependencies: [
        "CSite", "Checker", "Course", "Findings", "Grading", "Markdown", "YAML",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(name: "Reports", dependencies: ["Checker", "Findings"]),
    .executableTarget(
      name: "drydock",
      dependencies: [
        "Checker", "Course", "Grading", "Reports", "Schema", "Site",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "conformance",
      dependencies: [
        "CEL", "Checker", "Course", "Findings", "Resources", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "catalogue-compiler",
      dependencies: ["YAML", .product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // Measures; tests never do.
    .target(name: "CEvents", dependencies: ["CYAML"], path: "Benchmarks/CEvents"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "CEvents", "Checker", "Findings", "Resources", "Schema", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks/bench"),

    // Tests, a folder a module.
    .testTarget(name: "FindingsTests", dependencies: ["Findings"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
    .testTarget(name: "SchemaTests", dependencies: ["Schema", "YAML", "catalogue-compiler"]),
    .testTarget(name: "CELTests", dependencies: ["CEL"]),
    .testTarget(name: "ValidationTests", dependencies: ["Checker", "Validation"]),
    .testTarget(name: "LintTests", dependencies: ["Checker", "Lint"], exclude: ["Expected"]),
    .testTarget(name: "GradingTests", dependencies: ["Grading", "Simulation"]),
    .testTarget(name: "CheckerTests", dependencies: ["Checker"], exclude: ["Mistakes"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "CourseTests", dependencies: ["Course"], exclude: ["CourseFiles", "Foreign", "Pages"]),
    .testTarget(name: "SiteTests", dependencies: ["Site"], exclude: ["Expected"]),
    .testTarget(name: "CommandTests", dependencies: ["drydock"], exclude: ["Expected"]),
  ],
  swiftLanguageModes: [.v6]
)

// In CI warnings are errors, but only ours: a flag for the whole build would also judge the packages we depend on.
if Context.environment["CI"] != nil {
  for target in package.targets where target.type != .system && target !== libyaml {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
