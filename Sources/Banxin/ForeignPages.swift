import Diagnostics
import Foundation
import Manuscripts

/// Advertisers' PDF pages as pictures, drawn by poppler's pdftocairo in a process of its own: the file
/// comes from strangers, and a reader that dies of it must not take the edition along.
enum ForeignPages {
  private static let program = "/usr/bin/pdftocairo"
  /// Finer than a newspaper's screen, so that small type in an advertisement stays sharp.
  private static let ppi = 250
  private static let seconds = 20.0

  static var programIfPresent: String? {
    FileManager.default.isExecutableFile(atPath: program) ? program : nil
  }

  /// Pictures by the path that the display list names, and what could not be drawn.
  static func render(of edition: Edition, in folder: String) -> Diagnosed<[String: [UInt8]]> {
    var pictures: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    for ad in edition.ads {
      guard let file = ad.file, file.kind == .pdf, pictures[file.path] == nil else { continue }
      switch picture(of: "\(folder)/\(file.path)") {
      case .success(let bytes): pictures[file.path] = bytes
      case .failure(let fault):
        let place = ad.path?.place ?? ad.place
        diagnostics.append(
          Diagnostic(.adBroken, at: place, page: ad.page, frame: ad.slot)
            .wording("reason", fault.zh, fault.en))
      }
    }
    return Diagnosed(pictures, diagnostics)
  }

  private struct Fault: Error {
    var zh: String
    var en: String
  }

  private static func picture(of path: String) -> Result<[UInt8], Fault> {
    guard let program = programIfPresent else {
      return .failure(
        Fault(zh: "没有 pdftocairo，请装 poppler-utils", en: "no pdftocairo; install poppler-utils"))
    }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "-png", "-singlefile", "-f", "1", "-l", "1", "-r", "\(ppi)", path, "-",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      return .failure(Fault(zh: "\(error)", en: "\(error)"))
    }
    let deadline = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: deadline)
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    deadline.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0, !bytes.isEmpty else {
      return .failure(Fault(zh: "pdftocairo 画不出第 1 页", en: "pdftocairo cannot draw page 1"))
    }
    return .success(Array(bytes))
  }
}
