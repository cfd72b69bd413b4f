import CJKRules
import Fonts

/// A reading set small beside its base (注音 / ルビ), in the parts it was typed in.
package struct Reading: Hashable, Sendable {
  package enum Manner: Hashable, Sendable {
    /// One part over the whole base, spread over it (JLREQ 3.3.6); over one character it is solid and
    /// centred (mono, JLREQ 3.3.5).
    case group
    /// A part for each character of a compound (熟語): a line may end between them (JLREQ 3.3.7).
    case jukugo
    /// Latin letters: a part for each Han character, or one for a whole word (CLREQ 3.3.4).
    case pinyin
    /// ㄅㄆㄇ: a part for each Han character, right of it in both writing modes (CLREQ 3.3.3).
    case zhuyin
  }

  package var manner: Manner
  package var parts: [[Unicode.Scalar]]

  package init(_ manner: Manner, _ parts: [[Unicode.Scalar]]) {
    (self.manner, self.parts) = (manner, parts)
  }
}

/// How a paragraph's readings are set.
package struct RubyStyle: Hashable, Sendable {
  /// Over what a reading longer than its base may hang.
  package enum Overhang: String, Hashable, Sendable {
    /// Kana, dashes and marks, an em of ruby at most; never Han (JLREQ 3.3.8).
    case kana
    /// Only the blank of marks (W3C, Rules for Simple Placement of Ruby).
    case blank
  }

  package var overhang: Overhang
  /// 肩付き: a reading shorter than its character begins with it; in vertical lines only (JLREQ 3.3.5).
  package var beginsWithBase: Bool
  /// The face of pinyin: a and g of one storey (CLREQ 3.3.4).
  package var pinyin: FontRole
  /// The face of zhuyin: strokes that can still be seen at three tenths of the size.
  package var zhuyin: FontRole
  /// Whether horizontal characters without zhuyin keep the half em that zhuyin takes, so that all stand on
  /// a grid (CLREQ 3.3.3).
  package var keepsZhuyinRoom: Bool

  package init(
    overhang: Overhang = .kana, beginsWithBase: Bool = false, pinyin: FontRole = .pinyin,
    zhuyin: FontRole = .zhuyin, keepsZhuyinRoom: Bool = false
  ) {
    (self.overhang, self.beginsWithBase) = (overhang, beginsWithBase)
    (self.pinyin, self.zhuyin) = (pinyin, zhuyin)
    self.keepsZhuyinRoom = keepsZhuyinRoom
  }
}

extension FontRole {
  package static let pinyin = FontRole("pinyin")
  package static let zhuyin = FontRole("zhuyin")
}
