import Care

/// Given and family names that go together. The people are invented; the names are ordinary ones.
struct NameBook: Sendable {
  let language: String
  let female: [String]
  let male: [String]
  let family: [String]

  static let all: [NameBook] = [
    NameBook(
      language: "en", female: ["Ruth", "Grace", "Ellen", "Dorothy", "Joan", "Hazel"],
      male: ["Tom", "Walter", "George", "Henry", "Earl", "Frank"],
      family: ["Brown", "Carter", "Hughes", "Walker", "Bennett", "MacLeod", "O’Brien", "Lowell"]),
    NameBook(
      language: "es", female: ["Lucía", "Carmen", "Inés", "Rosa", "Pilar"],
      male: ["José", "Andrés", "Luis", "Martín", "Raúl"],
      family: ["García", "Núñez", "Reyes", "Ibáñez", "Peña", "Castillo", "de la Cruz"]),
    NameBook(
      language: "it", female: ["Lia", "Bianca", "Giulia", "Noemi"], male: ["Bo", "Enzo", "Niccolò", "Dario"],
      family: ["Rossi", "Ferrari", "Bianchi", "De Luca", "Greco"]),
    NameBook(
      language: "fr", female: ["Zoé", "Hélène", "Anaïs", "Margaux"], male: ["Luc", "René", "Théo", "Étienne"],
      family: ["Dubois", "Lefèvre", "Moreau", "Garçon", "Bélanger"]),
    NameBook(
      language: "pt", female: ["Inês", "Conceição", "Beatriz", "Lurdes"], male: ["João", "Tomé", "Rui", "Duarte"],
      family: ["Silva", "Araújo", "Magalhães", "Simões", "Leão"]),
    NameBook(
      language: "de", female: ["Käthe", "Ilse", "Ursula", "Jutta"], male: ["Jürgen", "Otto", "Götz", "Ernst"],
      family: ["Müller", "Groß", "Schäfer", "Köhler", "Weiß"]),
    NameBook(
      language: "pl", female: ["Ewa", "Małgorzata", "Zofia", "Danuta"], male: ["Łukasz", "Wojciech", "Marek", "Paweł"],
      family: ["Nowak", "Wójcik", "Dąbrowski", "Żak", "Szymański"]),
    NameBook(
      language: "nb", female: ["Kari", "Åse", "Ingrid", "Solveig"], male: ["Lars", "Øyvind", "Bjørn", "Håkon"],
      family: ["Olsen", "Ødegård", "Lindstrøm", "Berg", "Åsen"]),
    NameBook(
      language: "tr", female: ["Ayşe", "Gül", "Şirin"], male: ["İbrahim", "Çağlar", "Oğuz"],
      family: ["Öztürk", "Yıldız", "Şahin", "Doğan"]),
    NameBook(
      language: "ar", female: ["Layla", "Samira", "Huda"], male: ["Sami", "Karim", "Yusuf"],
      family: ["Haddad", "al-Masri", "Nasser", "Khoury"]),
    NameBook(
      language: "hi", female: ["Asha", "Meena", "Priya", "Ana"], male: ["Ravi", "Arjun", "Dev", "Imran"],
      family: ["Patel", "Sharma", "Khan", "Iyer", "Singh"]),
    NameBook(
      language: "ig", female: ["Ngozi", "Adaeze", "Ifeoma"], male: ["Chi", "Obinna", "Emeka"],
      family: ["Okafor", "Okoro", "Nwosu", "Eze"]),
    NameBook(
      language: "am", female: ["Hirut", "Selam", "Almaz"], male: ["Dawit", "Tesfaye", "Bekele"],
      family: ["Abebe", "Haile", "Mengistu"]),
    NameBook(
      language: "ja", female: ["Yui", "Keiko", "Haruka"], male: ["Ken", "Hiroshi", "Daichi"],
      family: ["Tanaka", "Sato", "Itō", "Kobayashi"]),
    NameBook(
      language: "ko", female: ["Ji-woo", "Seo-yeon", "Hana"], male: ["Min-jun", "Do-yun", "Sung-ho"],
      family: ["Kim", "Lee", "Park", "Choi"]),
    NameBook(
      language: "vi", female: ["Lan", "Thảo", "Hồng"], male: ["Dũng", "Minh", "Phúc"],
      family: ["Nguyễn", "Trần", "Đặng", "Võ"]),
    NameBook(
      language: "haw", female: ["Leilani", "Noelani"], male: ["Kai", "Keoni"], family: ["Kealoha", "Kāne", "Māhoe"]),
  ]

  /// Written in their own script, as some records hold them.
  static let ownScript: [NameBook] = [
    NameBook(language: "zh", female: ["秀英", "丽华"], male: ["伟", "建国"], family: ["王", "李", "欧阳"]),
    NameBook(language: "ja", female: ["結衣", "千代子"], male: ["健一", "翔太"], family: ["田中", "佐々木"]),
    NameBook(language: "ko", female: ["서연", "영희"], male: ["민준", "철수"], family: ["김", "박"]),
    NameBook(language: "ar", female: ["ليلى", "فاطمة"], male: ["سامي", "يوسف"], family: ["حداد", "المصري"]),
    NameBook(language: "ru", female: ["Ольга", "Нина"], male: ["Борис", "Илья"], family: ["Иванов", "Соколов"]),
    NameBook(language: "el", female: ["Ελένη"], male: ["Νίκος"], family: ["Παππάς"]),
    NameBook(language: "he", female: ["רות"], male: ["דוד"], family: ["לוי"]),
    NameBook(language: "th", female: ["สมหญิง"], male: ["สมชาย"], family: ["ใจดี"]),
  ]

  func name(_ draw: inout Draw, female isFemale: Bool) -> HumanName {
    HumanName(use: "official", family: draw.pick(family), given: [draw.pick(isFemale ? female : male)])
  }
}
