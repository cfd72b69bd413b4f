import Colour
import Drawing
import Fonts
import Geometry
import Press
import Testing

/// Ghostscript cuts fractions of a 255th off.
@Suite struct PlateTests {
  private let red = Ink(m: 100, y: 95, k: 5)

  /// A line over the page's width, ten points thick.
  private func bar(_ ink: Ink, _ y: Double) -> Mark {
    .line(
      from: Point(x: .points(0), y: .points(y)), to: Point(x: .points(100), y: .points(y)),
      weight: .points(10), ink, .solid)
  }

  @Test func `an ink comes out on its plates as it was asked for`() throws {
    let plates = try PlateTrial([.fill(rect(0, 0, 100, 100), red)]).plates()
    #expect(plates.inks(50, 50) == [0, 255, 242, 13])
  }

  @Test func `black lines and tints of black touch no plate but black`() throws {
    let plates = try PlateTrial([
      bar(.black, 20), .fill(rect(0, 40, 100, 20), .grey(30)),
      .stroke(rect(10, 70, 50, 20), weight: .points(2), .black),
    ]).plates()
    #expect(plates.most == [0, 0, 0, 255])
    #expect(plates.inks(50, 50) == [0, 0, 0, 76])
  }

  @Test func `black lines overprint and everything else knocks out`() throws {
    let tint = Ink(c: 20, y: 50, k: 0)
    let plates = try PlateTrial([
      .fill(rect(0, 0, 100, 100), tint), bar(.black, 10), bar(.grey(50), 30), bar(.white, 50),
      bar(red, 70), .fill(rect(0, 85, 100, 15), .black),
    ]).plates()
    #expect(plates.inks(50, 2) == [51, 0, 127, 0])
    #expect(plates.inks(50, 10) == [51, 0, 127, 255])
    #expect(plates.inks(50, 30) == [0, 0, 0, 127])
    #expect(plates.inks(50, 50) == [0, 0, 0, 0])
    #expect(plates.inks(50, 70) == [0, 255, 242, 13])
    #expect(plates.inks(50, 95) == [0, 0, 0, 255])
  }

  @Test func `a white ground knocks out though its black edge overprints`() throws {
    let box = rect(20, 20, 60, 60)
    let plates = try PlateTrial([
      .fill(rect(0, 0, 100, 100), Ink(c: 60, k: 0)), .fill(box, .white),
      .stroke(box, weight: .points(4), .black),
    ]).plates()
    #expect(plates.inks(50, 50) == [0, 0, 0, 0])
    #expect(plates.inks(50, 19) == [153, 0, 0, 255])
  }

  @Test func `white lines are cut out of black ground`() throws {
    let plates = try PlateTrial([.fill(rect(0, 0, 100, 100), .black), bar(.white, 50)]).plates()
    #expect(plates.inks(50, 50) == [0, 0, 0, 0])
    #expect(plates.inks(50, 20) == [0, 0, 0, 255])
  }

  @Test func `a picture's samples are the plate's`() throws {
    // Deflated by hand: a stored block of one row of two pixels.
    let inks: [UInt8] = [10, 200, 30, 40, 0, 0, 255, 0]
    let colour = PlatePicture(
      width: 2, height: 1, isGrey: false, encoding: .deflated, bytes: stored(inks))
    let grey = PlatePicture(
      width: 2, height: 1, isGrey: true, encoding: .deflated, bytes: stored([255, 55]))
    var trial = PlateTrial([picture(0, rect(0, 0, 100, 50)), picture(1, rect(0, 50, 100, 50))])
    trial.contents = [.picture(colour), .picture(grey)]
    let plates = try trial.plates()
    #expect(plates.inks(20, 20) == [10, 200, 30, 40])
    #expect(plates.inks(80, 20) == [0, 0, 255, 0])
    #expect(plates.inks(20, 80) == [0, 0, 0, 0])
    #expect(plates.inks(80, 80) == [0, 0, 0, 200])
  }

  @Test func `a picture without a place is a crossed box in black ink`() throws {
    let plates = try PlateTrial([picture(7, rect(0, 0, 100, 100))]).plates()
    #expect(plates.inks(20, 50) == [0, 0, 0, 38])
    #expect(plates.most[..<3] == [0, 0, 0])
  }

  @Test(arguments: [0, 90, 180, 270])
  func `an advertiser's page keeps its inks, its trim and its turn`(turn: Int) throws {
    // Four quarters of the trim box, which lies 20 points inside a larger sheet.
    let content = """
      1 0 0 0 k 20 120 50 50 re f 0 1 0 0 k 70 120 50 50 re f
      0 0 1 0 k 20 70 50 50 re f 0 0 0 1 k 70 70 50 50 re f
      1 1 1 1 k 0 0 20 200 re f
      """
    var trial = PlateTrial([picture(0, rect(0, 0, 100, 100))])
    trial.contents = [
      .page(
        AdvertisementPlate(
          document: TestPDF.page(content, media: "[0 0 140 190]"),
          trim: PDFRect(x0: 20, y0: 70, x1: 120, y1: 170), turn: turn))
    ]
    let plates = try trial.plates()
    let (c, m, y, k) = ([255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0], [0, 0, 0, 255])
    let seen = [(25, 25), (75, 25), (25, 75), (75, 75)].map { plates.inks($0.0, $0.1) }
    // Top left, top right, bottom left, bottom right, turned clockwise.
    let wanted = [0: [c, m, y, k], 90: [y, c, k, m], 180: [k, y, m, c], 270: [m, k, c, y]]
    #expect(seen == wanted[turn])
  }

  @Test func `a colour that stands for no ink is a fault, not a guess`() throws {
    var trial = PlateTrial([.fill(rect(0, 0, 10, 10), red)])
    trial.keys = InkKeys([])
    #expect(throws: FinishingFault.unknownColour(page: 0)) { try trial.pdf() }
  }

  /// A zlib stream of one stored block (RFC 1950, 1951).
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    let count = bytes.count
    let head: [UInt8] = [
      0x78, 0x01, 1, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF),
      UInt8((~count >> 8) & 0xFF),
    ]
    let sum = b << 16 | a
    return head + bytes + [24, 16, 8, 0].map { UInt8(sum >> $0 & 0xFF) }
  }
}
