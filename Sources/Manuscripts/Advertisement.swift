import Diagnostics
import Geometry

/// An advertisement as it is booked (广告).
package struct Advertisement: Hashable, Sendable {
  package enum Fit: String, Hashable, Sendable, CaseIterable { case none, contain, cover }
  /// How far it may be kept from what it must not meet: not on one page, or not side by side.
  package static let distances = ["page", "beside"]
  package var id: String
  package var client: String?
  package var page: String
  /// The frame that it is booked for; nil: it is stacked from the page's foot.
  package var slot: String?
  package var size: BookedSize?
  package var path: Located<String>?
  package var file: PictureFile?
  package var sha256: String?
  package var color: BookedColour?
  package var minPPI: Int?
  package var label: String?
  package var fit: Fit = .none
  /// The trade it is of, such as 银行: two of one trade compete.
  package var category: String?
  /// Ids, clients or trades of other advertisements that it competes with.
  package var rivals: [Located<String>] = []
  /// Ids, tags or columns of stories that it must not meet.
  package var avoided: [Located<String>] = []
  /// `page` or `beside`: how far it is kept from both; nil: as the house does.
  package var apart: String?
  package var place: SourcePlace
  /// Where each key's value stands in ads.yaml.
  package var places: [String: SourcePlace] = [:]
  package init(id: String, page: String, slot: String? = nil, place: SourcePlace) {
    (self.id, self.page, self.slot, self.place) = (id, page, slot, place)
  }
}

/// The size that an advertiser has booked (订的尺寸): lengths, or columns and lines of the page's grid.
package struct BookedSize: Hashable, Sendable {
  package enum Extent: Hashable, Sendable {
    case length(Length)
    /// Columns of its width, lines of its height.
    case cells(Int)
  }
  package var width: Extent
  package var height: Extent
  package init(width: Extent, height: Extent) { (self.width, self.height) = (width, height) }

  /// Nil where it is counted on a grid.
  package var lengths: Size? {
    guard case .length(let width) = width, case .length(let height) = height else { return nil }
    return Size(width: width, height: height)
  }
}

extension Advertisement {
  /// What makes the two competitors (竞品), as it is written in one of the bookings.
  package func rivalry(with other: Advertisement) -> Located<String>? {
    if let category, category == other.category {
      return Located(category, at: places["category"] ?? place)
    }
    return rivals.first { other.goes(by: $0.value) } ?? other.rivals.first { goes(by: $0.value) }
  }

  private func goes(by name: String) -> Bool { [id, client, category].contains(name) }

  /// What it says of a story that it must not meet.
  package func objection(to story: Story) -> Located<String>? {
    avoided.first {
      $0.value == story.id || $0.value == story.column || story.tags.contains($0.value)
    }
  }
}

/// The colours that an advertiser has booked (订的颜色).
package enum BookedColour: Hashable, Sendable {
  /// Four inks: what comes in RGB is not taken for print.
  case cmyk
  /// What comes in RGB is separated by us.
  case rgb
  /// Black alone.
  case black

  /// The words of ads.yaml.
  package static let words = ["cmyk", "4c", "彩色", "rgb", "convert", "k", "bw", "黑白"]

  /// Nil for what is none of `words`.
  package init?(word: String) {
    switch word {
    case "cmyk", "4c", "彩色": self = .cmyk
    case "rgb", "convert": self = .rgb
    case "k", "bw", "黑白": self = .black
    default: return nil
    }
  }
}
