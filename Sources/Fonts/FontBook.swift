/// A typeface by its work on the page (字体角色): 宋, 标题宋, 黑, 楷, 仿宋, Latin serif, Latin sans.
package struct FontRole: Hashable, Sendable, Comparable {
  package let name: String
  package init(_ name: String) { self.name = name }
  package static func < (a: FontRole, b: FontRole) -> Bool { a.name < b.name }

  package static let song = FontRole("song")
  package static let titleSong = FontRole("title-song")
  package static let hei = FontRole("hei")
  package static let kai = FontRole("kai")
  package static let fangsong = FontRole("fangsong")
  package static let latinSerif = FontRole("latin-serif")
  package static let latinSans = FontRole("latin-sans")
}

/// An index into `FontBook.fonts`.
package struct FontID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// One face of a font file, with how it is tuned to stand beside the others.
package struct RoleFace: Hashable, Sendable {
  package var font: FontID
  /// Upward shift of the baseline, in thousandths of an em.
  package var baselineShift: Int
  /// Size factor in thousandths (1000 = as asked).
  package var sizeFactor: Int
  /// Scale across the glyph in thousandths (1000 = as drawn).
  package var widthFactor: Int

  package init(
    font: FontID, baselineShift: Int = 0, sizeFactor: Int = 1000, widthFactor: Int = 1000
  ) {
    (self.font, self.baselineShift) = (font, baselineShift)
    (self.sizeFactor, self.widthFactor) = (sizeFactor, widthFactor)
  }
}

/// Characters that a role takes from another's font, because its own are not of the same kind:
/// WenKai's “” are Latin forms, for one.
package struct BorrowedMarks: Hashable, Sendable {
  package var role: FontRole
  package var marks: [Unicode.Scalar]
  package var from: FontRole

  package init(role: FontRole, marks: [Unicode.Scalar], from: FontRole) {
    (self.role, self.marks, self.from) = (role, marks, from)
  }
}

/// The edition's fonts by role, opened once each (字体表).
package struct FontBook: Sendable {
  /// One for each distinct file and face; `FontID` counts them.
  package let fonts: [Font]
  private let roles: [(role: FontRole, face: RoleFace)]
  /// Asked in order for what a role's own font lacks.
  package let fallback: [RoleFace]
  private let borrowed: [BorrowedMarks]
  private let composites: [(role: FontRole, faces: CompositeFaces)]

  /// Opens every file; the first role stands in for roles that the book does not name. A role without a baseline
  /// shift takes the one that its font itself asks for.
  package init(
    roles: [(role: FontRole, file: FontFile, baselineShift: Int?, sizeFactor: Int)],
    fallback: [FontRole], borrowed: [BorrowedMarks] = [], composites: [CompositeFont] = []
  ) throws(FontError) {
    var fonts: [Font] = []
    var faces: [(role: FontRole, face: RoleFace)] = []
    for entry in roles {
      let index: Int
      if let known = fonts.firstIndex(where: { $0.file == entry.file }) {
        index = known
      } else {
        fonts.append(try Font(entry.file))
        index = fonts.count - 1
      }
      let face = RoleFace(
        font: FontID(index: index),
        baselineShift: entry.baselineShift ?? fonts[index].baselineShift,
        sizeFactor: entry.sizeFactor)
      faces.append((entry.role, face))
    }
    (self.fonts, self.roles, self.borrowed) = (fonts, faces, borrowed)
    var chain: [RoleFace] = []
    for role in fallback {
      guard let face = faces.first(where: { $0.role == role })?.face else {
        throw .unknownRole(role)
      }
      chain.append(face)
    }
    for loan in borrowed {
      for role in [loan.role, loan.from] where !faces.contains(where: { $0.role == role }) {
        throw .unknownRole(role)
      }
    }
    self.fallback = chain
    self.composites = try Self.put(together: composites, of: faces)
  }

  private static func put(
    together composites: [CompositeFont], of faces: [(role: FontRole, face: RoleFace)]
  ) throws(FontError) -> [(role: FontRole, faces: CompositeFaces)] {
    var made: [(role: FontRole, faces: CompositeFaces)] = []
    for composite in composites {
      for part in composite.parts where !faces.contains(where: { $0.role == part.role }) {
        throw .unknownRole(part.role)
      }
      let found = CompositeFaces(composite) { role in faces.first { $0.role == role }?.face }
      guard let found else { throw .unknownRole(composite.role) }
      made.append((composite.role, found))
    }
    return made
  }

  package subscript(id: FontID) -> Font { fonts[id.index] }

  /// The face of a role, of a composite's Han; the book's first when the role has none.
  package func face(for role: FontRole) -> RoleFace {
    roles.first { $0.role == role }?.face ?? composite(role)?.han ?? roles.first?.face
      ?? RoleFace(font: FontID(index: 0))
  }

  /// Whether there is a font of this name.
  package func has(_ role: FontRole) -> Bool {
    roles.contains { $0.role == role } || composite(role) != nil
  }

  /// The faces of a composite font; nil for a role that is none.
  package func composite(_ role: FontRole) -> CompositeFaces? {
    composites.isEmpty ? nil : composites.first { $0.role == role }?.faces
  }

  /// The marks that `role` takes from elsewhere, with the face they come from.
  package func borrowedMarks(of role: FontRole) -> [(mark: Unicode.Scalar, face: RoleFace)] {
    let role = composite(role)?.markRole ?? role
    return borrowed.filter { $0.role == role }.flatMap { loan in
      loan.marks.map { ($0, face(for: loan.from)) }
    }
  }
}
