/// The parts of the worklist on the disk, in order. Within the first two, what is due first comes first.
package enum WorkSegment: UInt8, CaseIterable, Sendable {
  /// Nobody owns the next action.
  case unowned
  case owned
  /// Left alone by a person until a time; by that time.
  case asleep
  /// Not worth a line yet, as its rule has it; by when it will be.
  case early
}

extension WorkRow {
  package var segment: WorkSegment { sleepsUntil == nil ? awakeSegment : isSnoozed ? .asleep : .early }

  /// Whether a person left it alone, and its time has come.
  package func isWoken(_ now: Instant) -> Bool { isSnoozed && sleepsUntil.map { $0 <= now } ?? false }

  /// Whether a person left it alone, and its time is still to come.
  package func isAsleep(_ now: Instant) -> Bool { isSnoozed && sleepsUntil.map { $0 > now } ?? false }

  private var awakeSegment: WorkSegment { owner.isEmpty ? .unowned : .owned }

  package var key: [UInt8] {
    guard let sleepsUntil else { return awakeKey }
    var key = KeyWriter()
    key.byte(segment.rawValue)
    key.ascending(sleepsUntil.milliseconds)
    key.id(patient)
    key.id(item)
    return key.bytes
  }

  /// Where it stands when it is awake: by when it is due, then by priority, then by risk, then by how long nobody has
  /// touched it. What has no date comes last, what has no priority counts as routine.
  package var awakeKey: [UInt8] {
    var key = KeyWriter()
    key.byte(awakeSegment.rawValue)
    key.ascending(deadline?.milliseconds ?? .max)
    key.byte(UInt8((priority ?? .routine).rank))
    key.byte(risk.rawValue)
    key.ascending(touched?.milliseconds ?? .min)
    key.id(patient)
    key.id(item)
    return key.bytes
  }

  /// The key in a part of the list before which lies all that falls due, or wakes, by `instant`.
  package static func key(_ segment: WorkSegment, after instant: Instant) -> [UInt8] {
    var key = KeyWriter()
    key.byte(segment.rawValue)
    key.ascending(instant.milliseconds == .max ? .max : instant.milliseconds + 1)
    return key.bytes
  }

  /// The key before which every earlier part ends.
  package static func key(startOf segment: WorkSegment) -> [UInt8] { [segment.rawValue] }
}
