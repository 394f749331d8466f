/// How likely harm is by the scores that are known; an ordering for the worklist, never a decision. What can't be known
/// yet stands before what is known to be low.
package enum Risk: UInt8, CaseIterable, Sendable { case high, middle, incomplete, low }
