/// Whether a thread would be better gone on with by voice.
///
/// Source: Lanham et al. 2009;35(9):457–466: rich ways for what is uncertain or ambiguous, lean ones for what is clear.
package enum ChannelFit {
  /// Turns between two people from which a thread goes back and forth. Source: Rounds default, version 1.
  package static let mostTurns = 6
  /// Characters up to which a message is a short turn. Source: Rounds default, version 1.
  package static let shortTurn = 160

  /// Many short turns, or an urgent matter that goes to and fro.
  package static func wantsVoice(_ thread: MessageThread) -> Bool {
    var turns = 0
    var last: Reference?
    for message in thread.messages where !message.value.isContactNote {
      let isShort = message.value.payload.reduce(0) { $0 + $1.count } <= shortTurn
      if message.value.sender != last, isShort { turns += 1 }
      last = message.value.sender
    }
    return turns >= (thread.isUrgent ? mostTurns / 2 : mostTurns)
  }
}
