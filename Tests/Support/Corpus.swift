/// Texts that have broken terminals: every script that measures oddly, and what an attacker would send.
package enum Corpus {
  package static let texts: [String] = [
    "Rossi, Bo", "Wolfeschlegelsteinhausenbergerdorff", "Inês Silva", "e\u{301}te\u{301}",
    "Z\u{351}\u{352}\u{353}\u{354}\u{355}algo",
    "田中 由衣", "김민준", "\u{1112}\u{1161}\u{11AB}", "ﾊﾝｶｸ", "全角ＡＢＣ",
    "محمد بن علي", "ש\u{5C1}לו\u{5B9}ם", "สมชาย ใจดี", "ก\u{E33}", "नमस्ते क्षि", "தமிழ்", "မြန်မာ", "ខ្មែរ", "ᠮᠣᠩᠭᠣᠯ",
    "👩\u{200D}⚕\u{FE0F} nurse", "👍🏽 ok", "❤\u{FE0F} 82", "🇮🇳 🇵🇹🇫", "1\u{FE0F}\u{20E3} #\u{20E3}",
    "👨\u{200D}👩\u{200D}👧\u{200D}👦 family", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}!", "🧑🏾\u{200D}🦽",
    "🏽alone",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;ZXZpbA==\u{1B}\\", "a\u{9B}31mb",
    "bell\u{7}back\u{8}\u{8}",
    "line\none\r\ntwo\rthree\u{2028}four\u{2029}", "tab\there", "nul\u{0}del\u{7F}", "\u{85}next",
    "user\u{202E}gpj.exe\u{202C}", "\u{2066}iso\u{2069}", "\u{200E}l\u{200F}r\u{61C}",
    "zero\u{200B}width\u{2060}\u{FEFF}",
    "نامه\u{200C}ها", "क्\u{200D}ष", "a\u{200D}b", "soft\u{AD}hyphen", "\u{E0041}\u{E0042}tag",
    "\u{301}orphan", " \u{301}x", "\u{E000}private\u{F8FF}", "\u{FFFF}\u{10FFFF}\u{378}", "\u{3164}filler\u{115F}",
    "𝓜ath", "𒀀𒁀", "\u{1D173}music", "①②③ ½ ™ … — “q”", "━│┬ ▐█▌ ▲ ✓ ● ○ ◇", "x\u{FE0E}\u{FE0F}y", "",
  ]
}
