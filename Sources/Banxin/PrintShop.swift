import Diagnostics

/// The whole press for other programs (印厂): an edition's folder in, published pages out.
///
/// ```swift
/// guard let shop = PrintShop() else { return }
/// let run = shop.print(edition: "papers/2026-03-18")
/// run.messages.forEach { print($0) }
/// ```
public struct PrintShop: Sendable {
  /// What came of printing an edition.
  public struct Run: Sendable {
    /// 0 made as asked; 3 made, with contained errors; the others as `banxin build` gives them.
    public let exitCode: Int32
    /// The folder that was published; nil when nothing was.
    public let folder: String?
    /// How many pages are in it.
    public let pages: Int
    /// One line a message: `file:line:column: severity[code]: sentence`.
    public let messages: [String]
  }

  /// The language that messages are in.
  public enum Language: Sendable {
    /// 中文
    case chinese
    /// English
    case english
  }

  private let house: HouseFiles

  /// Opens the house's files: layouts, styles and the table of fonts.
  ///
  /// - Parameter folder: Where they lie; nil looks beside the running program.
  /// - Returns: Nil when they are not there.
  public init?(house folder: String? = nil) {
    let found =
      folder.map { HouseFiles(root: $0) } ?? HouseFiles.beside(executable: HouseFiles.executable)
    guard let found else { return nil }
    house = found
  }

  /// Makes an edition's pages and publishes them whole; never throws, whatever the edition holds.
  ///
  /// - Parameters:
  ///   - edition: Its folder, or the edition.yaml in it.
  ///   - output: Where to publish; nil: `out` in the edition's folder.
  ///   - language: The language of the messages.
  public func print(
    edition: String, output: String? = nil, language: Language = .english
  ) -> Run {
    var request = BuildRequest(edition: edition)
    request.output = output
    let outcome = build(request, house: house)
    let short = ShortMessages(language: language == .chinese ? .zh : .en)
    return Run(
      exitCode: outcome.exitCode, folder: outcome.folder, pages: outcome.pages,
      messages: outcome.diagnostics.map(short.draw))
  }
}
