import Care

/// Who a patient is to be: the journey they are on, their name and whether they are a woman or a girl.
struct Cast {
  var archetype: Archetype
  var names: [HumanName]
  var isFemale: Bool
  var language: String
  /// The names of the patient's family.
  var book: NameBook

  /// The first patients, one for each journey, are the walkthroughs' and always the same people.
  static let walkthroughs = 10

  private init(
    _ archetype: Archetype, _ family: String, _ given: String, female: Bool, language: String = "en",
    usual: String? = nil
  ) {
    self.archetype = archetype
    names = [
      HumanName(
        use: "official", text: family.isEmpty ? given : "", family: family,
        given: family.isEmpty ? [] : given.split(separator: " ").map(String.init))
    ]
    if let usual { names.append(HumanName(use: "nickname", family: family, given: [usual])) }
    isFemale = female
    self.language = language
    let ownScript = (family.unicodeScalars.first?.value ?? 0) > 0x24F
    book = (ownScript ? NameBook.ownScript : NameBook.all).first { $0.language == language } ?? NameBook.all[0]
  }

  private init(archetype: Archetype, name: HumanName, isFemale: Bool, language: String, book: NameBook) {
    self.archetype = archetype
    names = [name]
    self.isFemale = isFemale
    self.language = language
    self.book = book
  }

  /// Fixed, so that walkthroughs can speak of them and names that strain a screen are in every network of some size.
  private static let fixed: [Cast] = [
    Cast(.heartFailure, "Rossi", "Bo", female: true, language: "it"),
    Cast(.surgery, "Okafor", "Chi", female: false),
    Cast(.stroke, "Tanaka", "Yui", female: true, language: "ja"),
    Cast(.lungDisease, "Nowak", "Ewa", female: true, language: "pl"),
    Cast(.cancer, "Silva", "Inês", female: true, language: "pt"),
    Cast(.diabetes, "Haddad", "Sami", female: false, language: "ar"),
    Cast(.pregnancy, "Kim", "Ji-woo", female: true, language: "ko"),
    Cast(.asthma, "Brown", "Tom", female: false),
    Cast(.steady, "Olsen", "Kari", female: true, language: "nb"),
    Cast(.newcomer, "Dubois", "Luc", female: false, language: "fr"),
    Cast(.heartFailure, "Wolfeschlegelsteinhausenbergerdorff", "Hubert Blaine", female: false, language: "de"),
    Cast(.lungDisease, "O", "Hae", female: false, language: "ko"),
    Cast(.steady, "王", "秀英", female: true, language: "zh"),
    Cast(.diabetes, "حداد", "ليلى", female: true, language: "ar"),
    Cast(.cancer, "García-Lefèvre", "Anne-Marie", female: true, language: "fr"),
    Cast(.surgery, "", "Dewi", female: true, language: "id"),
    Cast(.stroke, "Kealoha", "Noelani", female: true, language: "haw", usual: "Noe"),
    Cast(.asthma, "E", "Y", female: true),
  ]

  /// Those of the scenes, so that what is said in them fits the journey.
  private static func fixed(_ scene: Scene) -> Cast {
    switch scene {
    case .handoff: Cast(.heartFailure, "Lowell", "Walter", female: false)
    case .urgent: Cast(.steady, "Bianchi", "Noemi", female: true)
    case .acknowledgement: Cast(.heartFailure, "Ferrari", "Enzo", female: false)
    case .backAndForth: Cast(.lungDisease, "Carter", "Joan", female: true)
    case .carer: Cast(.surgery, "Moreau", "Étienne", female: false)
    }
  }

  static func drawn(_ index: Int, _ draw: inout Draw) -> Cast {
    if index < fixed.count { return fixed[index] }
    if let scene = Scene(patient: index) { return fixed(scene) }
    let archetype = Archetype.drawn(&draw)
    let isFemale = draw.chance(archetype.women)
    let book = draw.chance(5) ? draw.pick(NameBook.ownScript) : draw.pick(NameBook.all)
    var name = book.name(&draw, female: isFemale)
    if draw.chance(4) { name.family += "-" + draw.pick(book.family) }
    return Cast(
      archetype: archetype, name: name, isFemale: isFemale, language: draw.chance(45) ? book.language : "en",
      book: book)
  }
}
