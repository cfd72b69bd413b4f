/// How many messages are printed; all of them stand in the report.
package struct MessageLimits: Hashable, Sendable {
  package var perFile: Int
  package var perRun: Int

  package init(perFile: Int = 20, perRun: Int = 200) {
    (self.perFile, self.perRun) = (perFile, perRun)
  }

  /// The messages to print, in their order, and how many are left out.
  package func select(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], left: Int) {
    var counts: [String: Int] = [:]
    var shown: [Diagnostic] = []
    for diagnostic in diagnostics where shown.count < perRun {
      let count = counts[diagnostic.place.file, default: 0]
      guard count < perFile else { continue }
      counts[diagnostic.place.file] = count + 1
      shown.append(diagnostic)
    }
    return (shown, diagnostics.count - shown.count)
  }

  /// What to print in place of the messages left out; nil when there are none.
  package static func remark(left: Int, in language: MessageLanguage) -> String? {
    guard left > 0 else { return nil }
    return language == .zh
      ? "还有 \(left) 条没有列出，都在 report.json 里。"
      : "\(left) more are not shown; report.json has them all."
  }
}
