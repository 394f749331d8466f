#include "private.h"

#include "CTerminal.h"

#include <stdio.h>
#include <wchar.h>

/* Codes of our own for define_key, above those that ncurses gives to names of terminfo. */
enum { OWN = 4000, PASTE_START = OWN, PASTE_END, FOCUS_IN, FOCUS_OUT, MOUSE, OWN_KEY };

/* A key is OWN_KEY + its number * 8 + (the modifiers of the sequence - 1); numbers from FUNCTION on are F1 and up. */
enum { FUNCTION = 32 };

static void define(const char *format, int first, int key, int modifier) {
  char sequence[24];
  snprintf(sequence, sizeof sequence, format, first, modifier);
  define_key(sequence, OWN_KEY + key * 8 + modifier - 1);
}

void terminal_define_keys(void) {
  static const struct { char final; int key; } letters[] = {
    {'A', TERMINAL_KEY_UP}, {'B', TERMINAL_KEY_DOWN}, {'C', TERMINAL_KEY_RIGHT}, {'D', TERMINAL_KEY_LEFT},
    {'H', TERMINAL_KEY_HOME}, {'F', TERMINAL_KEY_END},
    {'P', FUNCTION}, {'Q', FUNCTION + 1}, {'R', FUNCTION + 2}, {'S', FUNCTION + 3},
  };
  static const struct { int number, key; } numbers[] = {
    {1, TERMINAL_KEY_HOME}, {2, TERMINAL_KEY_INSERT}, {3, TERMINAL_KEY_DELETE}, {4, TERMINAL_KEY_END},
    {5, TERMINAL_KEY_PAGE_UP}, {6, TERMINAL_KEY_PAGE_DOWN}, {7, TERMINAL_KEY_HOME}, {8, TERMINAL_KEY_END},
    {11, FUNCTION}, {12, FUNCTION + 1}, {13, FUNCTION + 2}, {14, FUNCTION + 3}, {15, FUNCTION + 4},
    {17, FUNCTION + 5}, {18, FUNCTION + 6}, {19, FUNCTION + 7}, {20, FUNCTION + 8}, {21, FUNCTION + 9},
    {23, FUNCTION + 10}, {24, FUNCTION + 11},
  };
  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
    /* A terminal may send either form, whatever terminfo says of it. */
    define("\033[%c", letters[i].final, letters[i].key, 1);
    define("\033O%c", letters[i].final, letters[i].key, 1);
    for (int modifier = 2; modifier <= 8; modifier++) {
      char format[] = "\033[1;%2$d%1$c";
      define(format, letters[i].final, letters[i].key, modifier);
    }
  }
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    define("\033[%d~", numbers[i].number, numbers[i].key, 1);
    for (int modifier = 2; modifier <= 8; modifier++)
      define("\033[%d;%d~", numbers[i].number, numbers[i].key, modifier);
  }
  define_key("\033[Z", OWN_KEY + TERMINAL_KEY_BACK_TAB * 8);
  define_key("\033OM", OWN_KEY + TERMINAL_KEY_ENTER * 8);
  define_key("\033[200~", PASTE_START);
  define_key("\033[201~", PASTE_END);
  define_key("\033[I", FOCUS_IN);
  define_key("\033[O", FOCUS_OUT);
  /* In place of ncurses' reading of the mouse, which keeps eight events of a batch and gives them last to first. */
  define_key("\033[<", MOUSE);
}

static terminal_event key(uint32_t code, uint32_t modifiers) {
  return (terminal_event){.kind = TERMINAL_KEY, .code = code, .modifiers = modifiers};
}

/* As get_wch does, but for one thing: given a byte that begins no character, get_wch waits for sixteen more and throws
   all of them away. Here the byte alone is lost, as U+FFFD. */
