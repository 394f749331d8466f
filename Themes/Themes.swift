/// The themes the program carries in itself, so that there is no file to find at run time.
package enum Themes {
  /// In the order in which they are offered.
  package static let embedded: [(name: String, text: String)] = [
    ("dark", text(PackageResources.dark_toml)),
    ("light", text(PackageResources.light_toml)),
    ("high-contrast", text(PackageResources.high_contrast_toml)),
    ("colour-blind", text(PackageResources.colour_blind_toml)),
    ("solarized", text(PackageResources.solarized_toml)),
    ("solarized-light", text(PackageResources.solarized_light_toml)),
    ("mono", text(PackageResources.mono_toml)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
