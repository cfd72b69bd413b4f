import Diagnostics
import Glibc

/// A role whose font was found.
package struct LocatedFont: Hashable, Sendable {
  package var role: FontRole
  package var file: FontFile
  /// What the table says of the font; of the stand-in, when there is one.
  package var entry: FontRoleEntry
  /// The role whose font stands in for this one's.
  package var standIn: FontRole?

  /// The characters that the role's text takes from another font; a stand-in's own.
  package var borrowedMarks: BorrowedMarks? {
    entry.lender.map { BorrowedMarks(role: role, marks: entry.borrowed, from: $0) }
  }
}

/// What is wrong with a role's font.
package enum FontFault: Error, Hashable, Sendable {
  case unknownRole(FontRole)
  /// E0602. `package` is empty for an edition's own font.
  case missing(FontRole, file: String, package: String)
  /// E0603.
  case broken(FontRole, file: String, reason: String)
  /// E0604: not the font that the table was written for.
  case differs(FontRole, file: String, package: String)
  /// E0606: the font's own licence bits forbid embedding.
  case embeddingForbidden(FontRole, file: String)

  package var code: Code {
    switch self {
    case .unknownRole, .missing: .fontMissing
    case .broken: .fontBroken
    case .differs: .fontChanged
    case .embeddingForbidden: .fontEmbedding
    }
  }

  package var role: FontRole {
    switch self {
    case .unknownRole(let role), .missing(let role, _, _), .broken(let role, _, _),
      .differs(let role, _, _), .embeddingForbidden(let role, _):
      role
    }
  }
}

extension FontRoleTable {
  /// Finds a role's file: in `folders` (the edition's own) first, then where the system keeps it.
  ///
  /// Presence and length are all that is asked: hashing 26 MB takes longer than drawing a page. An
  /// edition's own file of the same name may have any length, since the edition chose it.
  package func locate(_ role: FontRole, in folders: [String]) throws(FontFault) -> LocatedFont {
    guard let entry = self[role] else { throw .unknownRole(role) }
    for folder in folders {
      let path = "\(folder)/\(entry.source.name)"
      if fileLength(path) != nil { return found(entry, at: path) }
    }
    let path = "\(entry.source.directory)/\(entry.source.name)"
    guard !entry.source.directory.isEmpty, let length = fileLength(path) else {
      return try standIn(for: entry, in: folders)
    }
    guard entry.source.bytes == nil || entry.source.bytes == length else {
      throw .differs(role, file: entry.source.name, package: entry.source.package)
    }
    return found(entry, at: path)
  }

  /// Every role that can be had, in the table's order, and what is wrong with the others.
  package func locateAll(in folders: [String]) -> (fonts: [LocatedFont], faults: [FontFault]) {
    var (fonts, faults): ([LocatedFont], [FontFault]) = ([], [])
    for entry in entries {
      do throws(FontFault) {
        fonts.append(try locate(entry.role, in: folders))
      } catch { faults.append(error) }
    }
    return (fonts, faults)
  }

  private func found(_ entry: FontRoleEntry, at path: String) -> LocatedFont {
    LocatedFont(
      role: entry.role, file: FontFile(path: path, face: entry.face), entry: entry, standIn: nil)
  }

  private func standIn(for entry: FontRoleEntry, in folders: [String]) throws(FontFault)
    -> LocatedFont
  {
    let missing = FontFault.missing(
      entry.role, file: entry.source.name, package: entry.source.package)
    guard let other = entry.otherwise, other != entry.role else { throw missing }
    // Asked of a table without this entry, so that two roles cannot stand in for each other for ever.
    var rest = self
    rest.entries.removeAll { $0.role == entry.role }
    guard var font = try? rest.locate(other, in: folders) else { throw missing }
    (font.role, font.standIn) = (entry.role, other)
    return font
  }
}

/// The length of a regular file, nil when there is none.
private func fileLength(_ path: String) -> Int? {
  var facts = stat()
  guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(facts.st_size)
}
