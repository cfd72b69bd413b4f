/// What an ink is laid with: it settles whether black lies over the other inks or takes their place.
package enum InkUse: Hashable, Sendable {
  /// Glyphs, strokes and lines.
  case type
  /// Filled areas.
  case area
}

/// An ink as the plates get it: what it puts on each, and whether it leaves the others as they are.
package struct InkPaint: Hashable, Sendable {
  package var ink: Ink
  /// Black type and lines print over what lies under them (叠印), so that no white edge shows where the plates
  /// are a little off. Everything else, white above all, knocks out (挖空): GWG 2015, 4.6 and 4.7.
  package var overprints: Bool

  package init(_ ink: Ink, for use: InkUse) {
    self.ink = ink
    overprints = use == .type && ink == .black
  }
}

/// Keys of colour that stand for inks on the way through Cairo, which knows red, green and blue alone (墨色键).
///
/// Each paint of a document gets a colour of 24 bits that nothing else has; the finisher finds them in Cairo's
/// operators and writes the inks there.
package struct InkKeys: Hashable, Sendable {
  /// By key, from 1 on: 0, black, is where a page begins.
  package private(set) var paints: [InkPaint] = []
  private var keys: [InkPaint: Int] = [:]

  /// The keys of all that these pages are drawn with; `others` may come beside.
  package init(_ pages: [DisplayList], others: [InkPaint] = []) {
    for page in pages {
      for mark in page.marks { mark.paints.forEach { add($0) } }
    }
    others.forEach { add($0) }
  }

  private mutating func add(_ paint: InkPaint) {
    guard keys[paint] == nil else { return }
    paints.append(paint)
    keys[paint] = paints.count
  }

  /// The key of a paint as 24 bits of red, green, blue; 0 for one that the pages do not have.
  package func key(of paint: InkPaint) -> Int { keys[paint] ?? 0 }

  /// The paint of a key; nil for a colour that is none.
  package func paint(of key: Int) -> InkPaint? {
    paints.indices.contains(key - 1) ? paints[key - 1] : nil
  }
}

extension Mark {
  /// The paints that it is drawn with.
  package var paints: [InkPaint] {
    switch self {
    case .glyphs(let mark): [InkPaint(mark.ink, for: .type)]
    case .fill(_, let ink): [InkPaint(ink, for: .area)]
    case .stroke(_, _, let ink), .line(_, _, _, let ink, _): [InkPaint(ink, for: .type)]
    case .wave(let wave): [InkPaint(wave.ink, for: .type)]
    case .path(let path):
      (path.fill.map { [InkPaint($0, for: .area)] } ?? [])
        + (path.stroke.map { [InkPaint($0, for: .type)] } ?? [])
    case .roundBox(let box):
      (box.fill.map { [InkPaint($0, for: .area)] } ?? [])
        + (box.stroke.map { [InkPaint($0, for: .type)] } ?? [])
    case .picture, .begin, .end: []
    }
  }
}
