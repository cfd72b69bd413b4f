import Colour
import Foundation
import Geometry
import Testing

@testable import Press

/// SVG drawings, which take the way of advertisers' pages.
struct DrawingTests {
  let folder: AdvertisementFolder
  let press = AdvertisementPress()

  init() throws { folder = try AdvertisementFolder() }

  private func drawing(_ content: String) throws -> String {
    let head =
      #"<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="25mm" viewBox="0 0 100 50">"#
    return try folder.write(Array("\(head)\(content)</svg>".utf8), "drawing.svg")
  }

  private func outside(_ markup: String) -> [String] { DrawingScan(Array(markup.utf8)).outside }

  @Test(arguments: [
    ("width='25.4mm' height='50.8mm'", 72.0, 144.0), ("viewBox='0 0 96 48'", 72, 36),
    ("width='100%' viewBox='0 0 96 48'", 72, 36), ("width='2in' viewBox='0 0 96 48'", 144, 72),
  ])
  func `have a size by their root, as librsvg reads it`(root: String, width: Double, height: Double)
    throws
  {
    let text = "<svg xmlns='http://www.w3.org/2000/svg' \(root)><path d='M0 0h9v9z'/></svg>"
    let size = try press.page(of: try folder.write(Array(text.utf8), "size.svg")).size
    #expect(abs(size.width.points - width) < 0.1)
    #expect(abs(size.height.points - height) < 0.1)
  }

  @Test func `with shadows and masks have finer pixels than one to a point`() throws {
    let path = try drawing(
      """
      <mask id="m"><circle cx="25" cy="25" r="20" fill="white"/></mask>
      <rect width="50" height="50" fill="#f00" mask="url(#m)"/>
      <path d="M60 10h30" stroke="black" stroke-width="1"/>
      """)
    let inspection = try press.inspect(path)
    #expect(abs((inspection.lowestPPI ?? 0) - 72 * 12) <= 12)
    // A hundredth of 50 mm, in thousandths of a point.
    #expect(abs((inspection.thinnestLine ?? 0) - 1417) < 5)
    let size = try press.page(of: path).size
    #expect(abs(size.width.points - 141.73) < 0.1)
    let picture = try press.picture(of: path, ppi: 72)
    #expect(String(decoding: picture.prefix(9), as: UTF8.self) == "P6\n142 71")
    let middle = picture.count - 142 * 3 * 35
    let inside = picture[middle + 105..<middle + 108].map { $0 / 8 }
    #expect(inside == [31, 0, 0], "inside the mask, by the rounding of its pixels")
    #expect(Array(picture[middle..<middle + 3]) == [255, 255, 255], "outside it")
  }

  @Test func `drawn larger for their shadows are measured at their own size`() throws {
    let path = try drawing(#"<g mask="none"><rect width="50" height="50"/></g>"#)
    let plate = try press.plate(
      of: path, separation: try separation(), allowsTransparency: true)
    #expect(plate.zoom == 12)
    let inks = try press.inks(of: plate, ppi: 72)
    #expect(JPEGPixels.size(of: inks).map { [$0.width, $0.height] } == [142, 71])
  }

  private func separation() throws -> Separation {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: root.appending(path: "profiles/newsprint.icc"))
    return try Separation(to: try OutputProfile(bytes: [UInt8](bytes)), inkLimit: 220)
  }

