import Foundation

/// The files that the house brings to every edition: layouts, the house style, the table of font
/// roles and the sample editions.
package struct HouseFiles: Hashable, Sendable {
  /// The folder that holds `layouts/`, `fonts/` and `editions/`.
  package let root: String

  /// Nil when the folder does not hold them.
  package init?(root: String) {
    guard FileManager.default.fileExists(atPath: root + "/fonts/roles.yaml") else { return nil }
    self.root = root
  }

  /// Looks beside the executable: `<prefix>/share/banxin` of an installed one, or the checkout that a
  /// built one lies in.
  package static func beside(executable: String) -> HouseFiles? {
    var folder = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path != "/" {
      for place in ["share/banxin", "."] {
        if let found = HouseFiles(root: folder.appending(path: place).standardized.path) {
          return found
        }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// The file of this process's program.
  package static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  package var layouts: String { root + "/layouts" }
  package var styleSheet: String { root + "/layouts/styles/house.yaml" }
  package var rules: String { root + "/layouts/rules" }
  package var fontRoles: String { root + "/fonts/roles.yaml" }
  /// The ICC profile of newsprint in the house, made when Banxin is installed.
  package static let profile = "profiles/newsprint.icc"
  package var editions: String { root + "/editions" }

  /// Names of the sample editions, for `init --template`.
  package var templates: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: editions)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: "\(editions)/\($0)/edition.yaml")
    }.sorted()
  }
}
