import Foundation
import Testing

@Suite struct CommandTests {
  @Test func `build publishes pages, proofs, a report and their sums`() throws {
    let edition = try PressTrial()
    let run = try CommandLineRun("build", edition.folder)
    #expect(run.code == 0, "\(run.complaints)")
    #expect(run.output.contains("2 版，0 个错误，0 个警告"))
    let sums = String(decoding: try edition.published("SHA256SUMS"), as: UTF8.self)
    let files = sums.split(separator: "\n").compactMap { $0.split(separator: " ").last }
    #expect(files == ["1.pdf", "1.png", "A02.pdf", "A02.png", "edition.pdf", "report.json"])
    #expect(try edition.published("1.pdf").starts(with: Data("%PDF-".utf8)))
  }

  @Test func `an edition may be named by its folder, its edition.yaml, or not at all`() throws {
    let edition = try PressTrial()
    #expect(try CommandLineRun("check", edition.folder + "/edition.yaml").code == 0)
    #expect(try CommandLineRun("check", "edition.yaml", in: edition.folder).code == 0)
    #expect(try CommandLineRun("check", in: edition.folder).code == 0)
  }

  @Test func `only the pages asked for are made`() throws {
    let edition = try PressTrial()
    let run = try CommandLineRun(
      "build", edition.folder, "--pages", "A02", "-f", "png", "--ppi", "40")
    #expect(run.code == 0, "\(run.complaints)")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: edition.folder + "/out/current")
    #expect(files.sorted() == ["A02.png", "SHA256SUMS", "report.json"])
  }

  @Test func `text without room is a contained error`() throws {
    let edition = try PressTrial()
    try edition.write(
      "articles/lead.md", PressTrial.story(id: "lead", page: "1", paragraphs: 30))
    let run = try CommandLineRun("build", edition.folder, "--diagnostic-format", "short")
    #expect(run.code == 3)
    #expect(run.complaints.contains("error[E0502]"))
    let overset = try edition.report()["overset"] as? [[String: Any]]
    #expect(overset?.first?["article"] as? String == "lead")
    #expect(try CommandLineRun("check", edition.folder).code == 65)
  }

  @Test func `warnings count when they are asked to`() throws {
    let edition = try PressTrial()
    try FileManager.default.removeItem(atPath: edition.folder + "/articles/other.md")
    #expect(try CommandLineRun("build", edition.folder).code == 0)
    #expect(try CommandLineRun("build", edition.folder, "--strict").code == 3)
    #expect(try CommandLineRun("check", edition.folder, "--strict").code == 3)
  }

  @Test func `what cannot be made says so by its exit code`() throws {
    let edition = try PressTrial()
    #expect(try CommandLineRun("build", edition.folder + "/nowhere").code == 66)
    #expect(try CommandLineRun("build", edition.folder, "--no-such-flag").code == 64)
    #expect(try CommandLineRun("build", edition.folder, "--pdfx", "x3").code == 64)
    #expect(try CommandLineRun("build", edition.folder, "--pages", "7").code == 64)
    #expect(try CommandLineRun("build", edition.folder, "-o", edition.folder).code == 73)
    try edition.write("edition.yaml", PressTrial.overview + "titel: x\n")
    #expect(try CommandLineRun("build", edition.folder).code == 78)
    #expect(try CommandLineRun("check", edition.folder).code == 65)
  }

  @Test func `the same edition gives the same bytes anywhere`() throws {
    let edition = try PressTrial()
    let first = try CommandLineRun("build", edition.folder, "-j", "1")
    let second = try CommandLineRun(
      "build", ".", "-j4", "-o", "elsewhere", "--lang", "en", in: edition.folder,
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"])
    #expect(first.code == 0 && second.code == 0)
    #expect(
      try edition.published("SHA256SUMS") == edition.published("SHA256SUMS", in: "elsewhere"))
  }

  @Test func `an interrupted build leaves the last edition and cleans up later`() throws {
    let edition = try PressTrial()
    #expect(try CommandLineRun("build", edition.folder).code == 0)
    // Many pages at a high resolution take long enough to be interrupted.
    let pages = (10..<50).map { "  - {code: \"\($0)\", layout: layouts/small.yaml}" }
    let many = PressTrial.overview.replacing(
      "articles:", with: pages.joined(separator: "\n") + "\narticles:")
    try edition.write("edition.yaml", many)
    let run = try CommandLineRun.start(["build", edition.folder, "--ppi", "1200", "-j1"])
    let out = edition.folder + "/out"
    while run.process.isRunning, !FileManager.default.fileExists(atPath: out + "/2026-03-18-2.tmp")
    {
      usleep(1000)
    }
    run.process.terminate()
    run.process.waitUntilExit()
    #expect(run.process.terminationStatus == 143)
    let current = try FileManager.default.destinationOfSymbolicLink(atPath: out + "/current")
    #expect(current == "2026-03-18-1")
    try edition.write("edition.yaml", PressTrial.overview)
    let next = try CommandLineRun("build", edition.folder)
    #expect(next.complaints.contains("W1107"))
    #expect(!FileManager.default.fileExists(atPath: out + "/2026-03-18-2.tmp"))
  }

