/// A reading as it was typed in `[base]{reading}`, in its parts.
package struct RubyReading: Hashable, Sendable {
  package enum Manner: Hashable, Sendable {
    /// `[漢字]{かんじ}`: one reading for the whole base.
    case group
    /// `[漢字]{かん|じ}`: one for each character of the base.
    case jukugo
    /// `[中国]{zhōng guó}`: a syllable for each Han character, or one Latin word.
    case pinyin
    /// `[中國]{ㄓㄨㄥ ㄍㄨㄛˊ}`: ㄅㄆㄇ for each Han character.
    case zhuyin
  }

  package var manner: Manner
  package var parts: [String]

  package init(_ manner: Manner, _ parts: [String]) {
    (self.manner, self.parts) = (manner, parts)
  }

  /// The whole reading, its parts parted by spaces where they were.
  package var text: String {
    switch manner {
    case .group, .jukugo: parts.joined()
    case .pinyin, .zhuyin: parts.joined(separator: " ")
    }
  }
}

/// How many parts a reading has, against the characters that want one.
struct RubyMismatch: Equatable {
  var parts: Int
  var characters: Int
}

extension RubyReading {
  /// Takes a typed reading apart; where its parts do not match the base it is one reading for the whole,
  /// and the numbers that differ are told.
  static func take(
    _ typed: ArraySlice<Unicode.Scalar>, over base: ArraySlice<Unicode.Scalar>
  ) -> (reading: RubyReading, mismatch: RubyMismatch?) {
    let bars = typed.split(separator: "|", omittingEmptySubsequences: false)
    if bars.count > 1 {
      let characters = base.count { !$0.joinsCharacterBefore }
      return settle(.jukugo, bars, characters, isCertain: true)
    }
    let parts = typed.split { $0.properties.isWhitespace }
    let han = base.count(where: \.takesReading)
    if !parts.isEmpty, parts.joined().allSatisfy(\.isZhuyin) {
      return settle(.zhuyin, parts, han, isCertain: true)
    }
    if han > 0, !parts.isEmpty, parts.joined().allSatisfy(\.isPinyin) {
      if parts.count == han || !parts.contains(where: isWord) {
        let isToned = parts.joined().contains(where: \.isToned)
        return settle(.pinyin, parts, han, isCertain: parts.count > 1 && isToned)
      }
      return (RubyReading(.pinyin, [parts.map { string($0) }.joined(separator: " ")]), nil)
    }
    return (RubyReading(.group, [string(typed)]), nil)
  }

  /// Whether Latin letters are a word of several syllables: two groups of vowels.
  private static func isWord(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.split { !$0.isVowel }.count > 1
  }

  /// Latin words that are no syllables, such as `United Nations`, need not match.
  private static func settle(
    _ manner: Manner, _ parts: [ArraySlice<Unicode.Scalar>], _ characters: Int, isCertain: Bool
  ) -> (RubyReading, RubyMismatch?) {
    if parts.count == characters { return (RubyReading(manner, parts.map { string($0) }), nil) }
    let reading = RubyReading(manner, parts.map { string($0) })
    let mismatch = RubyMismatch(parts: parts.count, characters: characters)
    return (RubyReading(.group, [reading.text]), isCertain ? mismatch : nil)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    ManuscriptText.string(scalars)
  }
}

extension Unicode.Scalar {
  /// A Han character, kana left out: what pinyin and zhuyin are written beside.
  fileprivate var takesReading: Bool {
    switch value {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// A variation selector or combining mark: part of the character before it.
  fileprivate var joinsCharacterBefore: Bool {
    properties.isVariationSelector || properties.canonicalCombiningClass != .notReordered
  }

  /// Bopomofo, its extensions, and the tones written with it.
  fileprivate var isZhuyin: Bool {
    switch value {
    case 0x3105...0x312F, 0x31A0...0x31BF: true
    case 0x02C7, 0x02C9...0x02CB, 0x02D9, 0x02EA...0x02EB: true
    default: false
    }
  }

  /// A Latin letter, its tone mark, or the apostrophe and hyphen of GB/T 16159.
  fileprivate var isPinyin: Bool {
    switch self {
    case "'", "’", "-": true
    default: value < 0x0300 || 0x1E00...0x1EFF ~= value ? properties.isAlphabetic : isToned
    }
  }

  /// A vowel of pinyin, with or without its tone; a combining mark goes with its vowel.
  fileprivate var isVowel: Bool {
    if 0x0300...0x036F ~= value { return true }
    return "aeiouüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜAEOĀÁǍÀĒÉĚÈŌÓǑÒ".unicodeScalars.contains(self)
  }

  /// Whether it bears a tone mark, or is one.
  fileprivate var isToned: Bool {
    switch value {
    case 0x0300...0x0304, 0x0308, 0x030C: true
    case 0x00E0...0x00FF, 0x00C0...0x00DE, 0x0100...0x017F, 0x01CD...0x01DC, 0x01F8...0x01F9: true
    case 0x1E3E...0x1E3F: true
    default: false
    }
  }
}
