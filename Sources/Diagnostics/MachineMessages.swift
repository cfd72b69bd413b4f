// Messages for editors and programs: one line each.

/// `file:line:col: error[E0502]: …`, the form that editors find places in.
package struct ShortMessages: Sendable {
  package var language: MessageLanguage
  package init(language: MessageLanguage) { self.language = language }

  package func draw(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place
    let position = place.line > 0 ? ":\(place.line):\(place.column)" : ""
    let sentence = diagnostic.sentence(language)
    let label = diagnostic.label(language)
    let words = label.isEmpty ? sentence : "\(sentence)（\(label)）"
    let text = Printable.of(language == .zh ? words : ShortMessages.english(sentence, label))
    return "\(Printable.of(place.file))\(position): "
      + "\(diagnostic.severity.rawValue)[\(diagnostic.code.name)]: \(text)"
  }

  private static func english(_ sentence: String, _ label: String) -> String {
    label.isEmpty ? sentence : "\(sentence) (\(label))"
  }
}

/// One JSON object a line, its keys always in the same order.
package struct JSONMessages: Sendable {
  package var language: MessageLanguage
  package var sources: SourceLibrary
  package init(language: MessageLanguage, sources: SourceLibrary) {
    (self.language, self.sources) = (language, sources)
  }

  package func draw(_ diagnostic: Diagnostic) -> String {
    var object = JSONLine()
    object.add("v", number: 1)
    object.add("code", diagnostic.code.name)
    object.add("severity", diagnostic.severity.rawValue)
    object.add("contained", raw: diagnostic.stopsEdition ? "false" : "true")
    if let page = diagnostic.page { object.add("page", page) }
    if let frame = diagnostic.frame { object.add("frame", frame) }
    if let article = diagnostic.article { object.add("article", article) }
    object.add("message", diagnostic.sentence(language))
    object.add("primary", raw: place(diagnostic.place, label: diagnostic.label(language)))
    let related = diagnostic.related.map {
      place($0, label: diagnostic.relatedLabel(language))
    }
    object.add("related", raw: "[\(related.joined(separator: ","))]")
    let help = diagnostic.help(language)
    object.add("help", raw: help.isEmpty ? "[]" : "[\(JSONLine.quoted(help))]")
    object.add("data", raw: data(diagnostic))
    return object.text
  }

  private func data(_ diagnostic: Diagnostic) -> String {
    var object = JSONLine()
    for value in diagnostic.values {
      object.add(value.name, language == .en ? value.english ?? value.text : value.text)
    }
    return object.text
  }

  private func place(_ place: SourcePlace, label: String) -> String {
    var object = JSONLine()
    object.add("file", place.file)
    object.add("line", number: place.line)
    object.add("column", number: place.column)
    if place.line > 0, let text = sources[place.file] {
      object.add("utf16Column", number: text.utf16Column(of: place))
      object.add("offset", number: text.byteOffset(of: place))
    }
    object.add("length", number: place.length)
    if !label.isEmpty { object.add("label", label) }
    return object.text
  }
}

extension SourceText {
  /// The column counted in UTF-16 units from 1, as editors' protocols have it.
  package func utf16Column(of place: SourcePlace) -> Int {
    let range = range(ofLine: place.line)
    let extra = scalars[range.lowerBound..<index(of: place)].count { $0.value > 0xFFFF }
    return place.column + extra
  }
}

/// A JSON object written in the order its members are added (RFC 8259).
package struct JSONLine: Sendable {
  private var members: [String] = []
  package init() {}

  package var text: String { "{\(members.joined(separator: ","))}" }

  package mutating func add(_ name: String, _ value: String) {
    add(name, raw: JSONLine.quoted(value))
  }

  package mutating func add(_ name: String, number: Int) { add(name, raw: String(number)) }

  /// A member whose value is JSON already.
  package mutating func add(_ name: String, raw: String) {
    members.append("\(JSONLine.quoted(name)):\(raw)")
  }

  package static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isEscaped) else { return "\"\(text)\"" }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where isEscaped(scalar): out += "\\u" + Hex.upper(scalar.value, digits: 4)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// Controls must be escaped; so may U+2028 and U+2029, which end lines in JavaScript.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\\", "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
