import Care
import Settings

extension Ladder {
  /// By the lines under `[ladder]`; what they don't say, or say wrongly, is as in the standard.
  init(_ table: SettingsTable, _ faults: inout [SettingsError]) {
    refuse(table, except: ["steps", "minutes", "automatic"], &faults)
    let roles = attempt(&faults) { () throws(SettingsError) in try Self.roles(table) }
    let standard = Ladder.standard.steps
    let steps =
      roles.map { roles in
        roles.map { role in
          let known = standard.first { Folding.fold($0.role.words) == Folding.fold(role) }
          return Step(role, wait: known?.wait ?? Self.standardWait)
        }
      } ?? standard
    let waits = attempt(&faults) { () throws(SettingsError) in try Self.minutes(table, of: steps.count) }
    let isAutomatic = attempt(&faults) { () throws(SettingsError) in try table.bool("automatic") }
    self.init(
      waits.map { zip(steps, $0).map { Step($0.role.words, wait: $1) } } ?? steps,
      isAutomatic: isAutomatic ?? Ladder.standard.isAutomatic)
  }

  /// nil where there are none.
  private static func roles(_ table: SettingsTable) throws(SettingsError) -> [String]? {
    guard let steps = try table.strings("steps") else { return nil }
    let words = steps.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if words.isEmpty || words.contains("") {
      throw table.refusal("steps", #"a step is a role, as in "charge nurse"; the published ladder stays in use."#)
    }
    if let twice = words.first(where: { word in words.count { Folding.fold($0) == Folding.fold(word) } > 1 }) {
      throw table.refusal("steps", "`\(twice)` stands twice; the published ladder stays in use.")
    }
    return words
  }

  /// Of each step the minutes before it.
  private static func minutes(_ table: SettingsTable, of steps: Int) throws(SettingsError) -> [Int]? {
    guard let value = table["minutes"] else { return nil }
    guard case .array(let values) = value else {
      throw table.refusal("minutes", "`minutes` should be a list, as in minutes = [15, 60].")
    }
    let minutes = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard minutes.count == values.count, minutes.count == steps, minutes.allSatisfy({ 0...longestWait ~= $0 }) else {
      throw table.refusal(
        "minutes",
        "write one number for each step (\(steps)), the minutes before it, up to \(longestWait) (a week); "
          + "the published ones stay in use.")
    }
    return minutes
  }
}
