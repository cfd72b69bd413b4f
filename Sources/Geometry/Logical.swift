/// Which way lines run (横排·竖排 / 横組·縦組).
package enum WritingMode: String, Hashable, Sendable, CaseIterable {
  /// Characters left to right, lines top to bottom.
  case horizontal
  /// Characters top to bottom, lines right to left.
  case vertical
}

/// A place in the flow of text: along the line (inline) and across the lines (block), measured from
/// the corner of a room where its text begins (top left, or top right when vertical).
package struct LogicalPoint: Hashable, Sendable {
  package var inline: Length
  package var block: Length
  @inlinable package init(inline: Length, block: Length) {
    (self.inline, self.block) = (inline, block)
  }
}

/// An extent along the line and across the lines.
package struct LogicalSize: Hashable, Sendable {
  package var inline: Length
  package var block: Length
  @inlinable package init(inline: Length, block: Length) {
    (self.inline, self.block) = (inline, block)
  }
}

/// A rectangle in the flow of text.
package struct LogicalRect: Hashable, Sendable {
  package var inline: Length
  package var block: Length
  package var inlineSize: Length
  package var blockSize: Length

  @inlinable package init(inline: Length, block: Length, inlineSize: Length, blockSize: Length) {
    (self.inline, self.block, self.inlineSize, self.blockSize) =
      (inline, block, inlineSize, blockSize)
  }

  @inlinable package var inlineEnd: Length { inline + inlineSize }
  @inlinable package var blockEnd: Length { block + blockSize }
}

extension WritingMode {
  /// The place on the sheet of a logical point in `room`. Used by the draw stage alone.
  @inlinable package func place(_ point: LogicalPoint, in room: Rect) -> Point {
    switch self {
    case .horizontal: Point(x: room.x + point.inline, y: room.y + point.block)
    case .vertical: Point(x: room.maxX - point.block, y: room.y + point.inline)
    }
  }

  /// The rectangle on the sheet of a logical rectangle in `room`.
  @inlinable package func place(_ rect: LogicalRect, in room: Rect) -> Rect {
    switch self {
    case .horizontal:
      Rect(
        x: room.x + rect.inline, y: room.y + rect.block, width: rect.inlineSize,
        height: rect.blockSize)
    case .vertical:
      Rect(
        x: room.maxX - rect.blockEnd, y: room.y + rect.inline, width: rect.blockSize,
        height: rect.inlineSize)
    }
  }

  /// A rectangle on the sheet as the text of `room` sees it.
  @inlinable package func logical(_ rect: Rect, in room: Rect) -> LogicalRect {
    switch self {
    case .horizontal:
      LogicalRect(
        inline: rect.x - room.x, block: rect.y - room.y, inlineSize: rect.width,
        blockSize: rect.height)
    case .vertical:
      LogicalRect(
        inline: rect.y - room.y, block: room.maxX - rect.maxX, inlineSize: rect.height,
        blockSize: rect.width)
    }
  }

  /// The size of a room as its text sees it.
  @inlinable package func logical(_ size: Size) -> LogicalSize {
    switch self {
    case .horizontal: LogicalSize(inline: size.width, block: size.height)
    case .vertical: LogicalSize(inline: size.height, block: size.width)
    }
  }
}
