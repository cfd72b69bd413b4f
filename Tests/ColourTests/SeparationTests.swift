import Colour
import Drawing
import Foundation
import Testing

/// The newsprint profile that the install step makes.
func newsprint() throws -> OutputProfile {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let bytes = try Data(contentsOf: root.appending(path: "profiles/newsprint.icc"))
  return try OutputProfile(bytes: [UInt8](bytes))
}

@Suite struct SeparationTests {
  @Test func `no colour of a screen gets more ink than the limit`() throws {
    let separation = try Separation(to: try newsprint(), inkLimit: 220)
    var pixels: [UInt8] = []
    for red in stride(from: 0, through: 255, by: 15) {
      for green in stride(from: 0, through: 255, by: 15) {
        for blue in stride(from: 0, through: 255, by: 15) {
          pixels += [UInt8(red), UInt8(green), UInt8(blue)]
        }
      }
    }
    var inks = [UInt8](repeating: 0, count: pixels.count / 3 * 4)
    separation.separate(pixels, .rgb, into: &inks, count: pixels.count / 3)
    let totals = stride(from: 0, to: inks.count, by: 4).map { place in
      inks[place..<place + 4].reduce(0) { $0 + Int($1) }
    }
    #expect(try #require(totals.max()) <= 220 * 255 / 100)
    // The limit is not reached by printing nothing dark.
    #expect(try #require(totals.max()) > 190 * 255 / 100)
  }

  @Test func `greys are printed with black ink alone`() throws {
    let separation = try Separation(to: try newsprint(), inkLimit: 220)
    var inks = [UInt8](repeating: 9, count: 12)
    separation.separate([0, 0, 0, 128, 128, 128, 255, 255, 255], .rgb, into: &inks, count: 3)
    #expect(inks == [0, 0, 0, 255, 0, 0, 0, 127, 0, 0, 0, 0])
    #expect(separation.inks(red: 0.5, green: 0.5, blue: 0.5) == .black(0.5))
  }

  @Test func `both layouts of pixels give the same inks`() throws {
    let separation = try Separation(to: try newsprint(), inkLimit: 220)
    var (first, second) = ([UInt8](repeating: 0, count: 4), [UInt8](repeating: 0, count: 4))
    separation.separate([200, 40, 10], .rgb, into: &first, count: 1)
    separation.separate([10, 40, 200, 0], .bgrx, into: &second, count: 1)
    #expect(first == second)
    #expect(first[1] > 150 && first[2] > 150 && first[0] < 60)
  }

  @Test func `a limit leaves black and takes from the colours together`() {
    var ink: [UInt8] = [200, 100, 100, 255]
    limitInk(&ink, to: 455)
    #expect(ink == [100, 50, 50, 255])
  }

  @Test func `bytes that are no profile of a press are refused`() {
    #expect(throws: ProfileFault.unreadable) { try OutputProfile(bytes: [1, 2, 3]) }
    #expect(throws: ProfileFault.self) {
      try OutputProfile(bytes: [UInt8](repeating: 0, count: 4096))
    }
  }
}

@Suite struct InkColoursTests {
  @Test func `proofs have white paper, exact greys and the profile's colours`() throws {
    let colours = InkColours(try newsprint())
    #expect(colours.colour(of: .white) == ScreenColour(red: 255, green: 255, blue: 255))
    #expect(colours.colour(of: .black) == ScreenColour(red: 0, green: 0, blue: 0))
    #expect(colours.colour(of: Ink(k: 40)) == Ink(k: 40).screenColour)
    let red = Ink(m: 100, y: 95, k: 5)
    let seen = colours.colour(of: red)
    #expect(seen != red.screenColour)
    #expect(seen.red > 180 && seen.green < 110 && seen.blue < 110)
    #expect(colours.colour(of: red) == seen)
  }

  @Test func `without a profile the inks' colours are near it`() throws {
    let (near, exact) = (InkColours(nil), InkColours(try newsprint()))
    for ink in [Ink(c: 100, k: 0), Ink(m: 100, k: 0), Ink(m: 100, y: 100, k: 0)] {
      let (a, b) = (near.colour(of: ink), exact.colour(of: ink))
      #expect(abs(Int(a.red) - Int(b.red)) < 90 && abs(Int(a.green) - Int(b.green)) < 90)
    }
  }
}

@Suite struct SoftProofTests {
  @Test func `paper is grey and black is dull`() throws {
    let proof = try SoftProof(try newsprint())
    var pixels = [UInt8](repeating: 0, count: 6)
    proof.show([0, 0, 0, 0, 0, 0, 0, 255], into: &pixels, count: 2)
    #expect((190...235).contains(pixels[1]) && pixels[2] < pixels[0])
    #expect((50...120).contains(pixels[4]))
  }
}
