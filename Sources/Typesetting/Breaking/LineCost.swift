/// Costs beside those of `AdjustmentOrder`.
enum LineCost {
  /// Every line: of two ways equally good the shorter wins.
  static let line = 10
  /// A prohibition relieved (CLREQ 3.1.4).
  static let relief = 900_000
  /// Ending a line within an address or a long number: better than to tear a line open, as bad as Han gaps of a fifth of
  /// an em.
  static let need = 120_000
  /// A word parted with a hyphen: as bad as Han gaps of a ninth of an em.
  static let hyphen = 25_000
  /// The same at the end of a second line on end.
  static let hyphensOnEnd = 60_000
  /// A ragged line that ends within a name or a phrase: as bad as two ems and a half left blank.
  static let midPhrase = 6_000
  /// A last line of one character (CLREQ 3.4.4).
  static let lonely = 500_000
  /// A hanging mark, where one is allowed but not wanted (CLREQ 3.1.7).
  static let hanging = 1_000
  /// A line that nothing can stretch to its length.
  static let short = 5_000_000
  /// Gaps (thousandths of an em) that such a line would need, beyond which it is no worse.
  static let shortest = 40_000
  /// A sub-line of a note that nothing can stretch to its length.
  static let unfilledNote = 20_000
  /// A word broken by force.
  static let forced = 10_000_000
}
