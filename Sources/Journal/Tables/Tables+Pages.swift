import Care
import FoundationEssentials
internal import GRDB

extension Tables {
  /// Pages without their rows: those changed after a sequence, or all. One that is gone has no rows and no head.
  func heads(after sequence: Int64 = -1) throws -> [PageImage] {
    var images: [PageImage] = []
    try each(
      "SELECT list, number, sequence, rows, head FROM page INDEXED BY page_heads WHERE sequence > ?", [sequence]
    ) { row in
      images.append(PageImage(list: try list(row), page: try head(row)))
    }
    return images
  }

  /// Pages with their rows, changed after a sequence. One that is gone has none.
  func pages(after sequence: Int64) throws -> [PageImage] {
    var images: [PageImage] = []
    try each("SELECT list, number, sequence, rows, head, body FROM page WHERE sequence > ?", [sequence]) { row in
      images.append(try image(row))
    }
    return images
  }

  /// - Returns: nil where there is no such page, or it was changed after `sequence`.
  func page(_ list: ListKind, _ number: Int, upTo sequence: Int64 = .max) throws -> PageImage? {
    let row = try row(
      """
      SELECT list, number, sequence, rows, head, body FROM page
      WHERE list = ? AND number = ? AND sequence <= ? AND rows > 0
      """, [list.rawValue, number, sequence])
    return try row.map(image)
  }

  func write(_ image: PageImage, sequence: Int64) throws {
    let page = image.page
    var head: [UInt8] = []
    var body: [UInt8] = []
    if page.rows > 0 {
      head = try bodies.sealed(page.headBody, .head(image.list, page.number, sequence))
      body = try bodies.sealed(page.body, .page(image.list, page.number, sequence))
    }
    try run(
      "INSERT OR REPLACE INTO page (list, number, sequence, rows, head, body) VALUES (?, ?, ?, ?, ?, ?)",
      [image.list.rawValue, page.number, sequence, page.rows, Data(head), Data(body)])
  }

  private func list(_ row: Row) throws -> ListKind {
    guard let list = ListKind(rawValue: row[0]) else { throw JournalError(.newerForm, path: path) }
    return list
  }

  private func head(_ row: Row) throws -> Page {
    let number: Int = row[1]
    let rows: Int = row[3]
    guard rows > 0 else { return Page(number: number, rows: 0, head: []) }
    let head = try bodies.open(try row.bytes(4), .head(try list(row), number, row[2])) { body throws(WireError) in
      try Page.head(body: body)
    }
    return Page(number: number, rows: rows, head: head)
  }

  private func image(_ row: Row) throws -> PageImage {
    let list = try list(row)
    let head = try head(row)
    if head.rows == 0 { return PageImage(list: list, page: head) }
    let page = try bodies.open(try row.bytes(5), .page(list, head.number, row[2])) { body throws(WireError) in
      try Page(number: head.number, rows: head.rows, head: head.head, body: body)
    }
    return PageImage(list: list, page: page)
  }
}
