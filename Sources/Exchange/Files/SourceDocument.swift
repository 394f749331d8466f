import Sealing

/// What is read and taken in at once: a file, or a stretch of a file that has one resource a line.
struct SourceDocument {
  var file: SourceFile
  /// Position in the file, for reading the same stretch again; nil for a whole file.
  var stretch: Int?
  var tapes: [JSONTape] = []
  var faults: [JSONFault] = []
  /// Of the bytes: the same digest is the same document.
  var digest: [UInt8]
  var size: Int

  /// - Parameter bytes: without a byte order mark.
  init(whole bytes: [UInt8], of file: SourceFile) throws(JSONFault) {
    self.file = file
    digest = Digest.sha256(bytes)
    size = bytes.count
    tapes = [try JSONTape(bytes)]
  }

  /// - Parameters:
  ///   - lines: whole lines, with their ends.
  ///   - firstLine: number of the first in the file.
  init(lines: [UInt8], of file: SourceFile, stretch: Int, firstLine: Int) {
    self.file = file
    self.stretch = stretch
    digest = Digest.sha256(lines)
    size = lines.count
    var number = firstLine
    for line in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { number += 1 }
      guard JSONScanner.skipSpace(line.span, 0) < line.count else { continue }
      do throws(JSONFault) {
        tapes.append(try JSONTape(Array(line), firstLine: number))
      } catch {
        faults.append(error)
      }
    }
  }
}
