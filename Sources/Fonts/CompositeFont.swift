/// The kinds of characters that a composite font sets apart (复合字体 / 合成フォント).
package enum CompositeKind: String, CaseIterable, Hashable, Sendable {
  /// Han, Hangul and other square characters.
  case han
  /// Hiragana and katakana.
  case kana
  /// CJK marks.
  case punctuation
  /// Letters and signs of Latin text.
  case latin
  /// European digits.
  case digits
}

/// What a composite font takes for one kind of character: another role's face, tuned.
package struct CompositePart: Hashable, Sendable {
  package var kind: CompositeKind
  package var role: FontRole
  /// Of the size that was asked, in thousandths.
  package var size: Int
  /// Upwards, in thousandths of an em; added to the role's own shift.
  package var shift: Int
  /// Of the width that was drawn, in thousandths.
  package var width: Int

  package init(
    _ kind: CompositeKind, _ role: FontRole, size: Int = 1000, shift: Int = 0, width: Int = 1000
  ) {
    (self.kind, self.role) = (kind, role)
    (self.size, self.shift, self.width) = (size, shift, width)
  }
}

/// A typeface put together of several roles by kind of character. A kind without a part: kana and marks go with
/// Han, digits with Latin, and Latin stays what the style says.
package struct CompositeFont: Hashable, Sendable {
  package var role: FontRole
  package var parts: [CompositePart]

  package init(_ role: FontRole, _ parts: [CompositePart]) {
    (self.role, self.parts) = (role, parts)
  }

  package func part(_ kind: CompositeKind) -> CompositePart? { parts.first { $0.kind == kind } }
}

/// A composite font with its faces found.
package struct CompositeFaces: Sendable {
  package let han: RoleFace
  package let kana: RoleFace
  package let punctuation: RoleFace
  package let latin: RoleFace?
  package let digits: RoleFace?
  /// The role whose borrowed marks its marks are.
  let markRole: FontRole

  init?(_ font: CompositeFont, _ roleFace: (FontRole) -> RoleFace?) {
    func face(_ kind: CompositeKind) -> RoleFace? {
      font.part(kind).flatMap { part in roleFace(part.role)?.tuned(by: part) }
    }
    guard let han = face(.han), let hanPart = font.part(.han) else { return nil }
    self.han = han
    kana = face(.kana) ?? han
    punctuation = face(.punctuation) ?? han
    latin = face(.latin)
    digits = face(.digits) ?? latin
    markRole = (font.part(.punctuation) ?? hanPart).role
  }
}

extension RoleFace {
  fileprivate func tuned(by part: CompositePart) -> RoleFace {
    var face = self
    face.sizeFactor = sizeFactor * part.size / 1000
    face.baselineShift += part.shift
    face.widthFactor = widthFactor * part.width / 1000
    return face
  }
}
