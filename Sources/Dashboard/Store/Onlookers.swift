package import Care

/// Who looks at the same patient, told between the windows of those who agreed to show it.
package protocol Onlookers: AnyObject {
  /// Says at whom this window looks; nil for nobody.
  /// - Returns: false where the disk is busy and it should be tried again.
  func look(at patient: PatientID?, of member: MemberID) throws -> Bool
  /// Members who look at a patient from other windows.
  func others(at patient: PatientID) throws -> [MemberID]
}

/// Sees and tells nobody: for pictures of the screen, tours and tests, which must leave no trace.
package final class NoOnlookers: Onlookers {
  package init() {}

  package func look(at patient: PatientID?, of member: MemberID) -> Bool { true }
  package func others(at patient: PatientID) -> [MemberID] { [] }
}
