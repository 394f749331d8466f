extension JSON {
  /// The way to this value from the root, as FHIRPath writes it: `Bundle.entry[3].resource.period.start`.
  ///
  /// The root is called by its resource type, where it has one. Keys that are no plain names are left out, so that
  /// nothing a person typed can get into an error.
  var place: String {
    let root = tape.root
    var path = root["resourceType"]?.words.flatMap { JSON.isName($0) ? $0 : nil } ?? "$"
    var current = root
    while current.index != index, let (step, child) = current.step(to: index) {
      path += step
      current = child
    }
    return path
  }

  private func step(to target: Int) -> (String, JSON)? {
    let nodes = tape.nodes
    let end = span.upperBound
    var at = index + 1
    var position = 0
    while at < end {
      let value = kind == .object ? at + 1 : at
      let next = Int(nodes[value].next)
      if target < next {
        let key = kind == .object ? JSON(tape: tape, index: at).words ?? "" : ""
        let step = kind == .list ? "[\(position)]" : JSON.isName(key) ? "." + key : ".?"
        return (step, JSON(tape: tape, index: value))
      }
      position += 1
      at = next
    }
    return nil
  }

  private static func isName(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count <= 64
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
