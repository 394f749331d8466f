import Care
import Dashboard
import Terminal

/// Who could take the item now, each under a number that gives it to them.
struct TriageTakers: View {
  let state: State
  let takers: [TeamMember]

  func draw(on frame: inout Frame, in area: Rect) {
    let isStacked = area.height > takers.count
    let title = "Who can take it now"
    if isStacked {
      _ = section(title, on: &frame, in: area)
    } else {
      frame.put(title, at: Point(x: area.x + 1, y: area.y), style: Style(.dim), in: area)
    }
    var x = area.x + 22
    for (index, member) in takers.enumerated() {
      let y = isStacked ? area.y + 1 + index : area.y
      if isStacked { x = area.x + 1 }
      let presence = state.presence(of: member)
      let sign = presence == .unknown ? "" : " \(presence.isHere ? signs.present : signs.absent)"
      let words = isStacked ? "\(member.name.words)  \(member.role)" : member.name.words
      x += frame.put("\(index + 1) ", at: Point(x: x, y: y), style: Style(.key), in: area)
      // Each key that gives it away has its name beside it, however narrow it is here.
      let room = (area.right - x) / (isStacked ? 1 : takers.count - index) - 3
      x += frame.put(words, at: Point(x: x, y: y), fit: max(1, room), style: Style(.text), in: area)
      x += frame.put(sign, at: Point(x: x, y: y), style: Style(presence.isHere ? .good : .dim), in: area) + 3
    }
  }
}
