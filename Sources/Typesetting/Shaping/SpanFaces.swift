import Fonts

/// Which of a span's faces a character is set in.
enum FaceKind: Equatable {
  case han, latin
  /// Of composite fonts that set them apart.
  case kana, mark, digit
  case borrowed(Int)

  var isLatin: Bool { self == .latin || self == .digit }
}

/// The faces of a span: Han and Latin, or those of a composite font (复合字体).
struct SpanFaces {
  private let han: RoleFace
  private let latin: RoleFace
  private let composite: CompositeFaces?
  private let borrowed: [(mark: Unicode.Scalar, face: RoleFace)]
  let kindOfDigit: FaceKind
  let kindOfMark: FaceKind

  init(_ style: TextStyle, _ book: FontBook) {
    composite = book.composite(style.font)
    han = composite?.han ?? book.face(for: style.font)
    latin = composite?.latin ?? book.face(for: style.latin)
    borrowed = book.borrowedMarks(of: style.font)
    kindOfDigit = composite?.digits == nil ? .latin : .digit
    kindOfMark = composite == nil ? .han : .mark
  }

  /// Whether all Han is of one face.
  var isSimple: Bool { composite == nil }

  func face(_ kind: FaceKind) -> RoleFace {
    switch kind {
    case .han: han
    case .latin: latin
    case .kana: composite?.kana ?? han
    case .mark: composite?.punctuation ?? han
    case .digit: composite?.digits ?? latin
    case .borrowed(let index): borrowed[index].face
    }
  }

  func borrowed(_ scalar: Unicode.Scalar) -> FaceKind? {
    borrowed.firstIndex { $0.mark == scalar }.map { .borrowed($0) }
  }

  /// Of square characters only kana are ever set apart.
  @inline(__always)
  func kindOfHan(_ scalar: Unicode.Scalar) -> FaceKind {
    composite == nil ? .han : Self.isKana(scalar) ? .kana : .han
  }

  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x309B...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
      0xFF66...0xFF9F:
      true
    default: false
    }
  }
}
