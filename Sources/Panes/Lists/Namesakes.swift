import Care
import Dashboard
import Terminal

/// What stands before the names that more than one patient on the screen bears: their ages, else the ends of their
/// numbers. Nothing where a column beside the name tells them apart.
struct Namesakes {
  private(set) var marks: [PatientID: String] = [:]

  private static let digits = 4

  init(_ works: [WorkRow], beside layout: TableLayout, words: TimeWords) {
    let columns = layout.columns.map(\.column)
    let patients = Dictionary(works.map { ($0.patient, $0) }, uniquingKeysWith: { first, _ in first })
    for people in Dictionary(grouping: patients.values, by: \.patientName).values where people.count > 1 {
      let ages = people.map { shortAge($0.birthDate, $0.gender, words: words) }
      let numbers = people.map(\.mrn)
      func tellsApart(_ values: [String]) -> Bool { Set(values).count == people.count }
      if columns.contains(.age) && tellsApart(ages) || columns.contains(.number) && tellsApart(numbers) { continue }
      let ends = numbers.map { $0.isEmpty ? noNumber : signs.later + $0.suffix(Self.digits) }
      let marks = tellsApart(ages) ? ages : tellsApart(ends) ? ends : numbers
      for (person, mark) in zip(people, marks) { self.marks[person.patient] = mark }
    }
  }
}