static int read_character(wint_t *character) {
  int byte = getch();
  if (byte == ERR) return ERR;
  *character = (wint_t)byte;
  if (byte >= KEY_MIN) return KEY_CODE_YES;
  if (byte < 0x80) return OK;
  int more = byte >= 0xC2 && byte < 0xE0 ? 1 : byte >= 0xE0 && byte < 0xF0 ? 2 : byte >= 0xF0 && byte < 0xF5 ? 3 : 0;
  wint_t value = (wint_t)byte & (0x3F >> more);
  bool is_whole = more > 0;
  for (; is_whole && more > 0; more--) {
    timeout(25);
    byte = getch();
    nodelay(stdscr, TRUE);
    is_whole = byte >= 0x80 && byte < 0xC0;
    if (is_whole)
      value = value << 6 | ((wint_t)byte & 0x3F);
    else if (byte != ERR)
      ungetch(byte);
  }
  *character = is_whole ? value : 0xFFFD;
  return OK;
}

/* The next character of a sequence already begun, waiting for it as long as for any key of several bytes. */
static bool next_of_sequence(wint_t *character) {
  timeout(25);
  int status = read_character(character);
  nodelay(stdscr, TRUE);
  return status == OK;
}

/* The parameters and the final character of a sequence, which end at that character. */
typedef struct sequence {
  int numbers[3];
  char final;
} sequence;

static sequence read_parameters(void) {
  sequence result = {{0, 0, 0}, 0};
  int index = 0;
  wint_t character;
  while (next_of_sequence(&character)) {
    if (character >= '0' && character <= '9') {
      int *number = &result.numbers[index < 3 ? index : 2];
      if (index < 3 && *number < 1 << 24) *number = *number * 10 + (int)(character - '0');
    } else if (character == ';') {
      index++;
    } else if (character >= 0x40 && character <= 0x7E) {
      result.final = (char)character;
      break;
    } else if (character < 0x20 || character > 0x7E) {
      break;
    }
  }
  return result;
}

/* After ESC [: all of it is swallowed, but for keys sent with their code point. */
static terminal_event read_sequence(void) {
  sequence read = read_parameters();
  if (read.final == 'M' && read.numbers[0] == 0) {
    /* A mouse report of the old kind, in three characters more. */
    wint_t ignored;
    for (int i = 0; i < 3 && next_of_sequence(&ignored); i++) {}
  }
  if (read.final != 'u' || read.numbers[0] == 0) return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
  uint32_t modifiers = read.numbers[1] > 0 ? (uint32_t)(read.numbers[1] - 1) & 7 : 0;
  if (read.numbers[0] == 27) return key(TERMINAL_KEY_ESCAPE, modifiers);
  return (terminal_event){.kind = TERMINAL_CHARACTER, .code = (uint32_t)read.numbers[0], .modifiers = modifiers};
}

/* After ESC [ <: button, column, row, from 1; M for a press and m for a release. */
static terminal_event read_mouse(void) {
  sequence read = read_parameters();
  terminal_event event = {.kind = TERMINAL_UNKNOWN_SEQUENCE, .x = read.numbers[1] - 1, .y = read.numbers[2] - 1};
  int button = read.numbers[0] & ~(4 | 8 | 16);
  if (button == 64) event.kind = TERMINAL_WHEEL_UP;
  if (button == 65) event.kind = TERMINAL_WHEEL_DOWN;
  if (button > 2 || (read.final != 'M' && read.final != 'm')) return event;
  event.kind = read.final == 'M' ? TERMINAL_PRESS : TERMINAL_RELEASE;
  event.code = (uint32_t)button + 1;
  return event;
}

/* After an OSC, DCS, APC or PM: to its end. */
static terminal_event swallow_string(void) {
  wint_t character, before = 0;
  while (next_of_sequence(&character)) {
    if (character == 7 || (before == 27 && character == '\\')) break;
    before = character;
  }
  return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
}

