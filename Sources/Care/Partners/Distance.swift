import Glibc

extension Position {
  /// Kilometres along the surface. Source: haversine formula, mean earth radius 6371.0088 km (IUGG).
  package func kilometres(to other: Position) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let (a, b) = (radians(latitude), radians(other.latitude))
    let (north, east) = (sin((b - a) / 2), sin(radians(other.longitude - longitude) / 2))
    let root = (north * north + cos(a) * cos(b) * east * east).squareRoot()
    return 2 * 6371.0088 * asin(min(1, root))
  }
}
