/// Reads a file into documents: one for a file of one JSON value, one a stretch for a file of one resource a line.
struct DocumentReader {
  /// Larger files of one JSON value would have to be held whole.
  private static let largestWhole = 1 << 30
  private static let blockSize = 1 << 20
  private static let stretchSize = 4 << 20

  var file: SourceFile
  var onDocument: (SourceDocument) throws -> Void
  var onRefusal: (_ reason: String, _ line: Int?) -> Void

  func read() throws {
    do {
      var start: [UInt8] = []
      var stream = try ByteStream(file.realPath)
      _ = try stream.read(min(stream.size + 1, Self.blockSize), into: &start)
      if let reason = TextForm.fault(start) { return onRefusal(reason, nil) }
      if file.saysLines || TextForm.looksLikeLines(start) { return try readLines(start, &stream) }
      guard stream.size <= Self.largestWhole else {
        return onRefusal("It is larger than 1 GB; give it as NDJSON, one resource a line.", nil)
      }
      while try stream.read(Self.blockSize, into: &start) {}
      let bytes = TextForm.withoutMark(start)
      do {
        try onDocument(try SourceDocument(whole: bytes, of: file))
      } catch let fault as JSONFault {
        // A first line too long to be seen at once may be one of many all the same.
        guard fault.offset < bytes.count, bytes[fault.offset] == UInt8(ascii: "{"), TextForm.firstLineIsWhole(bytes)
        else { return onRefusal(fault.reason, fault.line) }
        try readLines(bytes, &stream)
      }
    } catch let fault as FileFault {
      onRefusal(fault.reason, nil)
    }
  }

  private func readLines(_ start: [UInt8], _ stream: inout ByteStream) throws {
    var rest = TextForm.withoutMark(start)
    var line = 1
    var stretch = 0
    var isMore = true
    while isMore || !rest.isEmpty {
      var hasEnd = rest.contains(UInt8(ascii: "\n"))
      while isMore, rest.count < Self.stretchSize || !hasEnd {
        let before = rest.count
        isMore = try stream.read(Self.blockSize, into: &rest)
        hasEnd = hasEnd || rest[before...].contains(UInt8(ascii: "\n"))
        guard rest.count <= Self.largestWhole else {
          return onRefusal("A line of it is larger than 1 GB.", line)
        }
      }
      // The last line of what has been read may not be whole yet.
      let end = isMore ? (rest.lastIndex(of: UInt8(ascii: "\n")) ?? rest.count - 1) + 1 : rest.count
      let lines = Array(rest[..<end])
      let document = SourceDocument(lines: lines, of: file, stretch: stretch, firstLine: line)
      for fault in document.faults { onRefusal(fault.reason, fault.line) }
      try onDocument(document)
      line += lines.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
      stretch += 1
      rest.removeFirst(end)
    }
  }
}
