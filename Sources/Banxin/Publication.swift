import Diagnostics
import Foundation
import Manuscripts
import Synchronization

/// One edition on its way into `out/` (出版): all of it or nothing.
///
/// Files go into `out/<date>-<n>.tmp/`; `publish` names the folder `out/<date>-<n>` and then points
/// `out/current` at it, each by one rename. A run that dies in between leaves `current` as it was,
/// and the next run removes what is left over.
package final class Publication: Sendable {
  /// The output folder.
  package let folder: String
  /// `<date>-<n>`, the name of the finished folder.
  package let name: String
  /// Folders of earlier runs that died, which were removed.
  package let leftovers: [String]

  private let disk: Disk
  private let lock: RunLock
  private let state = Mutex(State())

  private struct State {
    var sums: [(file: String, digest: String)] = []
    var isPublished = false
  }

  /// Takes the folder's lock and makes the temporary folder.
  package init(into folder: String, date: CivilDate, disk: Disk = Disk()) throws(PublicationFailure)
  {
    (self.folder, self.disk) = (folder, disk)
    try Self.makeFolders(folder, disk)
    lock = try RunLock(folder: folder)
    leftovers = try Self.removeLeftovers(in: folder)
    name = try Self.nextName(for: date, in: folder)
    try disk.make(temporaryFolder)
  }

  deinit {
    if !state.withLock({ $0.isPublished }) {
      try? FileManager.default.removeItem(atPath: temporaryFolder)
    }
  }

  /// Adds one file; `path` may name a folder inside the edition (`epaper/index.html`).
  package func add(_ bytes: [UInt8], as path: String) throws(PublicationFailure) {
    let parts = path.split(separator: "/")
    for depth in 1..<max(1, parts.count) {
      let inner = temporaryFolder + "/" + parts.prefix(depth).joined(separator: "/")
      if !FileManager.default.fileExists(atPath: inner) { try disk.make(inner) }
    }
    try disk.save(bytes, at: temporaryFolder + "/" + path)
    let digest = SHA256.hex(of: bytes)
    state.withLock { $0.sums.append((path, digest)) }
  }

  /// Closes the edition with its `SHA256SUMS` and makes it the current one. `runFacts` are what the
  /// machine has to say (times, paths); they stand beside the folder, which holds only what the input
  /// determines.
  package func publish(runFacts: [UInt8]) throws(PublicationFailure) {
    let sums = state.withLock { $0.sums }.sorted { $0.file < $1.file }
    let list = sums.map { "\($0.digest)  \($0.file)\n" }.joined()
    try disk.save(Array(list.utf8), at: temporaryFolder + "/SHA256SUMS")
    for inner in innerFolders(of: sums.map(\.file)) { try disk.settle(inner) }
    try disk.settle(temporaryFolder)
    let facts = "\(folder)/\(name).run.json"
    unlink(facts)
    try disk.save(runFacts, at: facts)
    try disk.move(temporaryFolder, to: folder + "/" + name)
    state.withLock { $0.isPublished = true }
    try disk.settle(folder)
    try disk.point(folder + "/current", at: name)
    try disk.settle(folder)
  }

  private var temporaryFolder: String { "\(folder)/\(name).tmp" }

  private func innerFolders(of files: [String]) -> [String] {
    let parents = files.map { ($0 as NSString).deletingLastPathComponent }
    return Set(parents).subtracting([""]).sorted().map { temporaryFolder + "/" + $0 }
  }

  private static func makeFolders(_ folder: String, _ disk: Disk) throws(PublicationFailure) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw .system(file: folder, code: ENOTDIR) }
      return
    }
    let parent = (folder as NSString).deletingLastPathComponent
    if !parent.isEmpty { try makeFolders(parent, disk) }
    try disk.make(folder)
  }

  private static func entries(of folder: String) throws(PublicationFailure) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .system(file: folder, code: EACCES)
    }
  }

  // The lock is held, so no living run owns them.
  private static func removeLeftovers(in folder: String) throws(PublicationFailure) -> [String] {
    let dead = try entries(of: folder).filter {
      $0.wholeMatch(of: /\d{4}-\d\d-\d\d-\d+\.tmp/) != nil
    }
    for name in dead { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    return dead
  }

  private static func nextName(
    for date: CivilDate, in folder: String
  ) throws(PublicationFailure) -> String {
    let prefix = date.isoText + "-"
    let numbers = try entries(of: folder).compactMap { entry -> Int? in
      entry.hasPrefix(prefix) ? Int(entry.dropFirst(prefix.count)) : nil
    }
    return "\(prefix)\((numbers.max() ?? 0) + 1)"
  }
}

extension Publication {
  /// Where an edition may be published: not at the root, and not where its own files would be among
  /// the output. Answers the folder with its links resolved.
  package static func outputFolder(
    _ path: String, ofEdition edition: String
  ) throws(PublicationFailure) -> String {
    let resolved = resolve(path)
    let input = resolve(edition)
    let contains = resolved == "/" || input == resolved || input.hasPrefix(resolved + "/")
    let namesParent = (path as NSString).lastPathComponent == ".."
    guard !contains, !namesParent else { throw .refused(folder: path) }
    return resolved
  }

  private static func resolve(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
      .replacing(/(.)\/+$/) { $0.1 }
  }
}
