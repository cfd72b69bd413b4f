import CJKRules
import Fonts
import Geometry
import Glibc
import Typesetting

// Times the making of lines alone: no reading of editions, no pages, no printing.
//
//   LineBench FONT FACE MEASURE TEXT    a paragraph on each line of TEXT, set MEASURE characters wide
//
// Prints characters, lines, and CPU nanoseconds of shaping and of breaking and placing. A process sets each
// paragraph once, so that a run pays for cold tables and buffers as an edition does.

/// CPU time of this process, in nanoseconds.
func spent() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// What is wrong with the words of the command.
func stop(_ reason: String) -> Never {
  print("LineBench: \(reason)")
  exit(2)
}

func paragraphs(of path: String) -> [[Unicode.Scalar]] {
  guard let file = fopen(path, "r") else { stop("cannot open \(path)") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    .map { Array($0.unicodeScalars) }
}

let words = CommandLine.arguments
guard words.count == 5, let face = Int(words[2]), let measure = Int(words[3]) else {
  stop("FONT FACE MEASURE TEXT")
}
let font = FontFile(path: words[1], face: face)
let book = try FontBook(
  roles: [(.song, font, 0, 1000), (.latinSerif, font, 0, 1000)], fallback: [.song])
let texts = paragraphs(of: words[4])
let em = Length.points(9)
let style = TextStyle(font: .song, latin: .latinSerif, size: em)

let typesetter = Typesetter(book: book)
var (shaping, breaking, characters, lines) = (0, 0, 0, 0)
for text in texts {
  let span = TextSpan(range: 0..<text.count, style: style)
  var rules = ParagraphStyle(indent: 2000)
  rules.hyphens = .narrow
  let paragraph = StyledParagraph(text: text, spans: [span], style: rules)
  let start = spent()
  let shaped = typesetter.shape(paragraph)
  let middle = spent()
  lines += typesetter.breakLines(shaped, measures: { _ in em * measure }).count
  let end = spent()
  (shaping, breaking) = (shaping + middle - start, breaking + end - middle)
  characters += text.count
}
print(characters, lines, shaping, breaking)
