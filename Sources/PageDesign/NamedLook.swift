import Diagnostics
import Schema

/// What a style sheet says under a name: a rank of heads, a look of tables, columns' labels or charts.
protocol NamedLook {
  var name: String { get }
  var place: SourcePlace { get }
  /// Names of the styles that its type is set in.
  var styles: [String] { get }
  init(name: Located<String>, _ fields: Fields)
  /// What another sheet says of the same name, laid over this.
  func overlaid(with own: Self) -> Self
}

extension Fields {
  /// The looks under a key, by their names.
  func looks<Look: NamedLook>(_ key: String) -> [String: Look] {
    let looks = namedMaps(key).map { Look(name: $0.name, $0.fields) }
    return Dictionary(looks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A tint of nothing is said too: it takes the usual one away.
  func tintOrNone(_ key: String) -> InkChoice? { has(key) ? tint(key) ?? .grey(0) : nil }

  /// Thousandths of an em.
  func thousandths(_ key: String) -> Int? { number(key).map { ($0 + 5) / 10 } }
}

extension Dictionary where Key == String, Value: NamedLook {
  func overlaid(with own: Self) -> Self {
    merging(own) { house, own in house.overlaid(with: own) }
  }
}

extension StyleSheet {
  /// Looks whose type is to be set in styles that are not there.
  func lookFaults() -> [Diagnostic] {
    missing(in: tables) + missing(in: charts) + missing(in: ranks) + missing(in: columns)
  }

  private func missing<Look: NamedLook>(in looks: [String: Look]) -> [Diagnostic] {
    looks.keys.sorted().compactMap { looks[$0] }.flatMap { look in
      look.styles.filter { rules[$0] == nil }.map { missing($0, at: look.place) }
    }
  }

  /// A style that something is to be set in, or based on, is not there.
  func missing(_ style: String, at place: SourcePlace) -> Diagnostic {
    let nearest = NearestWord.to(style, among: rules.keys.sorted()) ?? ""
    return Diagnostic(.styleBaseMissing, at: place, ["style": style, "nearest": nearest]).stopping
  }
}
