// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: settings)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "banxin",
  products: [
    .library(name: "Banxin", targets: ["Banxin"]),
    .executable(name: "banxin", targets: ["BanxinCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The rooms, lowest first; docs/Architecture.md says what each is for, ModuleMapTests checks it.
    room("Geometry"),
    room("Diagnostics"),
    room("Schema", ["Geometry", "Diagnostics", yams]),
    room("Manuscripts", ["Geometry", "Diagnostics", "Schema"]),
    room("PageDesign", ["Geometry", "Diagnostics", "Schema"]),
    room("CJKRules", ["Geometry"]),
    room("Words", ["CJKRules", "CICU"]),
    room("Codes", ["CQREncode"]),
    room(
      "Fonts",
      ["Geometry", "Diagnostics", "Schema", "CHarfBuzz", "CFreeType", "CCrypto", yams]),
    room("Hyphenation", ["CHyphen"]),
    room("Typesetting", ["Geometry", "CJKRules", "Fonts", "Hyphenation"]),
    room("Drawing", ["Geometry", "Fonts"]),
    room("Colour", ["Drawing", "CLCMS"]),
    room(
      "Makeup",
      [
        "Geometry", "Diagnostics", "Manuscripts", "PageDesign", "CJKRules", "Words", "Codes",
        "Fonts",
        "Typesetting", "Drawing",
      ]),
    room(
      "CairoOutput",
      [
        "Geometry", "Fonts", "Drawing", "Colour", "CCairo", "CFreeType", "CHarfBuzz", "CPNG",
        "CJPEG", "CZlib",
      ]),
    room("Press", ["Geometry", "Drawing", "Colour", "CQPDF", "CJPEG", "CZlib", "CCrypto"]),
    room(
      "Banxin",
      [
        "Geometry", "Diagnostics", "Schema", "Manuscripts", "PageDesign", "CJKRules", "Fonts",
        "Hyphenation", "Typesetting", "Drawing", "Colour", "Makeup", "CairoOutput", "Press",
        "CCrypto",
      ]),
    .executableTarget(
      name: "BanxinCommand", dependencies: ["Banxin", "Diagnostics", "Press", argumentParser],
      swiftSettings: settings),
    // Times the making of lines; bench/line_speed.py runs it.
    .executableTarget(
      name: "LineBench", dependencies: ["Geometry", "CJKRules", "Fonts", "Typesetting"],
      path: "bench/LineBench", swiftSettings: settings),

    // One bench of tests a room; BanxinTests and ReadBackTests run the whole press.
    tests("GeometryTests", ["Geometry"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("ManuscriptsTests", ["Geometry", "Diagnostics", "Schema", "Manuscripts"]),
    tests("PageDesignTests", ["Geometry", "Diagnostics", "Schema", "PageDesign"]),
    tests("WordsTests", ["CJKRules", "Words"]),
    tests("FontsTests", ["Geometry", "Diagnostics", "Fonts"]),
    tests("HyphenationTests", ["Hyphenation"]),
    tests("TypesettingTests", ["Geometry", "CJKRules", "Fonts", "Hyphenation", "Typesetting"]),
    tests(
      "CairoOutputTests",
      ["Geometry", "Fonts", "Drawing", "Colour", "CairoOutput", "CFreeType", "CJPEG", "CPNG"]),
    tests("ColourTests", ["Drawing", "Colour"]),
    tests("PressTests", ["Geometry", "Drawing", "Colour", "Press"]),
    tests(
      "PlateTests",
      ["Geometry", "Fonts", "Drawing", "Colour", "CairoOutput", "Press", "Banxin", "Diagnostics"]),
    tests(
      "MakeupTests",
      [
        "Geometry", "Diagnostics", "Manuscripts", "PageDesign", "CJKRules", "Words", "Fonts",
        "Typesetting", "Drawing", "Makeup",
      ]),
    tests(
      "BanxinTests",
      ["Banxin", "Fonts", "Diagnostics", "Manuscripts", "PageDesign", "Makeup", "Press"]),
    tests(
      "ReadBackTests",
      [
        "Banxin", "Geometry", "Diagnostics", "Manuscripts", "PageDesign", "Makeup", "CairoOutput",
        "Fonts",
        "Drawing",
      ]),
    tests("CodesTests", ["Codes"]),
    tests("ModuleMapTests"),

    // C libraries, from Debian's -dev packages.
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CFreeType", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo-ft", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CLCMS", pkgConfig: "lcms2", providers: [.apt(["liblcms2-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    // Debian ships no .pc file for it: the module map names the library.
    .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)
