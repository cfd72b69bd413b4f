import Manuscripts

/// The pages that a run was asked for, such as `1,A03-A06`.
package struct PageSelection: Hashable, Sendable {
  /// No page of the edition has this code.
  package struct UnknownPage: Error, Hashable {
    package var code: String
    package var known: [String]
  }

  private let text: String

  /// A code may hold a hyphen itself, so ranges are told apart only when the edition is known.
  package init(_ text: String) { self.text = text }

  /// The codes asked for, in the edition's order.
  package func codes(of pages: [PageRequest]) throws(UnknownPage) -> [String] {
    let known = pages.map(\.code)
    var chosen: Set<Int> = []
    for part in text.split(separator: ",").map({ $0.trimming(while: \.isWhitespace) }) {
      chosen.formUnion(try range(part, among: known))
    }
    return chosen.sorted().map { known[$0] }
  }

  private func range(_ part: String, among known: [String]) throws(UnknownPage) -> ClosedRange<Int>
  {
    if let index = known.firstIndex(of: part) { return index...index }
    // `－` and `–` serve as in the edition's own files.
    for place in part.indices where "-－–".contains(part[place]) {
      let ends = [part[..<place], part[part.index(after: place)...]].map {
        known.firstIndex(of: $0.description)
      }
      if let first = ends[0], let last = ends[1], first <= last { return first...last }
    }
    throw UnknownPage(code: part, known: known)
  }
}

extension Substring {
  fileprivate func trimming(while isBlank: (Character) -> Bool) -> String {
    String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
