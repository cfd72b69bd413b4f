import Fonts
import Typesetting

extension Line {
  /// What is printed of its text.
  var string: String { String(String.UnicodeScalarView(runs.flatMap(\.text))) }

  /// Its first characters, by which a reader finds it.
  var opening: String { String(String.UnicodeScalarView(runs.flatMap(\.text).prefix(8))) }
}
