import Care
import Testing

@testable import Exchange

struct FHIRTimeTests {
  @Test(
    arguments: [
      ("2019", Precision.year, nil, "2019-01-01T00:00:00"), ("2019-07", .month, nil, "2019-07-01T00:00:00"),
      ("2020-02-29", .day, nil, "2020-02-29T00:00:00"), ("2019-07-04T09:30", .minute, nil, "2019-07-04T09:30:00"),
      ("2019-07-04T09:30:15", .second, nil, "2019-07-04T09:30:15"),
      ("2019-07-04T09:30:15Z", .second, 0, "2019-07-04T09:30:15"),
      ("2019-07-04T09:30:15+10:00", .second, 600, "2019-07-03T23:30:15"),
      ("2019-07-04T09:30:15-04:30", .second, -270, "2019-07-04T14:00:15"),
    ] as [(String, Precision, Int16?, String)])
  func `a date keeps its precision and its zone`(
    _ text: String, _ precision: Precision, _ offset: Int16?, _ utc: String
  ) throws {
    let moment = try #require(FHIRTime.moment(text))
    #expect(moment.precision == precision)
    #expect(moment.offset == offset)
    let wall = CivilTime(floating: moment.milliseconds)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = "\(wall.date.year)-\(two(wall.date.month))-\(two(wall.date.day))"
    #expect("\(date)T\(two(wall.hour)):\(two(wall.minute)):\(two(wall.second))" == utc)
  }

  @Test func `a fraction of a second counts to the millisecond`() throws {
    let moment = try #require(FHIRTime.moment("2015-02-07T13:28:17.2395-05:00"))
    #expect(moment.milliseconds % 1000 == 239)
    #expect(moment.precision == .millisecond)
  }

  @Test(arguments: [
    "", "19", "2019-13", "2019-00-01", "2019-02-30", "2100-02-29", "2019-07-04T24:00:00Z", "2019-07-04T09:60:00Z",
    "2019-07-04T09:30:15+1000", "2019-07-04T09:30:15+15:00", "2019-7-4", "07/04/2019", "2019-07-04T", "2019-07-04 x",
    "2019-07-04T09:30:15.", "٢٠١٩", "2019-07-04T09:30:15Zx", "0000",
  ])
  func `what is no date is not made one`(_ text: String) {
    #expect(FHIRTime.moment(text) == nil)
  }
}
