import Foundation

/// The WCAG 2 contrast ratio of two colours given as 0xRRGGBB: 1 to 21.
func contrast(_ first: Int, _ second: Int) -> Double {
  let lights = [luminance(first), luminance(second)].sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}

private func luminance(_ rgb: Int) -> Double {
  let light = linear(rgb)
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]
}

/// Red, green and blue as amounts of light.
func linear(_ rgb: Int) -> [Double] {
  [16, 8, 0].map { shift in
    let value = Double(rgb >> shift & 0xFF) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
