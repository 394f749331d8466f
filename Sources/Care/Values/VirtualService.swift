/// How to join what takes place at a distance.
///
/// Source: FHIR R5 VirtualServiceDetail, which R4 carries in the cross-version extension of `Appointment.virtualService`.
/// Its key and its links let anybody in, so they belong in no log and in no error.
package struct VirtualService: Hashable, Sendable {
  /// By what service, as in R5's example codes `zoom`, `ms-teams` and `whatsapp`; empty where that isn't stated.
  package var channelType: Coding = Coding()
  /// Where to join: links (`url`) and numbers (`phone`), or what is said without its kind (an empty system).
  package var addresses: [ContactPoint] = []
  /// Links to other ways in, such as numbers for other countries.
  package var additionalInfo: [String] = []
  /// What the service asks for on entering, as its source wrote it; empty where it asks for nothing.
  package var sessionKey: String = ""

  package init() {}

  package var isEmpty: Bool { self == VirtualService() }

  /// A key alone opens no door.
  package var tellsWhereToJoin: Bool { !addresses.isEmpty || !additionalInfo.isEmpty }
}

extension VirtualService: CustomStringConvertible, CustomReflectable {
  /// Says that there is one, and nothing that lets anybody in.
  package var description: String { "VirtualService" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
