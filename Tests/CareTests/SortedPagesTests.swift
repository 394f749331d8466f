import TestSupport
import Testing

@testable import Care

private func row(_ number: Int, name: String? = nil) -> CensusRow {
  var row = CensusRow(
    patient: PatientID(high: 0, low: UInt64(number)), name: name ?? "Name \(number % 977)",
    birthDate: day("1950-01-02"), gender: .female, mrn: "\(number)", isDeceased: false, isIdentified: true,
    openItems: number, nextDue: number.isMultiple(of: 2) ? instant("2026-11-21") : nil)
  row.team = (0..<(number % 4)).map { origin(UInt64($0)) }
  return row
}

@Suite struct SortedPagesTests {
  @Test func `a row reads back from its page as it was written`() {
    let list = SortedPages(packing: [row(7), row(8)])
    #expect(list[0] == row(7))
    #expect(list[1] == row(8))
    #expect(list[2] == nil)
  }

  @Test func `inserting and removing in any order leaves the rows in order of their keys`() {
    var random = Seeded(seedOfThisRun)
    var list = SortedPages<CensusRow>()
    var plain: [[UInt8]: CensusRow] = [:]
    for _ in 0..<6_000 {
      let row = row(Int.random(in: 0..<2_000, using: &random))
      if Bool.random(using: &random) || plain.count < 800 {
        _ = list.insert(row)
        plain[row.key] = row
      } else {
        let touched = list.remove(row.key)
        #expect(touched.isEmpty == (plain.removeValue(forKey: row.key) == nil), "seed \(seedOfThisRun)")
      }
    }
    let expected = plain.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    #expect((0..<list.count).map { list[$0] } == expected, "seed \(seedOfThisRun)")
    for (index, row) in expected.enumerated() { #expect(list.index(of: row.key) == index, "seed \(seedOfThisRun)") }
    #expect(list.pages.allSatisfy { $0.rows > 0 && $0.rows <= Page.capacity })
  }

  @Test func `a follower that adopts only the changed pages has the same list`() {
    var random = Seeded(seedOfThisRun)
    var writer = SortedPages(packing: (0..<1_500).map { row($0) })
    var follower = writer
    for _ in 0..<50 {
      var touched: Set<Int> = []
      for _ in 0..<40 {
        let row = row(Int.random(in: 0..<3_000, using: &random))
        touched.formUnion(Bool.random(using: &random) ? writer.insert(row) : writer.remove(row.key))
      }
      follower.adopt(touched.map { writer.page(number: $0) ?? Page(number: $0, rows: 0, head: []) })
      #expect(follower.pages == writer.pages, "seed \(seedOfThisRun)")
    }
  }

  @Test func `one change rewrites one page, or two where it splits`() {
    var list = SortedPages(packing: (0..<5_000).map { row($0) })
    for number in 5_000..<6_000 { #expect((1...2).contains(list.insert(row(number)).count)) }
  }

  @Test func `rows of a page not read yet are absent, and come when it is read`() {
    let whole = SortedPages(packing: (0..<1_000).map { row($0) })
    var list = SortedPages<CensusRow>(whole.pages.map { Page(number: $0.number, rows: $0.rows, head: $0.head) })
    #expect(list.count == 1_000)
    #expect(list[500] == nil)
    list.load(whole.pages)
    #expect(list[500] == whole[500])
    #expect(list.unloaded.isEmpty)
  }

  @Test func `search finds rows that hold every word, slice by slice`() {
    let list = SortedPages(
      packing: (0..<700).map { row($0) } + [row(9_001, name: "Inês Rossi"), row(9_002, name: "Bo Rossi")])
    var found: [CensusRow] = []
    var next = 0
    while next < list.count {
      let slice = list.matches([Array("ross".utf8), Array("ines".utf8)], from: next, limit: 100)
      found += slice.rows.compactMap { list[$0] }
      #expect(slice.next > next && slice.next <= next + 100)
      next = slice.next
    }
    #expect(found == [row(9_001, name: "Inês Rossi")])
  }
}