  @Test func `nobody need listen to the messages`() throws {
    let edition = try PressTrial()
    try edition.write("edition.yaml", PressTrial.overview + "titel: x\n")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let program = try CommandLineRun.program().path
    shell.arguments = ["-c", "\(program) build \(edition.folder) >&- 2>&-"]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 78)
  }

  @Test func `overlays change the proof`() throws {
    let edition = try PressTrial()
    _ = try CommandLineRun("build", edition.folder, "-f", "png", "-o", edition.folder + "/plain")
    let shown = try CommandLineRun(
      "build", edition.folder, "-f", "png", "--show", "grid,baselines,frames,slots")
    #expect(shown.code == 0, "\(shown.complaints)")
    #expect(try edition.published("1.png") != edition.published("1.png", in: "plain"))
    #expect(try CommandLineRun("build", edition.folder, "--show", "nothing").code == 64)
  }

  @Test func `a sample becomes an edition with another name`() throws {
    let edition = try PressTrial()
    let folder = edition.folder + "/new"
    let run = try CommandLineRun("init", folder, "--paper", "江城晚报")
    #expect(run.code == 0, "\(run.complaints)")
    let overview = try String(contentsOfFile: folder + "/edition.yaml", encoding: .utf8)
    #expect(overview.contains("paper: 江城晚报") && !overview.contains("砚江日报"))
    #expect(overview.contains("layout: layouts/daily-front.yaml"))
    #expect(try CommandLineRun("query", folder, "articles").output.contains("layouts") == false)
    #expect(try CommandLineRun("init", folder).code == 73)
    #expect(try CommandLineRun("init", folder + "2", "--template", "no").code == 64)
    #expect(try CommandLineRun("init", folder + "2", "--paper", "a: b").code == 64)
  }

  @Test func `query writes tables, JSON and CSV`() throws {
    let edition = try PressTrial()
    let json = try CommandLineRun("query", edition.folder, "frames", "--format", "json").output
    let lines = try json.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(lines.count == 2)
    #expect(lines[0]?["page"] as? String == "1")
    let csv = try CommandLineRun("query", edition.folder, "articles", "--format", "csv").output
    #expect(csv.hasPrefix("id,page,slot,title,chars,frames,file\nlead,1,lead,两岸通了,"))
    for subject in ["overset", "jumps", "ads", "fonts", "images"] {
      #expect(try CommandLineRun("query", edition.folder, subject).code == 0)
    }
  }

  @Test func `messages come as one line each, or as JSON`() throws {
    let edition = try PressTrial()
    try edition.write("edition.yaml", PressTrial.overview + "titel: x\n")
    let short = try CommandLineRun("check", edition.folder, "--diagnostic-format", "short")
    #expect(short.complaints.hasPrefix("edition.yaml:9:1: error[E0201]:"))
    let json = try CommandLineRun("check", edition.folder, "--diagnostic-format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.complaints.utf8))
    #expect((object as? [String: Any])?["code"] as? String == "E0201")
    let english = try CommandLineRun("check", edition.folder, "--lang", "en")
    #expect(english.output.contains("1 error"))
  }

  @Test func `the program explains its codes, fonts, keys and itself`() throws {
    #expect(try CommandLineRun("explain", "E0502").output.contains("排不下"))
    #expect(try CommandLineRun("explain", "E9999").code == 64)
    #expect(try CommandLineRun("explain").output.contains("E1109"))
    #expect(try CommandLineRun("fonts", "list").output.contains("song"))
    let info = try CommandLineRun("info", "--format", "json").output
    #expect(try JSONSerialization.jsonObject(with: Data(info.utf8)) is [String: Any])
    for name in ["edition", "article", "layout", "styles", "rules", "ads"] {
      let schema = try CommandLineRun("schema", name).output
      let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
      #expect(object?["properties"] is [String: Any], "\(name)")
    }
  }
}
