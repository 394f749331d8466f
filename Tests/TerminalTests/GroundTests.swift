import Terminal
import Testing

struct GroundTests {
  @Test(
    arguments: [
      ("11;rgb:0000/0000/0000", false), ("11;rgb:ffff/ffff/ffff", true), ("11;rgb:fdfd/f6f6/e3e3", true),
      ("11;rgb:0000/2b2b/3636", false), ("11;rgb:f/f/f", true), ("11;rgb:00/2b/36", false),
      ("11;rgb:fff/fff/fff", true),
      ("11;rgba:ffff/ffff/ffff/8000", true), ("11;rgba:1e1e/1e1e/2e2e/ffff", false), ("11;rgb:FD/F6/E3", true),
      // Either side of where black and white read alike.
      ("11;rgb:75/75/75", false), ("11;rgb:77/77/77", true),
      // Green is most of what the eye calls light, blue least.
      ("11;rgb:0/f/0", true), ("11;rgb:f/0/0", true), ("11;rgb:0/0/f", false),
      ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:ffff/ffff", nil), ("11;rgb:ffff/ffff/ffff/ffff", nil),
      ("11;rgba:ffff/ffff/ffff", nil), ("11;rgb:fffff/ffff/ffff", nil), ("11;rgb:/ffff/ffff", nil),
      ("11;rgb:+1/+1/+1", nil), ("11;rgb:xx/ff/ff/ff", nil), ("11;?", nil), ("11;white", nil), ("11", nil), ("", nil),
      ("11;rgb:ffff/ffff/ffff;", nil), ("11;rgb:\u{FF11}/f/f", nil),
    ] as [(String, Bool?)])
  func `an answer to the question for the background is light, dark, or none`(reply: String, isLight: Bool?) {
    #expect(Ground.isLight(reply: reply) == isLight)
  }

  @Test(
    arguments: [
      ("0;15", true), ("15;0", false), ("0;7", true), ("7;0", false), ("12;8", false), ("15;default;0", false),
      ("0;default;15", true), ("15;4", false), ("0;10", true), ("default;default", nil), ("15", true), ("", nil),
      (";", nil), ("0;16", nil), ("0;-1", nil), ("0;x", nil), (nil, nil),
    ] as [(String?, Bool?)])
  func `COLORFGBG tells the ground by its last number`(value: String?, isLight: Bool?) {
    #expect(Ground.isLight(environment: value.map { ["COLORFGBG": $0] } ?? [:]) == isLight)
  }

  @Test(
    arguments: [
      ("xterm-256color", true), ("xterm", true), ("xterm-kitty", true), ("xterm-ghostty", true), ("foot", true),
      ("foot-extra", true), ("wezterm", true), ("alacritty", true), ("tmux-256color", true), ("st-256color", true),
      ("rxvt-unicode-256color", true), ("iterm2-direct", true), ("linux", false), ("linux-16color", false),
      ("vt100", false), ("vt220", false), ("screen", false), ("screen-256color", false), ("cons25", false),
      ("dumb", false), ("ansi", false), ("rxvt", false), ("", false),
    ])
  func `only terminals that answer or pass over the question are asked`(term: String, canBeAsked: Bool) {
    #expect(Ground.canBeAsked(in: ["TERM": term]) == canBeAsked)
  }

  @Test func `tmux by the name of screen is asked`() {
    #expect(Ground.canBeAsked(in: ["TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"]))
    #expect(!Ground.canBeAsked(in: ["TERM": "screen-256color", "TMUX": ""]))
  }
}
