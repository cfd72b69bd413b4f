import Diagnostics
import Foundation

/// What `banxin info` says: version, paths, and what of the machine a build depends on.
package struct MachineInfo {
  package var house: HouseFiles
  package init(house: HouseFiles) { self.house = house }

  private var facts: KeyValuePairs<String, JSONValue> {
    [
      "version": .text(Engine.version), "executable": .text(HouseFiles.executable),
      "house": .text(house.root),
      "samples": .list(house.templates.map(JSONValue.text)),
      "pdftocairo": .optional(pdftocairo),
      "fonts_missing": .list(missingFonts.map(JSONValue.text)),
      "system": .text(ProcessInfo.processInfo.operatingSystemVersionString),
      "cores": .integer(ProcessInfo.processInfo.activeProcessorCount),
    ]
  }

  package var json: String { JSONValue.members(facts).file }

  package var table: String {
    facts.map { name, value in
      let text = if case .text(let text) = value { text } else { value.line }
      return "\(name)\(String(repeating: " ", count: max(1, 15 - name.count)))\(text)"
    }.joined(separator: "\n")
  }

  /// The program that draws advertisers' PDF pages; null when it is not installed.
  private var pdftocairo: String? {
    let path = "/usr/bin/pdftocairo"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Roles whose font is not installed.
  private var missingFonts: [String] {
    FontCheck(house: house, verifying: false).diagnostics.map { $0.sentence(.en) }
  }
}
