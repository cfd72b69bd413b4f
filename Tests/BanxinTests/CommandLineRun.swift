import Foundation
import Testing

/// The program as its users run it.
struct CommandLineRun {
  var code: Int32
  var output: String
  var complaints: String

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The program that was built with these tests.
  static func program() throws -> URL {
    let bundle = try #require(CommandLine.arguments.first { $0.contains(".xctest") })
    var folder = URL(filePath: bundle)
    while folder.pathExtension != "xctest" { folder.deleteLastPathComponent() }
    return folder.deletingLastPathComponent().appending(path: "banxin")
  }

  static func start(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> (process: Process, output: Pipe, complaints: Pipe) {
    let process = Process()
    process.executableURL = try program()
    process.arguments = arguments
    process.environment = ["LANG": "zh_CN.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(environment) { _, new in new }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let (output, complaints) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, complaints)
    try process.run()
    return (process, output, complaints)
  }

  init(
    _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
  ) throws {
    let run = try Self.start(arguments, in: folder, environment: environment)
    output = Self.text(run.output)
    complaints = Self.text(run.complaints)
    run.process.waitUntilExit()
    code = run.process.terminationStatus
  }

  // What the program says is less than a pipe holds, so reading one after the other cannot block it.
  private static func text(_ pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
