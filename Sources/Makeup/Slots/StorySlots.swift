import Geometry
import PageDesign
import Typesetting

/// The slots of all parts of a story in reading order, legs numbered on, found once for every depth that is tried.
struct StorySlots {
  private(set) var all: [LineSlot] = []
  /// How many rows the legs have that end at the last part's foot, by number.
  private var feet: [Int: Int] = [:]
  /// At the place n: the slots that lie less than n rows above such a foot.
  private var lost: [Int] = [0]

  /// The most 字 that the line before a jump may be shorter than its label leaves it.
  static let mostShorter = 4
  /// The fewest 字 that stand before it.
  private static let leastBeforeJump = 4

  /// The last line before a jump leaves room for its label, and `shorter` 字 more; over the most of them, and where too few
  /// are left, it stays empty.
  init(of parts: [StoryPart], shorter: Int) {
    var legs = 0
    for part in parts {
      var slots = part.slots
      for position in slots.indices {
        slots[position].leg += legs
        slots[position].dress = part.dress
      }
      if let jump = part.jumpLine, let last = slots.indices.last {
        let em = part.types.grid.size
        let taken = (jump.room + em - Length(units: 1)) / em + shorter
        slots[last].measure -= em * taken
        if shorter > Self.mostShorter || slots[last].measure < em * Self.leastBeforeJump {
          slots.removeLast()
        }
      }
      all += slots
      legs += part.rooms.reduce(0) { $0 + $1.legs.count }
    }
    if let last = parts.last {
      count(last, from: legs - last.rooms.reduce(0) { $0 + $1.legs.count })
    }
  }

  private mutating func count(_ part: StoryPart, from first: Int) {
    let legs = part.rooms.flatMap { room in room.legs.map { room.isAtFoot ? $0.rows : nil } }
    for (number, rows) in legs.enumerated() { feet[first + number] = rows }
    lost = [Int](repeating: 0, count: (feet.values.max() ?? 0) + 1)
    for slot in all {
      if let rows = feet[slot.leg] { lost[min(rows - slot.row, lost.count - 1)] += 1 }
    }
    for depth in lost.indices.dropFirst() { lost[depth] += lost[depth - 1] }
  }

  /// The slots with so many rows left empty at the last part's foot.
  func trimmed(_ rows: Int) -> [LineSlot] {
    all.filter { slot in feet[slot.leg].map { slot.row < $0 - rows } ?? true }
  }

  /// The most rows that can be left empty when no more than `spare` slots are to be lost; one stays.
  func mostTrimmed(leaving spare: Int) -> Int {
    let most = lost.lastIndex { $0 <= spare } ?? 0
    return min(most, max(0, lost.count - 2))
  }
}
