import Diagnostics
import Fonts
import Foundation

/// The house's fonts as this machine has them, for `banxin fonts`.
package struct FontCheck: Sendable {
  package var listing: Listing
  package var diagnostics: [Diagnostic]

  /// `verifying` reads every file whole and compares its SHA-256 with the table's.
  package init(house: HouseFiles, verifying: Bool) {
    var rows: [[JSONValue]] = []
    var diagnostics: [Diagnostic] = []
    do {
      let table = try FontRoleTable(yaml: String(contentsOfFile: house.fontRoles, encoding: .utf8))
      let found = table.locateAll(in: [])
      diagnostics += found.faults.map { $0.diagnostic(for: nil) }
      for font in found.fonts {
        do throws(FontFault) {
          rows.append(Self.row(try font.report(verifying: verifying)))
        } catch {
          diagnostics.append(error.diagnostic(for: nil))
        }
      }
    } catch {
      let place = SourcePlace(file: house.fontRoles)
      diagnostics.append(Diagnostic(.fontBroken, at: place, ["reason": "\(error)"]))
    }
    listing = Listing("role family style file face glyphs package licence instead_of", rows)
    self.diagnostics = diagnostics
  }

  /// `instead_of`: the font stands in for one that is not installed.
  private static func row(_ font: FontReport) -> [JSONValue] {
    [
      .text(font.role.name), .text(font.family), .text(font.style), .text(font.path),
      .integer(font.face), .integer(font.glyphs), .text(font.package), .text(font.licence),
      .optional(font.standIn == nil ? nil : font.role.name),
    ]
  }
}
