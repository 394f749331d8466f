import Care

/// The site's own rules.
struct SiteFindings {
  var isThere: Bool
  /// Clocks that the site has otherwise than published.
  var changes: Int
  var faults: [String]

  static func current(_ options: GlobalOptions) -> SiteFindings {
    let file = SiteFile(folder: options.folder)
    let (site, faults) = file.rules(.utc)
    return SiteFindings(
      isThere: file.isThere, changes: site.table.count { $0.siteChange != nil }, faults: faults)
  }

  var all: [Finding] {
    guard faults.isEmpty else {
      return faults.map {
        Finding(
          "clocks", .bad, $0, remedy: "Mend the line; `rounds clocks` lists every clock with its id and its figures.")
      }
    }
    let changed = changes == 1 ? "1 clock" : "\(changes) clocks"
    return [
      Finding(
        "clocks", .ok,
        isThere ? "\(SiteFile.name) changes \(changed)" : "as published; there is no \(SiteFile.name)")
    ]
  }
}
