import Banxin
import Diagnostics

private let weather = "articles/weather.md"
private let lead = "articles/lead.md"
private let edition = "edition.yaml"
private let front = "layouts/front.yaml"

// Files from outside: pictures, tables, charts, advertisements.

extension ReadingFault {
  static let foreign: [ReadingFault] = [
    ReadingFault("F085 a photograph that is not there", "E0701", "\(lead):9:11", exit: 3) {
      $0.change(lead, "bridge.png", "none.png")
    },
    ReadingFault("F086 a picture of 900 megapixels", "E0702", "\(lead):9:11", exit: 3) {
      $0.files["photos/bomb.png"] = SoundEdition.png(width: 30_000, height: 30_000)
      $0.change(lead, "bridge.png", "bomb.png")
    },
    ReadingFault("F087 a picture cut off", "E0703", "\(lead):9:11", exit: 3) {
      $0.files["photos/cut.png"] = Array(SoundEdition.png(width: 6, height: 4).dropLast(14))
      $0.change(lead, "bridge.png", "cut.png")
    },
    ReadingFault("F088 a PNG named .jpg", "W0704", "\(lead):9:11", exit: 0) {
      $0.files["photos/x.jpg"] = $0.files["photos/bridge.png"]
      $0.change(lead, "bridge.png", "x.jpg")
    },
    ReadingFault("F089 words named .jpg", "E0703", "\(lead):9:11", exit: 3) {
      $0.write("photos/x.jpg", "<html>")
      $0.change(lead, "bridge.png", "x.jpg")
    },
    ReadingFault("F090 a picture without width", "E0702", "\(lead):9:11", exit: 3) {
      $0.files["photos/x.png"] = SoundEdition.png(width: 0, height: 0)
      $0.change(lead, "bridge.png", "x.png")
    },
    ReadingFault("F090 a picture of 1 by 60 000", "E0702", "\(lead):9:11", exit: 3) {
      $0.files["photos/x.png"] = SoundEdition.png(width: 1, height: 60_000)
      $0.change(lead, "bridge.png", "x.png")
    },
    ReadingFault("F096 a crop outside its picture", "E0709", "\(lead):10:11", exit: 3) {
      $0.change(lead, "caption: 大桥", "crop: 50% 50% 60% 20%")
    },
    ReadingFault("F097 an advertisement that is not there", "E0801", "ads/ads.yaml:6:11", exit: 3) {
      $0.change("ads/ads.yaml", "bridge.png", "none.png")
    },
    ReadingFault("F097 an advertisement without a file", "E0801", "ads/ads.yaml:2:9", exit: 3) {
      $0.change("ads/ads.yaml", "    file: photos/bridge.png\n", "")
    },
    ReadingFault("a teaser's picture that is not there", "E0701", "edition.yaml:6:94", exit: 3) {
      $0.change(
        "edition.yaml", "layout: layouts/front.yaml}",
        "layout: layouts/front.yaml, teasers: [{title: t, page: A02, photo: photos/no.png}]}")
    },
    ReadingFault(
      "something held by a frame of stories", "E0205", "layouts/front.yaml:13:69", exit: 78
    ) {
      $0.change("layouts/front.yaml", "lines: 42-60}", "lines: 42-60, holds: qr}")
    },
    ReadingFault("a temperature in words", "E0205", "edition.yaml:8:36", exit: 78) {
      $0.change(
        "edition.yaml", "articles:", "weather: [{place: 砚江, sky: 晴, low: 零下}]\narticles:")
    },
    ReadingFault("F106 an EPS advertisement", "E0811", "ads/ads.yaml:6:11", exit: 3) {
      $0.write("ads/x.eps", "%!PS-Adobe-3.0 EPSF-3.0")
      $0.change("ads/ads.yaml", "photos/bridge.png", "ads/x.eps")
    },
    ReadingFault("F107 an advertisement that was not booked", "E0812", "ads/ads.yaml:6:11", exit: 3)
    {
      $0.files["ads/ads.yaml"]? += Array(("    sha256: " + String(repeating: "0", count: 64)).utf8)
    },
    ReadingFault(
      "F108 a quote in a table not closed", "E0901", "tables/t.csv:7:3", exit: 3,
      placeholders: ["weather"]
    ) {
      $0.write("tables/t.csv", "a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n1,\"2\n1,2\n")
      $0.change(weather, "slot: weather\n", "slot: weather\ntable: {file: tables/t.csv}\n")
    },
    ReadingFault("F109 a row too short", "W0902", "tables/t.csv:5:1", exit: 0) {
      $0.write("tables/t.csv", "a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2,3,4\n1,2,3\n")
      $0.change(weather, "slot: weather\n", "slot: weather\ntable: {file: tables/t.csv}\n")
    },
    ReadingFault(
      "F112 more head than table", "E0905", "tables/t.csv:1:1", exit: 3, placeholders: ["weather"]
    ) {
      $0.write("tables/t.csv", "a\n1\n2\n3\n")
      $0.change(
        weather, "slot: weather\n", "slot: weather\ntable: {file: tables/t.csv, header: 9}\n")
    },
    ReadingFault(
      "F113 a cell joined to nothing", "E0906", "tables/t.csv:2:1", exit: 3
    ) { $0.table("a,b\n<,2\n") },
    ReadingFault(
      "F114 joined cells that are no rectangle", "E0907", "tables/t.csv:2:1", exit: 3
    ) { $0.table("a,b\n1,<\n^,2\n") },
    ReadingFault(
      "F115 a cell from the head into the rows", "E0908", "tables/t.csv:1:1", exit: 3
    ) { $0.table("a,b\n^,2\n") },
    ReadingFault(
      "F115 a group's head with nothing under it", "W0913", "tables/t.csv:4:1", exit: 0
    ) { $0.table("a,b\n# g\n1,2\n# h\n") },
    ReadingFault(
      "F116 more alignments than columns", "E0909", "\(weather):6:49", exit: 3,
      placeholders: ["weather"]
    ) { $0.table("a,b\n1,2\n", "align: [start, end, end]") },
    ReadingFault(
      "F117 an alignment that there is not", "E0205", "\(weather):6:37", exit: 3,
      placeholders: ["weather"]
    ) { $0.table("a,b\n1,2\n", "align: [middle]") },
    ReadingFault(
      "F118 all columns names", "E0912", "\(weather):6:45", exit: 3, placeholders: ["weather"]
    ) { $0.table("a,b\n1,2\n", "header-columns: 2") },
    ReadingFault("F121 a word among a chart's figures", "E0921", "tables/c.csv:3:3", exit: 3) {
      $0.chart("月,量\n1,2\n2,约三\n")
    },
    ReadingFault("F122 thousands parted wrongly", "E0921", "tables/c.csv:2:3", exit: 3) {
      $0.chart("月,量\n1,\"1,20\"\n")
    },
    ReadingFault("F123 a negative slice", "E0922", "tables/c.csv:3:3", exit: 3) {
      $0.chart("月,量\n1,2\n2,-3\n", "kind: pie")
    },
    ReadingFault("F124 a pie of two series", "E0923", "tables/c.csv:1:5", exit: 3) {
      $0.chart("月,量,价\n1,2,3\n", "kind: pie")
    },
    ReadingFault("F125 a pie of noughts", "E0924", "tables/c.csv:1:3", exit: 3) {
      $0.chart("月,量\n1,0\n2,0\n", "kind: pie")
    },
    ReadingFault("F126 a chart without rows", "E0929", "tables/c.csv:1:1", exit: 3) {
      $0.chart("月,量\n")
    },
    ReadingFault("F127 a stacked line", "E0928", "\(weather):6:50", exit: 3) {
      $0.chart("月,量\n1,2\n", "kind: line, stacked: true")
    },
    ReadingFault("F128 a chart's row too short", "W0902", "tables/c.csv:3:1", exit: 0) {
      $0.chart("月,量,价\n1,2,3\n2,3\n")
    },
    ReadingFault("F129 figures as papers write them", nil, exit: 0) {
      $0.chart("月,量\n1,−3.5\n2,\"1,200\"\n3,—\n4,１２\n5,+4%\n")
    },
  ]
}

extension SoundEdition {
  /// Gives the weather a chart.
  fileprivate mutating func chart(_ csv: String, _ keys: String = "kind: column") {
    write("tables/c.csv", csv)
    change(weather, "slot: weather\n", "slot: weather\nchart: {file: tables/c.csv, \(keys)}\n")
  }

  /// Gives the weather a table.
  fileprivate mutating func table(_ csv: String, _ keys: String = "header: 1") {
    write("tables/t.csv", csv)
    change(weather, "slot: weather\n", "slot: weather\ntable: {file: tables/t.csv, \(keys)}\n")
  }
}
