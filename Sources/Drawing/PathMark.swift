import Geometry

/// One step of a path whose places are of any kind: on the sheet, or in the flow of a panel.
package enum PathStep<Place: Hashable & Sendable>: Hashable, Sendable {
  case move(to: Place)
  case line(to: Place)
  case curve(Place, Place, to: Place)
  /// Back to where the last `move` began.
  case close

  package func map<Other>(_ place: (Place) -> Other) -> PathStep<Other> {
    switch self {
    case .move(let end): .move(to: place(end))
    case .line(let end): .line(to: place(end))
    case .curve(let one, let two, let end): .curve(place(one), place(two), to: place(end))
    case .close: .close
    }
  }

  /// The places that it names; a curve stays between its own.
  package var places: [Place] {
    switch self {
    case .move(let end), .line(let end): [end]
    case .curve(let one, let two, let end): [one, two, end]
    case .close: []
    }
  }
}

/// A path of straight lines and curves (路径), filled, stroked or both.
package struct PathMark<Place: Hashable & Sendable>: Hashable, Sendable {
  package var steps: [PathStep<Place>]
  package var fill: Ink?
  package var stroke: Ink?
  package var weight: Length
  package var pattern: LinePattern

  package init(
    _ steps: [PathStep<Place>], fill: Ink? = nil, stroke: Ink? = nil, weight: Length = .zero,
    pattern: LinePattern = .solid
  ) {
    (self.steps, self.fill, self.stroke) = (steps, fill, stroke)
    (self.weight, self.pattern) = (weight, pattern)
  }

  package func map<Other>(_ place: (Place) -> Other) -> PathMark<Other> {
    PathMark<Other>(
      steps.map { $0.map(place) }, fill: fill, stroke: stroke, weight: weight, pattern: pattern)
  }
}

extension PathMark<Point> {
  /// The rectangle round all its places; nil for a path of none.
  package var bounds: Rect? {
    let places = steps.flatMap(\.places)
    return places.map { Rect(x: $0.x, y: $0.y, width: .zero, height: .zero) }.bounds
  }
}
