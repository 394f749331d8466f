#include "private.h"

#include "CTerminal.h"

#include <fnmatch.h>
#include <term.h>
#include <unistd.h>

/* Terminals that many systems have no entry for, each with an entry that all systems have and that it understands. A
   name is looked up as it is; then by the rows that it matches, from the first. */
static const struct { const char *pattern, *entry; } relatives[] = {
  {"tmux*", "screen-256color"},
  {"xterm*", "xterm-256color"}, /* xterm-kitty and xterm-ghostty among them */
  {"kitty*", "xterm-256color"},
  {"ghostty*", "xterm-256color"},
  {"foot*", "xterm-256color"},
  {"wezterm*", "xterm-256color"},
  {"alacritty*", "xterm-256color"},
  {"*256color*", "xterm-256color"},
  {"screen*", "screen"},
  {"*", "vt100"},
};

const char *terminal_find_entry(const char *term, bool (*is_usable)(const char *name)) {
  if (is_usable(term)) return term;
  for (size_t i = 0; i < sizeof relatives / sizeof *relatives; i++)
    if (fnmatch(relatives[i].pattern, term, 0) == 0 && is_usable(relatives[i].entry)) return relatives[i].entry;
  return NULL;
}

static int colors;

static bool is_described(const char *name) {
  int status = 0;
  if (setupterm(name, STDOUT_FILENO, &status) != OK) return false;
  bool can_move = cursor_address != NULL;
  colors = max_colors > 0 ? max_colors : 0;
  del_curterm(cur_term);
  return can_move;
}

const char *terminal_describe(const char *term, int *count) {
  const char *name = terminal_find_entry(term, is_described);
  *count = name ? colors : 0;
  return name;
}
