import Diagnostics
import Schema

/// Reads `chart` of a story: what its keys say, and the figures of its CSV. A fault costs the chart, not the story.
struct ChartReader {
  let folder: EditionFolder
  let findings: Findings
  let gentle: Findings

  /// The chart, and the CSV that it was read from.
  func read(_ fields: Fields) -> (chart: Chart, source: SourceText?)? {
    guard let path = fields.located("file"), let checked = findings.check(path) else { return nil }
    var chart = Chart(path: checked)
    readKeys(fields, into: &chart)
    let text = folder.text(of: checked.value, limit: CSVReader.mostBytes, at: path.place)
    gentle.add(text.diagnostics)
    guard let source = text.value else { return (chart, nil) }
    var reader = CSVReader(source: source)
    let sheet = reader.readSheet(leastRows: 2, leastColumns: 2, else: .chartEmpty)
    gentle.add(sheet.diagnostics)
    if let sheet = sheet.value { readFigures(sheet, into: &chart) }
    return (chart, source)
  }

  private func readKeys(_ fields: Fields, into chart: inout Chart) {
    chart.kind = fields.choice("kind") ?? .column
    (chart.title, chart.unit) = (fields.text("title"), fields.text("unit"))
    (chart.source, chart.style) = (fields.text("source"), fields.text("style"))
    chart.notes = fields.lines("notes").map(\.value)
    chart.isStacked = isStacked(fields, chart.kind)
    chart.printsValues = fields.flag("values")
    (chart.columns, chart.lines) = (fields.integer("columns"), fields.integer("lines"))
    (chart.anchor, chart.wrap) = (fields.choice("anchor"), fields.choice("wrap"))
  }

  private func isStacked(_ fields: Fields, _ kind: Chart.Kind) -> Bool {
    guard fields.flag("stacked") == true else { return false }
    if kind == .column || kind == .bar { return true }
    gentle.add(
      Diagnostic(.chartStacked, at: fields.place(of: "stacked"), ["kind": kind.rawValue]))
    return false
  }
}

extension ChartReader {
  /// A chart with one wrong figure would say something wrong: it is not shown.
  private func readFigures(_ sheet: CSVSheet, into chart: inout Chart) {
    var faults = ChartFaults(sheet: sheet)
    let rows = sheet.rows.indices.dropFirst()
    let series = sheet.rows[0].indices.dropFirst().map { column in
      Chart.Series(
        name: sheet.rows[0][column],
        values: rows.map { faults.value(row: $0, column: column, isPie: chart.kind == .pie) },
        place: sheet.place(row: 0, column: column))
    }
    if chart.kind == .pie { faults.checkPie(series) }
    gentle.add(faults.found)
    guard faults.found.isEmpty else { return }
    chart.series = series
    chart.categories = rows.map { sheet.rows[$0][0] }
    chart.categoryPlaces = rows.map { sheet.place(row: $0, column: 0) }
  }
}

/// What is wrong with the cells of a chart.
private struct ChartFaults {
  let sheet: CSVSheet
  var found: [Diagnostic] = []

  /// What stands where there is no figure.
  private static let voids: Set<String> = ["", "—", "－", "-", "–", "——", "…"]

  mutating func value(row: Int, column: Int, isPie: Bool) -> Chart.Value? {
    let text = sheet.rows[row][column]
    if Self.voids.contains(text), !isPie { return nil }
    guard let amount = Self.amount(text) else {
      found.append(
        Diagnostic(
          .chartNotNumber, at: sheet.place(row: row, column: column), ["cell": text]))
      return nil
    }
    if isPie, amount < 0 {
      found.append(
        Diagnostic(
          .chartNegative, at: sheet.place(row: row, column: column), ["cell": text]))
    }
    return Chart.Value(text: text.replacing("-", with: "−"), amount: amount)
  }

  mutating func checkPie(_ series: [Chart.Series]) {
    if series.count > 1 {
      found.append(
        Diagnostic(.chartPieSeries, at: series[1].place, ["count": "\(series.count)"]))
    }
    if found.isEmpty, series[0].values.allSatisfy({ $0?.amount == 0 }) {
      found.append(Diagnostic(.chartPieZero, at: series[0].place))
    }
  }

  /// Millionths of a figure with sign, thousands in commas, a per cent sign.
  private static func amount(_ text: String) -> Int? {
    var digits = HalfWidth.of(text)
    if digits.hasSuffix("%") || digits.hasSuffix("％") { digits.removeLast() }
    if let first = digits.first, "+＋−－".contains(first) {
      digits.removeFirst()
      if first == "−" || first == "－" { digits = "-" + digits }
    }
    guard hasWholeThousands(digits) else { return nil }
    return Decimal10(digits.filter { $0 != "," })?.times(1_000_000)
  }

  /// `1,234,567`: three digits after each comma.
  private static func hasWholeThousands(_ text: String) -> Bool {
    let whole = text.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isSound = groups.dropFirst().allSatisfy { $0.count == 3 }
    return isSound && text.count(where: { $0 == "," }) == groups.count - 1
      && !(groups.count > 1 && groups[0].isEmpty)
  }
}
