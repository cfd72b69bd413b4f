import Foundation

/// A new edition folder, copied from a sample (新建).
package struct NewEdition {
  package enum Failure: Error, Hashable {
    case unknownTemplate(String, known: [String])
    /// The name has a character that means something else in YAML, or is empty.
    case paperName(String)
    case notEmpty(folder: String)
    case cannotCopy(String)
  }

  package var house: HouseFiles
  package var template: String
  package var paper: String?

  package init(house: HouseFiles, template: String, paper: String? = nil) {
    (self.house, self.template, self.paper) = (house, template, paper)
  }

  /// Copies the sample with the layouts it uses, so that they can be changed with the edition.
  /// Answers what now lies in the folder.
  package func create(in folder: String) throws(Failure) -> [String] {
    guard house.templates.contains(template) else {
      throw .unknownTemplate(template, known: house.templates)
    }
    if let paper, !Self.isPlainName(paper) { throw .paperName(paper) }
    let files = FileManager.default
    let present = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard present.allSatisfy({ $0.hasPrefix(".") }) else { throw .notEmpty(folder: folder) }
    do {
      try copyEdition(to: folder)
      return try files.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .cannotCopy(error.localizedDescription)
    }
  }

  // Drawings' sources and builds stay with the sample.
  private static let parts = ["articles", "ads", "photos", "tables", "layouts", "styles", "fonts"]

  private func copyEdition(to folder: String) throws {
    let files = FileManager.default
    let source = "\(house.editions)/\(template)"
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for part in Self.parts where files.fileExists(atPath: "\(source)/\(part)") {
      try files.copyItem(atPath: "\(source)/\(part)", toPath: "\(folder)/\(part)")
    }
    var text = try String(contentsOfFile: source + "/edition.yaml", encoding: .utf8)
    try takeLayouts(of: &text, to: folder)
    rename(&text)
    try Disk().save(Array(text.utf8), at: folder + "/edition.yaml")
  }

  /// A layout named without a path is the house's; the copy gets its own.
  private func takeLayouts(of text: inout String, to folder: String) throws {
    let names = Set(text.matches(of: /\blayout: *([\w-]+)(?=[,}\s])/).map { String($0.1) })
    let files = FileManager.default
    for name in names.sorted() where files.fileExists(atPath: "\(house.layouts)/\(name).yaml") {
      try files.createDirectory(
        atPath: folder + "/layouts", withIntermediateDirectories: true)
      try files.copyItem(
        atPath: "\(house.layouts)/\(name).yaml", toPath: "\(folder)/layouts/\(name).yaml")
      text.replace(
        try Regex("\\blayout: *\(name)(?=[,}\\s])"), with: "layout: layouts/\(name).yaml")
    }
  }

  /// The old name may stand in the masthead and the publisher's line too.
  private func rename(_ text: inout String) {
    guard let paper, let line = text.firstMatch(of: /(?m)^paper: *(\S+)/) else { return }
    text.replace(String(line.1), with: paper)
  }

  private static func isPlainName(_ name: String) -> Bool {
    let forbidden: Set<Character> = [
      ":", "#", "\"", "'", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "\\",
    ]
    return !name.isEmpty && name.count <= 40
      && !name.contains { forbidden.contains($0) || $0.isNewline || $0.isWhitespace }
  }
}
