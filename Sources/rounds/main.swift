import ArgumentParser

do {
  var command = try RoundsCommand.parseAsRoot()
  try command.run()
} catch {
  Fault.leave(error)
}
