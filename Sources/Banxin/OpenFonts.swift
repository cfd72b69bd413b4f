import Diagnostics
import Fonts
import Foundation
import Manuscripts
import PageDesign

/// Opens the fonts that an edition is set in: the house's by role, with the edition's own in their
/// place. Nil when one is missing; a page is not set in a font that nobody chose.
package func openFonts(
  for edition: Edition, in folder: String, styles: StyleSheet, house: HouseFiles
) -> Diagnosed<FontBook?> {
  do {
    var table = try FontRoleTable(yaml: String(contentsOfFile: house.fontRoles, encoding: .utf8))
    table.adopt(fontsOf: edition)
    let folders = [folder] + edition.fontSearch.map { "\(folder)/\($0)" }
    let found = table.locateAll(in: folders)
    let faults = found.faults + faultsOfOwnFonts(in: found.fonts, of: edition)
    guard faults.isEmpty else {
      return Diagnosed(nil, faults.map { $0.diagnostic(for: edition).stopping })
    }
    let unknown = table.unknownRoles(in: edition)
    guard unknown.isEmpty else { return Diagnosed(nil, unknown) }
    let book = try FontBook(
      fonts: found.fonts, fallback: table.fallback, composites: table.composites)
    let faceless = styles.fontsMissing(from: book)
    return Diagnosed(faceless.isEmpty ? book : nil, faceless)
  } catch let error as FontTableError {
    let place = SourcePlace(file: "fonts/roles.yaml", line: error.line, column: error.column)
    return Diagnosed(nil, [Diagnostic(.fontBroken, at: place, ["reason": error.reason]).stopping])
  } catch let error as FontError {
    let place = SourcePlace(file: "edition.yaml")
    return Diagnosed(nil, [Diagnostic(.fontBroken, at: place, ["reason": error.reason]).stopping])
  } catch {
    let place = SourcePlace(file: "fonts/roles.yaml")
    let reason = error.localizedDescription
    return Diagnosed(nil, [Diagnostic(.fontBroken, at: place, ["reason": reason]).stopping])
  }
}

/// Only an edition's own fonts are read whole, and only where it wrote down their sum.
private func faultsOfOwnFonts(in fonts: [LocatedFont], of edition: Edition) -> [FontFault] {
  let locked = edition.fonts.filter { $0.sha256 != nil }.map(\.role)
  return fonts.filter { locked.contains($0.role.name) }.compactMap { font in
    do throws(FontFault) {
      _ = try font.report(verifying: true)
      return nil
    } catch {
      return error
    }
  }
}

extension FontRoleTable {
  fileprivate mutating func adopt(fontsOf edition: Edition) {
    for font in edition.fonts {
      let role = FontRole(font.role)
      let source = FontSource(name: font.file.value, sha256: font.sha256)
      adopt(FontRoleEntry(role: role, source: source, face: font.face))
    }
    for request in edition.composites {
      let parts = request.parts.compactMap { part in
        CompositeKind(rawValue: part.kind).map {
          CompositePart(
            $0, FontRole(part.role.value), size: part.size, shift: part.shift, width: part.width)
        }
      }
      adopt(CompositeFont(FontRole(request.role.value), parts))
    }
    if !edition.fontFallback.isEmpty { fallback = edition.fontFallback.map { FontRole($0) } }
  }
}

extension FontRoleTable {
  /// E0602 for each role that the edition's composite fonts name and nobody has.
  fileprivate func unknownRoles(in edition: Edition) -> [Diagnostic] {
    edition.composites.flatMap(\.parts).filter { self[FontRole($0.role.value)] == nil }.map {
      Diagnostic(.fontMissing, at: $0.role.place).wording("role", $0.role.value, $0.role.value)
        .stopping
    }
  }
}

extension StyleSheet {
  /// E0602 for each style that names a font which is not there: no page is set in one that nobody chose.
  fileprivate func fontsMissing(from book: FontBook) -> [Diagnostic] {
    rules.keys.sorted().compactMap { rules[$0] }.flatMap { rule in
      [rule.font, rule.latin, rule.bold].compactMap(\.self).filter { !book.has(FontRole($0)) }.map {
        Diagnostic(.fontMissing, at: rule.place).wording("role", $0, $0).stopping
      }
    }
  }
}

extension FontBook {
  fileprivate init(
    fonts: [LocatedFont], fallback: [FontRole], composites: [CompositeFont]
  ) throws(FontError) {
    let roles = fonts.map { font in
      (
        role: font.role, file: font.file, baselineShift: font.entry.baselineShift,
        sizeFactor: font.entry.sizeFactor
      )
    }
    try self.init(
      roles: roles, fallback: fallback, borrowed: fonts.compactMap(\.borrowedMarks),
      composites: composites)
  }
}

extension FontError {
  fileprivate var reason: String {
    switch self {
    case .unreadable(let path): path
    case .noSuchFace(let path, let face, let faces): "\(path): face \(face) of \(faces)"
    case .unknownRole(let role): role.name
    }
  }
}

extension FontFault {
  /// The message, at the edition's line about the font where it has one.
  package func diagnostic(for edition: Edition?) -> Diagnostic {
    let request = edition?.fonts.first { $0.role == role.name }
    let place = request?.file.place ?? SourcePlace(file: "fonts/roles.yaml")
    let message = Diagnostic(code, at: place)
    return switch self {
    case .unknownRole(let role): message.wording("role", role.name, role.name)
    case .missing(let role, let file, let package):
      message.wording(
        "role", "\(role.name)（\(file)\(Self.hint(package, "，请装 "))）",
        "\(role.name) (\(file)\(Self.hint(package, "; install ")))")
    case .broken(let role, let file, let reason):
      message.wording(
        "reason", "\(role.name)，\(file)：\(reason)", "\(role.name), \(file): \(reason)")
    case .differs, .embeddingForbidden: message
    }
  }

  private static func hint(_ package: String, _ words: String) -> String {
    package.isEmpty ? "" : words + package
  }
}
