import Care

// The values that others are made of.

extension String: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&self) }
}

extension Bool: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&self) }
}

extension Int64: Wired {
  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&self) }
}

extension ID: Wired {
  init() { self.init(high: 0, low: 0) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.field(&self) }
}

extension Coding: Wired {
  init() { self.init(system: "", code: "", display: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&system)
    try wire.field(&code)
    try wire.field(&display)
  }
}

extension Concept: Wired {
  init() { self.init(text: "", codings: []) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.shared(&self) }

  mutating func wireParts<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&text)
    try wire.field(&codings)
  }
}

extension Reference: Wired {
  init() { self.init(target: nil, kind: "", display: "", written: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) { try wire.shared(&self) }

  mutating func wireParts<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&target)
    try wire.field(&kind)
    try wire.field(&display)
    try wire.unique(&written)
  }
}

extension Identifier: Wired {
  init() { self.init(system: "", value: "", type: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&system)
    try wire.unique(&value)
    try wire.field(&type)
  }
}

extension Quantity: Wired {
  init() { self.init(value: "", comparator: "", unit: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&value)
    try wire.field(&comparator)
    try wire.field(&unit)
  }
}

extension HumanName: Wired {
  init() { self.init(use: "", text: "", family: "", given: [], prefix: [], suffix: []) }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&use)
    try wire.field(&text)
    try wire.field(&family)
    try wire.field(&given)
    try wire.field(&prefix)
    try wire.field(&suffix)
  }
}

extension ContactPoint: Wired {
  init() { self.init(system: "", value: "", use: "") }

  mutating func wire<W: Wire>(_ wire: inout W) throws(W.Failure) {
    try wire.field(&system)
    try wire.field(&value)
    try wire.field(&use)
  }
}
