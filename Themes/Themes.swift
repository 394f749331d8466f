/// The themes the program carries in itself, so that there is no file to find at run time.
package enum Themes {
  package static let embedded: [(name: String, text: String)] = [
    ("dark", String(decoding: PackageResources.dark_toml, as: UTF8.self))
  ]
}
