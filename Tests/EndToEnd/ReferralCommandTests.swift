import Foundation
import Testing

@Suite struct ReferralCommandTests {
  private func lines(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `every referral is told with its state, whose it is, and how it came there`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z"]
    _ = try Program.run(["demo", "--patients", "40", "--no-open"] + data)
    let table = try Program.run(["list", "referrals"] + data)
    #expect(table.code == 0 && table.out.contains("did not come"))
    let referrals = try lines(try Program.run(["list", "referrals", "--json"] + data).out)
    #expect(referrals.count == table.out.split(separator: "\n").count)
    let numbers = referrals.compactMap { ($0["state"] as? [String: Any])?["number"] as? String }
    #expect(
      Set(numbers).isSuperset(of: ["1", "2.0", "3.0", "4.0", "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.2", "6.0", "7.0"]))
    for referral in referrals {
      for key in ["id", "number", "patient", "service", "nextAction", "clocks", "closed", "history"] {
        #expect(referral[key] != nil, "\(key)")
      }
    }
    let asked = try #require(
      referrals.first { ($0["state"] as? [String: Any])?["number"] as? String == "5.2" })
    #expect(asked["owner"] as? String == "Willow Skilled Nursing" && asked["daysInState"] as? Int == 2)
    #expect(
      (asked["history"] as? [[String: Any]])?.map { $0["what"] as? String } == ["send", "accept", "cancel-request"])
  }

  @Test func `the loop is measured with the patients behind it, and partners with what is too few`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z"]
    _ = try Program.run(["demo", "--patients", "40", "--no-open"] + data)
    let all = try lines(try Program.run(["measures", "--json"] + data).out)
    let loop = try #require(all.first)
    func group(_ name: String) -> (count: Int?, patients: Int?) {
      let group = loop[name] as? [String: Any]
      return (group?["count"] as? Int, (group?["patients"] as? [Any])?.count)
    }
    #expect(group("denominator").count == 4 && group("denominator").patients == 4)
    #expect(group("numerator").count == 2 && group("numerator").patients == 2)
    #expect(group("exclusions").count == 0 && group("exclusions").patients == 0)
    #expect((loop["source"] as? String)?.contains("0.3.000") == true && loop["small"] as? Bool == true)
    let partners = all.dropFirst()
    #expect(partners.count > 5 && partners.allSatisfy { $0["partner"] != nil && $0["small"] as? Bool == true })
    let other = try lines(try Program.run(["measures", "--year", "2019", "--json"] + data).out)
    #expect((other[0]["denominator"] as? [String: Any])?["count"] as? Int == 0)
    #expect(try Program.run(["measures", "--year", "soon"] + data).code == 2)
  }

  @Test func `what was sent is printed as it was, and never over something else`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z"]
    _ = try Program.run(["demo", "--patients", "40", "--no-open"] + data)
    let referrals = try lines(try Program.run(["list", "referrals", "--json"] + data).out)
    func id(_ number: String, by: Bool = true) throws -> String {
      try #require(
        referrals.first { referral in
          let history = referral["history"] as? [[String: Any]] ?? []
          return (referral["state"] as? [String: Any])?["number"] as? String == number
            && history.contains { $0["what"] as? String == "send" } == by
        }?["id"] as? String)
    }
    let sent = try id("5.2")
    let text = try Program.run(["referral", sent] + data)
    #expect(text.code == 0 && text.out.contains("Referral: Short-term rehabilitation"))
    let file = folder.path + "/package.json"
    let bundle = try Program.run(["referral", sent, "--bundle", "--output", file] + data)
    #expect(bundle.code == 0)
    let written = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any]
    #expect(written?["resourceType"] as? String == "Bundle")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let again = try Program.run(["referral", sent, "--output", file] + data)
    #expect(again.code == 1 && again.err.contains("it is there already"))
    #expect(try Program.run(["referral", try id("1", by: false)] + data).code == 1)
    #expect(try Program.run(["referral", "none"] + data).code == 2)
  }

  @Test func `what is noted of a partner is kept, and told`() throws {
    let folder = try Folder()
    let data = ["--data", folder.path + "/demo", "--now", "2026-11-21T13:12:00Z"]
    _ = try Program.run(["demo", "--patients", "20", "--no-open"] + data)
    #expect(try Program.run(["partner", "North Primary Care"] + data).out.contains("capacity      not known"))
    let noted = try Program.run(
      ["partner", "north primary", "--capacity", "waitlist", "--visits", "no", "--interest", "owned by a cousin"] + data
    )
    #expect(noted.code == 0)
    let told = try Program.run(["partner", "North Primary Care"] + data).out
    for words in ["has a waiting list, 2026-11-21", "visits told   no", "owned by a cousin, since 2026-11-21"] {
      #expect(told.contains(words), "\(words)")
    }
    #expect(try Program.run(["journal", "verify"] + data).code == 0)
    #expect(try Program.run(["partner", "nobody"] + data).code == 2)
    let many = try Program.run(["partner", "st. mary"] + data)
    #expect(many.code == 2 && many.err.contains("are called so"))
  }
}
