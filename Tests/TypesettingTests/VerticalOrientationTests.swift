import CJKRules
import Foundation
import Testing

/// UAX #50; Debian's unicode-data is the judge.
@Suite struct `The orientation of characters` {
  private static let path = "/usr/share/unicode/VerticalOrientation.txt"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: path)))
  func `is Unicode's for all of them`() throws {
    var expected = [String](repeating: "R", count: 0x11_0000)
    for line in try String(contentsOfFile: Self.path, encoding: .utf8).split(separator: "\n") {
      let rule = line.hasPrefix("# @missing: ") ? line.dropFirst(12) : line.prefix { $0 != "#" }
      let fields = rule.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard fields.count == 2 else { continue }
      let ends = fields[0].components(separatedBy: "..").compactMap { Int($0, radix: 16) }
      let first = try #require(ends.first)
      for value in first...(ends.last ?? first) { expected[value] = fields[1] }
    }
    var wrong: [String] = []
    for value in expected.indices {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let name =
        switch VerticalOrientation.of(scalar) {
        case .turned: "R"
        case .upright: "U"
        case .uprightForm: "Tu"
        case .turnedForm: "Tr"
        }
      if name != expected[value] { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong == [])
  }

  @Test func `differs from Unicode's in Chinese, for the colons alone`() {
    for language in [Language.zhHans, .zhHantTW, .zhHantHK] {
      let others = (UInt32(0)..<0xFFFF).compactMap(Unicode.Scalar.init).filter {
        VerticalOrientation.of($0, language: language) != VerticalOrientation.of($0)
      }
      #expect(Set(others) == ["：", "；", "∶"])
    }
    #expect(VerticalOrientation.of("：", language: .ja) == .turnedForm)
    #expect(VerticalOrientation.of("：", language: .zhHans) == .uprightForm)
  }
}
