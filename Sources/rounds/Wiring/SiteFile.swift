import Care
import Dashboard
import Foundation
import Settings

/// The site's own rules: `clocks.toml` beside the journal, so that all who open this record count alike.
struct SiteFile {
  static let name = "clocks.toml"

  private let file: SettingsFile?
  let isThere: Bool
  /// Why none of it is used.
  private let fault: String?

  init(folder: String) {
    let path = "\(folder)/\(Self.name)"
    isThere = FileManager.default.fileExists(atPath: path)
    guard isThere else {
      (file, fault) = (nil, nil)
      return
    }
    do {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      (file, fault) = (try SettingsFile(name: Self.name, text: text), nil)
    } catch let error as SettingsError {
      (file, fault) = (nil, "The published rules are used: \(error)")
    } catch {
      (file, fault) = (nil, "The published rules are used: \(path) can't be read as UTF-8 text.")
    }
  }

  /// The rules of a record with this zone, and what is wrong with the file. Looks zones up, which is done before any
  /// thread starts.
  func rules(_ zone: Zone) -> (site: SiteRules, faults: [String]) {
    guard let file else { return (SiteRules(zone: zone), fault.map { [$0] } ?? []) }
    let (site, faults) = SiteRules.reading(file, zone: SystemZone.named(_:), standard: zone)
    return (site, faults.map(\.description))
  }
}
