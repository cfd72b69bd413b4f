import Foundation
import Testing

/// docs/Conformance.md leads from a rule to its code and its test; both must be where it says.
@Suite struct ConformanceTests {
  @Test func `every rule leads to sources that are there`() throws {
    for rule in try Conformance.rules() {
      let targets = rule.code.matches(of: #/\]\(\.\.\/([^)]+)\)/#).map { String($0.output.1) }
      #expect(!targets.isEmpty || rule.code.contains("not built"), "\(rule.id)")
      for file in targets {
        let path = Conformance.root.appending(path: file).path
        #expect(FileManager.default.fileExists(atPath: path), "\(rule.id): \(file)")
      }
    }
  }

  @Test func `every rule names tests that are there`() throws {
    let tests = Conformance.testText
    for rule in try Conformance.rules() {
      for name in rule.test.matches(of: #/"([^"]+)"/#).map({ String($0.output.1) }) {
        #expect(tests.contains("`\(name)`"), "\(rule.id): \(name)")
      }
      for suite in rule.test.matches(of: #/\b[A-Z]\w+Tests\b/#).map({ String($0.output) }) {
        #expect(Conformance.names.contains(suite), "\(rule.id): \(suite)")
      }
    }
  }

  @Test func `every rule has a test, or a reason why it is not built`() throws {
    for rule in try Conformance.rules() {
      let says = rule.code.contains("not built") || rule.test.contains(#/"|Tests/#)
      #expect(says && !rule.authority.isEmpty, "\(rule.id)")
    }
  }

  /// What the trade's rules come to, by group.
  @Test(arguments: [
    ("FG", 11), ("KN", 12), ("UB", 7), ("PW", 14), ("HP", 5), ("LA", 9), ("HL", 5), ("PG", 8),
    ("IM", 7), ("RB", 7), ("WN", 2), ("VW", 9), ("WT", 4), ("KO", 5), ("FN", 7),
  ])
  func `no rule of a group is left out`(group: String, count: Int) throws {
    let ids = try Set(Conformance.rules().map(\.id))
    for number in 1...count { #expect(ids.contains("\(group)\(number)")) }
  }
}

private enum Conformance {
  struct Rule {
    var id, what, authority, code, test: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func rules() throws -> [Rule] {
    let page = try String(contentsOf: root.appending(path: "docs/Conformance.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.contains(#/^\| [A-Z]{2}[0-9]+ /#) }.map { line in
      let cells = line.dropFirst().split(separator: " | ", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " |")) }
      let cell = { (index: Int) in index < cells.count ? cells[index] : "" }
      return Rule(id: cell(0), what: cell(1), authority: cell(2), code: cell(3), test: cell(4))
    }
  }

  static let names = Set(
    paths(under: "Tests").flatMap { path in path.split(separator: "/").map { stem($0) } })
  static let testText = paths(under: "Tests").filter { $0.hasSuffix(".swift") }
    .compactMap { try? String(contentsOf: root.appending(path: $0), encoding: .utf8) }.joined()

  private static func stem(_ name: Substring) -> String {
    String(name.split(separator: ".").first ?? "")
  }

  private static func paths(under folder: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (found?.compactMap { $0 as? String } ?? []).map { folder + "/" + $0 }.sorted()
  }
}
