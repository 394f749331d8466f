import Care

/// What is known of the network's bodies as somebody to refer to.
enum Partners {
  /// Whether it tells of its visits.
  static func isCoarse(_ place: Place) -> Bool { place == .rideShare }

  /// The need that a community organisation answers, as Gravity categorises it; nil for a provider.
  static func need(_ place: Place) -> Concept? {
    let code: (String, String)? =
      switch place {
      case .housingTrust: ("housing-instability", "housing")
      case .foodTable: ("food-insecurity", "food")
      case .rideShare: ("transportation-insecurity", "transport")
      default: nil
      }
    return code.map { code in
      Concept(
        text: code.1,
        codings: [
          Coding(
            system: "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes",
            code: code.0)
        ])
    }
  }

  /// - Parameter asked: days ago that each was last asked what it can take on.
  static func partnership(_ place: Place, _ reference: Reference, day: (Int) -> Moment) -> Partnership? {
    var known = Partnership()
    known.partner = reference
    switch place {
    case .housingTrust: (known.capacity, known.capacityAsOf, known.profile) = (.waitlist, day(-6), .gravity)
    case .foodTable: (known.capacity, known.capacityAsOf, known.profile) = (.capacity, day(-2), .gravity)
    case .rideShare:
      (known.capacity, known.capacityAsOf, known.profile) = (.additionalAssessment, day(-11), .gravity)
      known.sendsVisits = false
    case .skilledNursing: (known.capacity, known.capacityAsOf) = (.noCapacity, day(-5))
    case .cardiology: (known.capacity, known.capacityAsOf) = (.capacity, day(-1))
    case .homeHealth:
      known.interests = [DeclaredInterest(words: "a board member’s sister owns it", declared: day(-200))]
    default: return nil
    }
    return known
  }

  /// Around an invented town; the hospital's units are in one house.
  static func position(_ place: Place) -> Position {
    let number = place.isUnit ? Place.hospital.rawValue : place.rawValue
    return Position(latitude: 41.2 + Double(number * 7 % 11) / 100, longitude: -73.4 + Double(number * 5 % 13) / 100)
  }
}