static terminal_event named_key(wint_t code) {
  switch (code) {
    case KEY_UP: return key(TERMINAL_KEY_UP, 0);
    case KEY_DOWN: return key(TERMINAL_KEY_DOWN, 0);
    case KEY_RIGHT: return key(TERMINAL_KEY_RIGHT, 0);
    case KEY_LEFT: return key(TERMINAL_KEY_LEFT, 0);
    case KEY_HOME: case KEY_A1: return key(TERMINAL_KEY_HOME, 0);
    case KEY_END: case KEY_C1: return key(TERMINAL_KEY_END, 0);
    case KEY_IC: return key(TERMINAL_KEY_INSERT, 0);
    case KEY_DC: return key(TERMINAL_KEY_DELETE, 0);
    case KEY_PPAGE: case KEY_A3: return key(TERMINAL_KEY_PAGE_UP, 0);
    case KEY_NPAGE: case KEY_C3: return key(TERMINAL_KEY_PAGE_DOWN, 0);
    case KEY_BACKSPACE: return key(TERMINAL_KEY_BACKSPACE, 0);
    case KEY_ENTER: return key(TERMINAL_KEY_ENTER, 0);
    case KEY_BTAB: return key(TERMINAL_KEY_BACK_TAB, 0);
    case KEY_SR: return key(TERMINAL_KEY_UP, TERMINAL_SHIFT);
    case KEY_SF: return key(TERMINAL_KEY_DOWN, TERMINAL_SHIFT);
    case KEY_SRIGHT: return key(TERMINAL_KEY_RIGHT, TERMINAL_SHIFT);
    case KEY_SLEFT: return key(TERMINAL_KEY_LEFT, TERMINAL_SHIFT);
    case FOCUS_IN: return (terminal_event){.kind = TERMINAL_FOCUS_IN};
    case FOCUS_OUT: return (terminal_event){.kind = TERMINAL_FOCUS_OUT};
  }
  if (code >= KEY_F(1) && code <= KEY_F(63))
    return (terminal_event){.kind = TERMINAL_FUNCTION, .code = (uint32_t)(code - KEY_F0)};
  if (code >= OWN_KEY && code < OWN_KEY + 64 * 8) {
    uint32_t number = (uint32_t)(code - OWN_KEY) / 8, modifiers = (uint32_t)(code - OWN_KEY) % 8;
    if (number >= FUNCTION)
      return (terminal_event){.kind = TERMINAL_FUNCTION, .code = number - FUNCTION + 1, .modifiers = modifiers};
    return key(number, modifiers);
  }
  return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
}

/* After ESC: a sequence that terminfo does not know, a key with Alt, or Esc itself. */
static terminal_event after_escape(void) {
  wint_t character;
  int status = read_character(&character);
  if (status == ERR) return key(TERMINAL_KEY_ESCAPE, 0);
  if (status == KEY_CODE_YES) {
    terminal_event event = named_key(character);
    event.modifiers |= TERMINAL_ALT;
    return event;
  }
  switch (character) {
    case '[':
      return terminal_is_readable(25) ? read_sequence()
                             : (terminal_event){.kind = TERMINAL_CHARACTER, .code = '[', .modifiers = TERMINAL_ALT};
    case 'O':
      if (!terminal_is_readable(0)) break;
      next_of_sequence(&character);
      return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
    case ']': case 'P': case '_': case '^':
      if (terminal_is_readable(0)) return swallow_string();
      break;
    case 27:
      ungetch(27);
      return key(TERMINAL_KEY_ESCAPE, 0);
  }
  return (terminal_event){.kind = TERMINAL_CHARACTER, .code = (uint32_t)character, .modifiers = TERMINAL_ALT};
}

static terminal_event pasted(void) {
  return (terminal_event){.kind = terminal_read_paste() ? TERMINAL_PASTE : TERMINAL_NOTHING};
}

terminal_event terminal_next(void) {
  if (terminal_is_pasting()) return pasted();
  wint_t character;
  int status = read_character(&character);
  if (status == ERR) return (terminal_event){.kind = TERMINAL_NOTHING};
  if (status == KEY_CODE_YES) {
    if (character == MOUSE) return read_mouse();
    if (character != PASTE_START) return named_key(character);
    terminal_begin_paste();
    return pasted();
  }
  if (character == 27) return after_escape();
  if (character == 0xFFFD) return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
  return (terminal_event){.kind = TERMINAL_CHARACTER, .code = (uint32_t)character};
}
