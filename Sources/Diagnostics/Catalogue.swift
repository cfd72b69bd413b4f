/// The texts of one message. `{name}` stands for a value of the diagnostic.
package struct MessageText: Sendable {
  /// One sentence: what is wrong.
  package var zh: String
  package var en: String
  /// What to do about it; empty when the sentence says so already.
  package var zhHelp: String
  package var enHelp: String

  package init(_ zh: String, _ en: String, help zhHelp: String = "", _ enHelp: String = "") {
    (self.zh, self.en, self.zhHelp, self.enHelp) = (zh, en, zhHelp, enHelp)
  }
}

/// Every message that Banxin can give, by code: the one list (消息目录).
package enum Catalogue {
  /// The groups in the order of their numbers; one file each.
  package static let groups: [[(Code, MessageText)]] = [
    flowMessages, pictureMessages, adMessages, tableMessages, runMessages, makeupMessages,
  ]

  package static let texts: [Code: MessageText] = Dictionary(
    groups.joined().map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
}
