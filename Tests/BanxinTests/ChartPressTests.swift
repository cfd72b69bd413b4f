import Banxin
import Diagnostics
import Foundation
import Testing

/// Charts from the CSV to the files.
@Suite struct `A chart through the whole press` {
  private func trial(_ chart: String, text: String = "") throws -> PressTrial {
    let trial = try PressTrial()
    try trial.write("tables/c.csv", "月份,日均上市量,批发均价\n1月,5.1,4.3\n2月,4.9,4.6\n3月,6.4,3.8\n")
    try trial.write("tables/p.csv", "品种,占比\n叶菜,46%\n根茎,30%\n其他,24%\n")
    try trial.write(
      "articles/lead.md",
      """
      ---
      id: lead
      title: 春菜下山
      page: "1"
      slot: lead
      chart: {\(chart), title: 上市量与均价, unit: 单位：百吨, source: 市价格监测中心}
      ---
      \(text)

      """)
    return trial
  }

  private func build(_ trial: PressTrial, _ change: (inout BuildRequest) -> Void = { _ in }) throws
    -> BuildOutcome
  {
    let house = try #require(HouseFiles(root: CommandLineRun.root))
    var request = BuildRequest(edition: trial.folder)
    request.formats = [.pdf, .png]
    change(&request)
    return Banxin.build(request, house: house) { _ in }
  }

  private func text(of trial: PressTrial) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", "-raw", "\(trial.folder)/out/current/1.pdf", "-"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // Gaps between characters and digits come out as blanks.
    return String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }
  }

  @Test(arguments: ["column", "bar", "line"])
  func `is in the PDF as type, on proofs and for print`(kind: String) throws {
    let chart = "file: tables/c.csv, kind: \(kind)"
    for profile in ["proof", "print"] {
      let trial = try trial(chart)
      let outcome = try build(trial) { $0.profile = profile }
      let codes = outcome.diagnostics.map(\.code)
      #expect(codes.isEmpty, "\(codes)")
      let text = try text(of: trial)
      for label in ["上市量与均价", "单位：百吨", "数据来源：市价格监测中心", "日均上市量", "3月"] {
        #expect(text.contains(label), "\(kind) \(profile) \(label)")
      }
    }
  }

  @Test func `gives the same bytes each time`() throws {
    let chart = "file: tables/p.csv, kind: pie"
    let files = try (0..<2).map { _ in
      let trial = try trial(chart, text: String(repeating: "两岸的人往来方便了。", count: 20))
      _ = try build(trial)
      return try [trial.published("1.pdf"), trial.published("1.png")]
    }
    #expect(files[0] == files[1])
  }

  @Test func `that is broken costs its place, not its story`() throws {
    let trial = try trial("file: tables/none.csv", text: "两岸的人往来方便了。")
    let outcome = try build(trial)
    #expect(outcome.diagnostics.contains { $0.code == .fileMissing })
    let text = try text(of: trial)
    #expect(text.contains("往来方便") && text.contains("上市量与均价"))
  }
}
