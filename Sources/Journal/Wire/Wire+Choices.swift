import Care

// Values that take one of several forms. The tags are the format on disk.

extension Wire {
  /// A moment in a form that always has one.
  fileprivate mutating func field(_ value: inout Moment) throws(Failure) {
    var moment: Moment? = value
    try field(&moment)
    value = moment ?? Moment(milliseconds: 0, precision: .year)
  }
}

extension Deceased: Wired {
  init() { self = .notStated }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    var moment = Moment(milliseconds: 0, precision: .year)
    var tag: UInt8
    switch self {
    case .notStated: tag = 0
    case .no: tag = 1
    case .yes: tag = 2
    case .at(let time):
      tag = 3
      moment = time
    }
    try wire.tag(&tag, below: 4, of: "statement of death")
    switch tag {
    case 0: self = .notStated
    case 1: self = .no
    case 2: self = .yes
    default:
      try wire.field(&moment)
      self = .at(moment)
    }
  }
}

extension ObservedValue: Wired {
  init() { self = .absent }

  private var tag: UInt8 {
    switch self {
    case .absent: 0
    case .quantity: 1
    case .concept: 2
    case .text: 3
    case .truth: 4
    case .moment: 5
    case .range: 6
    case .ratio: 7
    }
  }

  /// The value in the form that a tag means, to be filled in where it isn't that yet.
  private func form(_ tag: UInt8) -> ObservedValue {
    if tag == self.tag { return self }
    return switch tag {
    case 1: .quantity(Quantity())
    case 2: .concept(Concept())
    case 3: .text("")
    case 4: .truth(false)
    case 5: .moment(Moment(milliseconds: 0, precision: .year))
    case 6: .range(low: Quantity(), high: Quantity())
    case 7: .ratio(Quantity(), Quantity())
    default: .absent
    }
  }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    var tag = tag
    try wire.tag(&tag, below: 8, of: "observed value")
    switch form(tag) {
    case .absent: self = .absent
    case .quantity(var quantity):
      try wire.field(&quantity)
      self = .quantity(quantity)
    case .concept(var concept):
      try wire.field(&concept)
      self = .concept(concept)
    case .text(var text):
      try wire.field(&text)
      self = .text(text)
    case .truth(var truth):
      try wire.field(&truth)
      self = .truth(truth)
    case .moment(var moment):
      try wire.field(&moment)
      self = .moment(moment)
    case .range(var low, var high):
      try wire.field(&low)
      try wire.field(&high)
      self = .range(low: low, high: high)
    case .ratio(var numerator, var denominator):
      try wire.field(&numerator)
      try wire.field(&denominator)
      self = .ratio(numerator, denominator)
    }
  }
}