  @Test func `have the size that they state, and are drawn in their colours`() throws {
    let path = try drawing(##"<rect width="50" height="50" fill="#f00"/>"##)
    let size = try press.page(of: path).size
    #expect(abs(size.width.points - 141.73) < 0.1)
    #expect(abs(size.height.points - 70.87) < 0.1)
    let picture = try press.picture(of: path, ppi: 72)
    let row = 142 * 3
    let middle = picture.count - row * 35
    #expect(Array(picture[middle + 30..<middle + 33]) == [255, 0, 0])
    #expect(Array(picture[middle + row - 33..<middle + row - 30]) == [255, 255, 255])
  }

  @Test func `are separated once, as lines`() throws {
    let separation = try separation()
    let path = try drawing(
      ##"<rect width="50" height="50" fill="#f00"/><path d="M60 10h20v20z" fill="#000"/>"##)
    for allowsTransparency in [true, false] {
      let plate = try press.plate(
        of: path, separation: separation, allowsTransparency: allowsTransparency)
      #expect(plate.pictureReason == nil)
      let page = try PDFDocument(reading: plate.document).page(0)
      let content = String(decoding: try page["/Contents"].unpackedData(), as: UTF8.self)
      #expect(!content.contains(" rg"))
      #expect(content.contains("0 0 0 1 k"), "black is black alone")
    }
  }

  @Test func `come out the same whenever they are drawn`() throws {
    let path = try drawing(#"<circle cx="20" cy="20" r="9"/>"#)
    let first = try press.artwork(path).input
    // The PDF that is made of them would name the second.
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try AdvertisementPress().artwork(path).input == first)
  }

  @Test func `are told to be set here when they hold text, and to be run when they hold scripts`()
    throws
  {
    #expect(try press.inspect(drawing(#"<text y="9">江</text>"#)).isSetHere)
    #expect(try !press.inspect(drawing(#"<g id="text"/><!-- <text/> -->"#)).isSetHere)
    #expect(try press.inspect(drawing("<script>x()</script>")).active == [.script])
    #expect(try press.inspect(drawing(#"<g onload="x()"/>"#)).active == [.script])
    let moving = #"<path d="M0 0h9v9z"><animate attributeName="d" dur="1s"/></path>"#
    #expect(try press.inspect(drawing(moving)).active == [.animation])
  }

  @Test(arguments: [
    (#"<image href="a.png"/>"#, "a.png"), (#"<image xlink:href='/etc/passwd'/>"#, "/etc/passwd"),
    (#"<use href="b.svg#c"/>"#, "b.svg#c"), (#"<g style="fill:url(http://x/y)"/>"#, "http://x/y"),
    (#"<g fill="url( 'z.svg#a' )"/>"#, "z.svg#a"), ("<style>@import 'a.css';</style>", "@import"),
    ("<style><![CDATA[a{fill:url(q.svg#r)}]]></style>", "q.svg#r"),
    ("<foreignObject><p>字</p></foreignObject>", "foreignObject"),
    ("<filter id='a'><feDropShadow dx='1'/></filter><g filter='url(#a)'/>", "feDropShadow"),
    ("<flowRoot><flowPara>字</flowPara></flowRoot>", "flowRoot"),
    (#"<image href="data:image/svg+xml;base64,AAAA"/>"#, "data:image/svg+xml"),
    (#"<image href="data:image/tiff,AAAA"/>"#, "data:image/tiff"),
  ])
  func `that need something outside themselves are refused`(content: String, named: String) throws {
    let path = try drawing(content)
    #expect(throws: AdvertisementFault.external(named)) { try press.inspect(path) }
  }

  @Test func `may point to themselves, hold pictures, and link`() {
    let inner = """
      <use href="#a"/><g fill="url(#b)"/><image href="data:image/png;base64,AAAA"/>
      <switch><foreignObject requiredExtensions="&ns_ai;" width="1"/><g/></switch>
      <a href="https://a.example/"><path d="M0 0"/></a><!-- url(x.png) --><desc>url(y.png)</desc>
      """
    #expect(outside(inner) == [])
    #expect(outside("<!DOCTYPE svg [<!ENTITY ns \"http://x/\">]><svg/>") == [])
    #expect(outside("<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///x\">]><svg/>") == ["ENTITY"])
    #expect(outside("<!DOCTYPE svg [<!ENTITY e '<text>a</text>'>]><svg/>") == ["ENTITY"])
    #expect(outside("<!DOCTYPE svg [<!ENTITY e '&#60;text/>'>]><svg/>") == ["ENTITY"])
    #expect(outside("<!DOCTYPE svg [<!ENTITY % e 'a'>]><svg/>") == ["ENTITY"])
    #expect(outside("<?xml-stylesheet href='a.css'?><svg/>") == ["xml-stylesheet"])
  }

  @Test func `are not guessed at where their letters are coded otherwise than markup is`() throws {
    let text = "<?xml version='1.0' encoding='UTF-7'?><svg xmlns='http://www.w3.org/2000/svg'/>"
    let path = try folder.write(Array(text.utf8), "seven.svg")
    #expect(throws: AdvertisementFault.self) { try press.inspect(path) }
    #expect(DrawingScan(Array(text.utf8)).unreadEncoding == "utf-7")
    let usual = "<?xml version=\"1.0\" encoding = \"GB18030\" ?><svg/>"
    #expect(DrawingScan(Array(usual.utf8)).unreadEncoding == nil)
  }

  @Test(arguments: [
    "<", "<svg", "<svg a", "<svg a=", "<svg a=\"", "<!--", "<![CDATA[", "<!", "<?", "</", "a", "",
  ])
  func `may end anywhere`(cut: String) {
    #expect(outside(cut) == [])
  }

  @Test func `that are no drawings are refused`() throws {
    for content in ["<svg><g></svg>", "text", ""] {
      let path = try folder.write(Array(content.utf8), "broken.svg")
      #expect(throws: AdvertisementFault.self) { try press.inspect(path) }
    }
  }

  @Test func `whose names unfold without end are refused in time`() throws {
    var names = "<!ENTITY a \"aaaaaaaaaa\">"
    for (one, ten) in zip("abcdefgh", "bcdefghi") {
      names += "<!ENTITY \(ten) \"" + String(repeating: "&\(one);", count: 10) + "\">"
    }
    let text =
      "<!DOCTYPE svg [\(names)]><svg xmlns=\"http://www.w3.org/2000/svg\"><desc>&i;</desc></svg>"
    let path = try folder.write(Array(text.utf8), "laughs.svg")
    #expect(throws: AdvertisementFault.self) { try press.inspect(path) }
  }
}
