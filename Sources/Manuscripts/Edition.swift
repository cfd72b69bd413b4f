import Diagnostics
import Geometry

/// A day of the civil calendar.
package struct CivilDate: Hashable, Sendable, Comparable {
  package var year: Int
  package var month: Int
  package var day: Int
  package init(year: Int, month: Int, day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }
  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// One teaser (导读).
package struct Teaser: Hashable, Sendable {
  package var title: [String]
  package var page: String
  package var section: String?
  /// Shown beside its title.
  package var photo: Picture?
  package var place: SourcePlace
  package init(title: [String], page: String, section: String? = nil, place: SourcePlace) {
    (self.title, self.page, self.section, self.place) = (title, page, section, place)
  }
}

/// The weather of one place (天气).
package struct WeatherReport: Hashable, Sendable {
  package var place: String
  /// 晴, 多云, 小雨, 晴转多云 …
  package var sky: String
  /// Where the sky is said.
  package var skyPlace: SourcePlace?
  /// Degrees Celsius.
  package var low: Int?
  package var high: Int?
  package var wind: String?
  package init(place: String, sky: String) { (self.place, self.sky) = (place, sky) }
}

/// A page that the edition asks for.
package struct PageRequest: Hashable, Sendable {
  package var code: String
  package var name: String?
  /// A path in the edition or the name of a layout the program ships.
  package var layout: Located<String>
  package var editor: String?
  /// The side of the spread that it is on; nil: by its number.
  package var side: PageSide?
  /// The telephone of those who make it, for the folio.
  package var phone: String?
  package var teasers: [Teaser] = []
  package var place: SourcePlace
  package init(code: String, layout: Located<String>, place: SourcePlace) {
    (self.code, self.layout, self.place) = (code, layout, place)
  }
}

/// A font the edition brings or chooses for a role.
package struct FontRequest: Hashable, Sendable {
  package var role: String
  package var file: Located<String>
  package var face: Int
  package var sha256: String?
  package init(role: String, file: Located<String>, face: Int = 0, sha256: String? = nil) {
    (self.role, self.file, self.face, self.sha256) = (role, file, face, sha256)
  }
}

/// A composite font of the edition's own (edition.yaml `fonts.composites`): parts by kind of character.
package struct CompositeRequest: Hashable, Sendable {
  package var role: Located<String>
  package var parts: [Part] = []

  /// Size, shift and width in thousandths.
  package struct Part: Hashable, Sendable {
    /// `han`, `kana`, `punctuation`, `latin` or `digits`.
    package var kind: String
    package var role: Located<String>
    package var size: Int
    package var shift: Int
    package var width: Int
  }
}

/// What to write (edition.yaml `output`).
package struct OutputRequest: Hashable, Sendable {
  package var formats: [String] = ["pdf", "png", "json"]
  package var profile: String = "proof"
  package var marks: Bool = false
  /// The standard of print PDFs: `x4` or `x1a`.
  package var pdfx: String = "x4"
  /// The ICC profile that the pages are printed by; nil: the house's.
  package var icc: Located<String>?
  package var ppi: Int = 150
  package init() {}
}

/// What to do when something is broken (edition.yaml `policy`).
package struct Policy: Hashable, Sendable {
  package var overset: Severity = .error
  package var missingGlyph: Severity = .error
  package var brokenArticle: String = "placeholder"
  package var brokenAd: String = "white-box"
  package init() {}
}

/// How much is too much (edition.yaml `limits`).
package struct Limits: Hashable, Sendable {
  package var articleCharacters: Int = 100_000
  package var imageMegapixels: Int = 200
  package var pageSeconds: Int = 20
  package var memoryMegabytes: Int = 1024
  package init() {}
}

/// One issue of a paper (期), as its folder tells it.
package struct Edition: Hashable, Sendable {
  package var paper: String
  package var date: CivilDate
  package var issue: String?
  /// What it is beside the ordinary ones: 号外, 增刊.
  package var special: String?
  package var weekday: String
  package var lunar: String
  package var language: String
  package var masthead: MastheadText
  package var weather: [WeatherReport] = []
  package var pages: [PageRequest]
  package var stories: [Story]
  package var ads: [Advertisement]
  package var fonts: [FontRequest]
  package var composites: [CompositeRequest] = []
  /// Folders, relative to the edition, where its own fonts lie.
  package var fontSearch: [String]
  package var fontFallback: [String]
  package var styles: Located<String>?
  /// Rules of the edition's own, over the house's.
  package var rules: Located<String>?
  package var output: OutputRequest
  package var policy: Policy
  package var limits: Limits
  /// What is known of the files that layouts name as house advertisements, by path.
  package var houseAdFiles: [String: PictureFile] = [:]
  /// What is known of the pictures that the style sheet names for columns, by path.
  package var columnArt: [String: PictureFile] = [:]

  package init(
    paper: String, date: CivilDate, issue: String? = nil, weekday: String, lunar: String,
    language: String = "zh-Hans", masthead: MastheadText = MastheadText(),
    pages: [PageRequest] = [],
    stories: [Story] = [], ads: [Advertisement] = [], fonts: [FontRequest] = [],
    fontSearch: [String] = [], fontFallback: [String] = [], styles: Located<String>? = nil,
    output: OutputRequest = OutputRequest(), policy: Policy = Policy(), limits: Limits = Limits()
  ) {
    (self.paper, self.date, self.issue) = (paper, date, issue)
    (self.weekday, self.lunar, self.language) = (weekday, lunar, language)
    (self.masthead, self.pages, self.stories, self.ads) = (masthead, pages, stories, ads)
    (self.fonts, self.fontSearch, self.fontFallback) = (fonts, fontSearch, fontFallback)
    (self.styles, self.output, self.policy, self.limits) = (styles, output, policy, limits)
  }
}
