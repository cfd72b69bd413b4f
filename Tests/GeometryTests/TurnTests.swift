import Geometry
import Testing

@Suite struct `A turn` {
  @Test func `goes clockwise from straight up`() {
    let centre = LogicalPoint(inline: .points(50), block: .points(50))
    let places = [0, 0.25, 0.5, 0.75, 1, -0.25].map {
      centre.towards(Turn(turns: $0), by: .points(10))
    }
    let wanted: [(Double, Double)] = [(50, 40), (60, 50), (50, 60), (40, 50), (50, 40), (40, 50)]
    #expect(places == wanted.map { LogicalPoint(inline: .points($0.0), block: .points($0.1)) })
  }

  @Test func `has sines that are right to twelve digits`() {
    #expect(abs(Turn(turns: 1.0 / 12).sine - 0.5) < 1e-12)
    #expect(abs(Turn(turns: 0.125).cosine - 0.5.squareRoot()) < 1e-12)
    for step in -20...20 {
      let turn = Turn(turns: Double(step) / 7)
      #expect(abs(turn.sine * turn.sine + turn.cosine * turn.cosine - 1) < 1e-12)
    }
  }
}
