import Care
import Settings

extension Route {
  /// The published topics with those of the site's file: one that is known has the site's order of roles instead, others
  /// come after it.
  ///
  ///     [[routing]]
  ///     topic = "wound care"
  ///     roles = ["wound nurse", "nurse"]
  ///     words = ["dressing", "ulcer"]
  static func reading(_ root: SettingsTable, _ faults: inout [SettingsError]) -> [Route] {
    guard let value = root["routing"] else { return standard }
    let form = "write every topic under a [[routing]] of its own, with topic = \"…\" and roles = [\"…\", \"…\"]"
    guard case .array(let entries) = value else {
      faults.append(root.refusal("routing", "`routing` should be a list of topics; \(form)."))
      return standard
    }
    var routes = standard
    var seen: Set<String> = []
    for entry in entries {
      guard case .table(let lines) = entry else {
        faults.append(root.refusal("routing", "a topic in `routing` is no table; \(form). It is left out."))
        continue
      }
      refuse(lines, except: ["topic", "roles", "words"], &faults)
      let read = attempt(&faults) { () throws(SettingsError) in try Route(lines, among: routes) }
      guard let route = read else { continue }
      if !seen.insert(Folding.fold(route.topic)).inserted {
        faults.append(lines.refusal("topic", "`\(route.topic)` stands twice; what stands first counts."))
      } else if let known = routes.firstIndex(where: { $0.isNamed(route.topic) }) {
        routes[known] = route
      } else {
        routes.append(route)
      }
    }
    return routes
  }

  private func isNamed(_ topic: String) -> Bool { Folding.fold(self.topic) == Folding.fold(topic) }

  private init(_ lines: SettingsTable, among known: [Route]) throws(SettingsError) {
    let topic = (try lines.string("topic") ?? "").plain
    if topic.isEmpty {
      throw lines.refusal("topic", #"a topic has no name; write it as in topic = "medication use". It is left out."#)
    }
    let published = known.first { $0.isNamed(topic) }
    let kept = published == nil ? "The topic is left out." : "The published order stays in use."
    let roles = (try lines.strings("roles") ?? []).map(\.plain)
    if roles.isEmpty || roles.contains("") {
      throw lines.refusal(
        "roles",
        #"`\#(topic)` needs the roles to ask, the first to be asked first, as in roles = ["pharmacist", "doctor"]. "#
          + kept)
    }
    if let twice = roles.first(where: { role in roles.count { Folding.fold($0) == Folding.fold(role) } > 1 }) {
      throw lines.refusal("roles", "`\(twice)` stands twice. \(kept)")
    }
    for role in roles where Profession(words: role) == .other && Profession.named(role) == nil {
      // A role of the site's own is none that is known; one that is nearly known is a slip.
      guard let near = Nearest.word(to: role, among: Profession.allCases.map(\.words)) else { continue }
      throw lines.refusal("roles", "`\(role)` is no role known here (did you mean `\(near)`?). \(kept)")
    }
    let own = (try lines.strings("words") ?? []).map(\.plain).filter { !$0.isEmpty }
    let words = (published?.words ?? []) + own
    self.init(
      published?.topic ?? topic,
      words: words.enumerated().filter { words.firstIndex(of: $0.element) == $0.offset }
        .map(\.element), roles: roles, source: "this site")
  }
}

extension String {
  /// Without blanks at the ends or doubled.
  fileprivate var plain: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
