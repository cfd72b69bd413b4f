/// The language that messages are given in.
package enum MessageLanguage: String, Hashable, Sendable, CaseIterable { case zh, en }

/// The texts of one message. `{name}` stands for a value of the diagnostic.
package struct MessageText: Sendable {
  /// One sentence: what is wrong.
  package var zh: String
  package var en: String
  /// What to do about it; empty when the sentence says so already.
  package var zhHelp: String
  package var enHelp: String
  /// The words beside the caret; empty when the sentence is enough.
  package var zhLabel: String
  package var enLabel: String
  /// The words beside the carets of related places.
  package var zhRelated: String
  package var enRelated: String

  package init(
    _ zh: String, _ en: String, help zhHelp: String = "", _ enHelp: String = "",
    label zhLabel: String = "", _ enLabel: String = "", related zhRelated: String = "",
    _ enRelated: String = ""
  ) {
    (self.zh, self.en, self.zhHelp, self.enHelp) = (zh, en, zhHelp, enHelp)
    (self.zhLabel, self.enLabel) = (zhLabel, enLabel)
    (self.zhRelated, self.enRelated) = (zhRelated, enRelated)
  }

  package func sentence(_ language: MessageLanguage) -> String { language == .zh ? zh : en }
  package func help(_ language: MessageLanguage) -> String { language == .zh ? zhHelp : enHelp }
  package func label(_ language: MessageLanguage) -> String { language == .zh ? zhLabel : enLabel }
  package func related(_ language: MessageLanguage) -> String {
    language == .zh ? zhRelated : enRelated
  }
}

/// Every message that Banxin can give, by code: the one list (消息目录).
package enum Catalogue {
  /// The groups in the order of their numbers; one list each.
  package static let groups: [[(Code, MessageText)]] = [
    fileMessages, keyMessages, manuscriptMessages, layoutMessages, flowMessages, fontMessages,
    pictureMessages, foreignPictureMessages, adMessages, foreignAdMessages, tableMessages,
    chartMessages,
    runMessages, pressMessages, printMessages, lintMessages,
  ]

  package static let texts: [Code: MessageText] = Dictionary(
    groups.joined().map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })

  /// What `explain CODE` prints: the sentence with its blanks, and what to do. Nil: no such code.
  package static func explanation(of code: Code, in language: MessageLanguage) -> String? {
    guard let text = texts[code] else { return nil }
    let help = text.help(language)
    let head = "\(code.severity.rawValue)[\(code.name)]: \(text.sentence(language))"
    return help.isEmpty ? head : "\(head)\n  = \(helpWord(language)): \(help)"
  }

  static func helpWord(_ language: MessageLanguage) -> String {
    language == .zh ? "办法" : "help"
  }
}

extension Diagnostic {
  /// The sentence in a language, its blanks filled.
  package func sentence(_ language: MessageLanguage) -> String {
    fill(Catalogue.texts[code]?.sentence(language) ?? code.name, language)
  }

  /// What to do, empty when there is nothing to add.
  package func help(_ language: MessageLanguage) -> String {
    fill(Catalogue.texts[code]?.help(language) ?? "", language)
  }

  func label(_ language: MessageLanguage) -> String {
    fill(Catalogue.texts[code]?.label(language) ?? "", language)
  }

  func relatedLabel(_ language: MessageLanguage) -> String {
    fill(Catalogue.texts[code]?.related(language) ?? "", language)
  }

  /// Puts the values in their blanks. A text in `⟦…⟧` whose blank has no value is left out.
  private func fill(_ template: String, _ language: MessageLanguage) -> String {
    var text = ""
    var group: String?
    var groupIsEmpty = false
    for part in MessagePart.parts(of: template) {
      switch part {
      case .open: (group, groupIsEmpty) = ("", false)
      case .close:
        if !groupIsEmpty { text += group ?? "" }
        group = nil
      case .words(let words): if group == nil { text += words } else { group? += words }
      case .blank(let name):
        let value = value(name, language)
        if value.isEmpty { groupIsEmpty = true }
        if group == nil { text += value } else { group? += value }
      }
    }
    return text
  }

  private func value(_ name: String, _ language: MessageLanguage) -> String {
    guard let value = values.first(where: { $0.name == name }) else { return "" }
    return language == .en ? value.english ?? value.text : value.text
  }
}

/// A message's text taken apart at `{blank}` and `⟦left out when its blank is empty⟧`.
private enum MessagePart {
  case words(String)
  case blank(String)
  case open
  case close

  static func parts(of template: String) -> [MessagePart] {
    var parts: [MessagePart] = []
    var words = ""
    var isBlank = false
    for character in template {
      switch character {
      case "{" where !isBlank, "⟦", "⟧":
        if !words.isEmpty { parts.append(.words(words)) }
        words = ""
        isBlank = character == "{"
        if character == "⟦" { parts.append(.open) }
        if character == "⟧" { parts.append(.close) }
      case "}" where isBlank:
        // Only a plain name is a blank; `{to: …}` in a help text is YAML to be typed.
        let isName = words.allSatisfy { $0.isLetter || $0.isNumber }
        parts.append(isName ? .blank(words) : .words("{\(words)}"))
        (words, isBlank) = ("", false)
      default: words.append(character)
      }
    }
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }
}
