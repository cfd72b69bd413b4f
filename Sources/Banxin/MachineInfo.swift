import Colour
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
      "profile": .optional(profile?.path), "profile_name": .optional(profile?.name),
      "programs_missing": .list(missingPrograms.map(JSONValue.text)),
      "fonts_missing": .list(missingFonts.map(JSONValue.text)),
      "system": .text(ProcessInfo.processInfo.operatingSystemVersionString),
      "cores": .integer(ProcessInfo.processInfo.activeProcessorCount),
    ]
  }

  package var json: String { JSONValue.members(facts).file }

  package var table: String {
    facts.map { name, value in
      let text = if case .text(let text) = value { text } else { value.line }
      return "\(name)\(String(repeating: " ", count: max(1, 17 - name.count)))\(text)"
    }.joined(separator: "\n")
  }

  /// The house's printing condition; null when there is none.
  private var profile: (path: String, name: String)? {
    let path = "\(house.root)/\(HouseFiles.profile)"
    guard let bytes = FileManager.default.contents(atPath: path),
      let profile = try? OutputProfile(bytes: [UInt8](bytes))
    else { return nil }
    return (path, profile.name)
  }

  /// Programs that look into advertisers' PDFs and are not installed.
  private var missingPrograms: [String] {
    ["pdfinfo", "pdftoppm", "prlimit", "qpdf"].filter {
      !FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }
  }

  /// Roles whose font is not installed.
  private var missingFonts: [String] {
    FontCheck(house: house, verifying: false).diagnostics.map { $0.sentence(.en) }
  }
}
