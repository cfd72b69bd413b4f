import Hyphenation
import Testing

@Suite struct `Hyphenation of words` {
  private func parted(_ word: String, _ hyphenator: Hyphenator = Hyphenator()) -> String {
    let letters = Array(word.unicodeScalars)
    var text = String.UnicodeScalarView()
    let places = hyphenator.places(in: letters, language: "en-US")
    for (index, letter) in letters.enumerated() {
      if places.contains(index) { text.append("-") }
      text.append(letter)
    }
    return String(text)
  }

  @Test(arguments: [
    "hy-phen-ation", "ty-po-graphic", "news-pa-per", "in-ter-na-tion-al-iza-tion", "strength",
  ])
  func `follows the patterns of American English`(word: String) {
    #expect(parted(word.filter { $0 != "-" }) == word)
  }

  @Test func `leaves two letters before the hyphen and three after it`() {
    let hyphenator = Hyphenator()
    for word in ["about", "only", "into", "ideology", "city", "area", "to"] {
      let letters = Array(word.unicodeScalars)
      for place in hyphenator.places(in: letters, language: "en-US") {
        #expect(place >= 2 && letters.count - place >= 3, "\(word) at \(place)")
      }
    }
  }

  @Test func `does not mind capitals or accents`() {
    #expect(parted("Newspaper") == "News-pa-per")
    #expect(parted("Äéü").count == 3)
  }

  @Test func `names a language once that has no patterns, and parts none of its words`() {
    let hyphenator = Hyphenator(folder: "/nonexistent")
    #expect(parted("newspaper", hyphenator) == "newspaper")
    #expect(parted("hyphenation", hyphenator) == "hyphenation")
    #expect(hyphenator.missing == ["en-US"])
  }
}
