#include "private.h"

#include "CTerminal.h"

#include <stdio.h>
#include <wchar.h>

/* Codes of our own for define_key, above those that ncurses gives to names of terminfo. */
enum { OWN = 4000, PASTE_START = OWN, PASTE_END, FOCUS_IN, FOCUS_OUT, MOUSE, OLD_MOUSE, KEYPAD, OWN_KEY = KEYPAD + 128 };

/* A key is OWN_KEY + its number * 8 + (the modifiers of the sequence - 1); numbers from FUNCTION on are F1 and up. */
enum { FUNCTION = 32 };

static const struct { char final; int key; } letters[] = {
  {'A', TERMINAL_KEY_UP}, {'B', TERMINAL_KEY_DOWN}, {'C', TERMINAL_KEY_RIGHT}, {'D', TERMINAL_KEY_LEFT},
  {'H', TERMINAL_KEY_HOME}, {'F', TERMINAL_KEY_END}, {'Z', TERMINAL_KEY_BACK_TAB},
  {'P', FUNCTION}, {'Q', FUNCTION + 1}, {'R', FUNCTION + 2}, {'S', FUNCTION + 3},
};

static const struct { int number, key; } numbers[] = {
  {1, TERMINAL_KEY_HOME}, {2, TERMINAL_KEY_INSERT}, {3, TERMINAL_KEY_DELETE}, {4, TERMINAL_KEY_END},
  {5, TERMINAL_KEY_PAGE_UP}, {6, TERMINAL_KEY_PAGE_DOWN}, {7, TERMINAL_KEY_HOME}, {8, TERMINAL_KEY_END},
  {11, FUNCTION}, {12, FUNCTION + 1}, {13, FUNCTION + 2}, {14, FUNCTION + 3}, {15, FUNCTION + 4},
  {17, FUNCTION + 5}, {18, FUNCTION + 6}, {19, FUNCTION + 7}, {20, FUNCTION + 8}, {21, FUNCTION + 9},
  {23, FUNCTION + 10}, {24, FUNCTION + 11},
};

enum { LETTERS = sizeof letters / sizeof *letters, NUMBERS = sizeof numbers / sizeof *numbers };

/* What the keys of the number pad send once the terminal was told that a program reads it; in this order. */
static const char keypad_finals[] = "XjklmnopqrstuvwxyM", keypad_characters[] = "=*+,-./0123456789\r";

static int code_of(int key, int modifier) { return OWN_KEY + key * 8 + modifier - 1; }

int terminal_code(char final, int number, int modifier) {
  if (modifier < 1 || modifier > 8) return 0;
  if (final == '~') {
    if (number == 200) return PASTE_START;
    for (int i = 0; i < NUMBERS; i++)
      if (numbers[i].number == number) return code_of(numbers[i].key, modifier);
    return 0;
  }
  if (number > 1) return 0;
  if (number == 0 && final == 'I') return FOCUS_IN;
  if (number == 0 && final == 'O') return FOCUS_OUT;
  for (int i = 0; i < LETTERS; i++)
    if (letters[i].final == final) return code_of(letters[i].key, modifier);
  return 0;
}

static void define(const char *format, int first, int modifier, int code) {
  char sequence[24];
  snprintf(sequence, sizeof sequence, format, first, modifier);
  define_key(sequence, code);
}

/* Whatever terminfo says of them: a terminal may send either form of a key, and names of terminfo for keys with
   modifiers differ. */
void terminal_define_keys(void) {
  for (int modifier = 1; modifier <= 8; modifier++) {
    for (int i = 0; i < LETTERS; i++) {
      const char *format = modifier == 1 ? "\033[%c" : "\033[1;%2$d%1$c";
      define(format, letters[i].final, modifier, code_of(letters[i].key, modifier));
    }
    for (int i = 0; i < NUMBERS; i++) {
      const char *format = modifier == 1 ? "\033[%d~" : "\033[%d;%d~";
      define(format, numbers[i].number, modifier, code_of(numbers[i].key, modifier));
    }
  }
  for (int i = 0; i < LETTERS; i++) define("\033O%c", letters[i].final, 0, code_of(letters[i].key, 1));
  for (int i = 0; keypad_finals[i]; i++) define("\033O%c", keypad_finals[i], 0, KEYPAD + keypad_characters[i]);
  define_key("\033[200~", PASTE_START);
  define_key("\033[201~", PASTE_END);
  define_key("\033[I", FOCUS_IN);
  define_key("\033[O", FOCUS_OUT);
  /* In place of ncurses' reading of the mouse, which keeps eight events of a batch and gives them last to first. */
  define_key("\033[<", MOUSE);
  define_key("\033[M", OLD_MOUSE);
}

static terminal_event key(uint32_t code, uint32_t modifiers) {
  return (terminal_event){.kind = TERMINAL_KEY, .code = code, .modifiers = modifiers};
}

static terminal_event character_event(uint32_t code, uint32_t modifiers) {
  return (terminal_event){.kind = TERMINAL_CHARACTER, .code = code, .modifiers = modifiers};
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

static terminal_event named_key(int code) {
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
  if (code >= KEYPAD && code < OWN_KEY) return character_event((uint32_t)(code - KEYPAD), 0);
  if (code >= OWN_KEY && code < OWN_KEY + 64 * 8) {
    uint32_t number = (uint32_t)(code - OWN_KEY) / 8, modifiers = (uint32_t)(code - OWN_KEY) % 8;
    if (number >= FUNCTION)
      return (terminal_event){.kind = TERMINAL_FUNCTION, .code = number - FUNCTION + 1, .modifiers = modifiers};
    return key(number, modifiers);
  }
  return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
}

/* A sequence has begun whose bytes are read next. Said to a loop: a run of broken ones would nest without end. */
enum { READ_ON = -1 };
static const terminal_event read_on = {.kind = (terminal_event_kind)READ_ON};

static terminal_event pasted(void) {
  return (terminal_event){.kind = terminal_read_paste() ? TERMINAL_PASTE : TERMINAL_NOTHING};
}

terminal_event terminal_event_of(int code) {
  switch (code) {
    case PASTE_START:
      terminal_begin_paste();
      return pasted();
    case MOUSE:
      terminal_begin_sequence(TERMINAL_CONTROL);
      ungetch('<');
      return read_on;
    case OLD_MOUSE:
      terminal_begin_sequence(TERMINAL_OLD_MOUSE);
      return read_on;
  }
  return named_key(code);
}

/* Whether more follows ESC and a character at once, as the terminal sends it; a person types one key at a time. */
static bool has_more(int *byte) {
  timeout(25);
  *byte = getch();
  nodelay(stdscr, TRUE);
  if (*byte == ERR) return false;
  ungetch(*byte);
  return true;
}

/* After ESC: a sequence that terminfo does not know, a key with Alt, or Esc itself. */
static terminal_event after_escape(void) {
  wint_t character;
  int status = read_character(&character);
  if (status == ERR) return key(TERMINAL_KEY_ESCAPE, 0);
  if (status == KEY_CODE_YES) {
    terminal_event event = named_key((int)character);
    if (event.kind == TERMINAL_KEY || event.kind == TERMINAL_FUNCTION || event.kind == TERMINAL_CHARACTER) {
      event.modifiers |= TERMINAL_ALT;
      return event;
    }
    /* Not a key, so Esc was one by itself: the start of a paste has to remain one. */
    ungetch((int)character);
    return key(TERMINAL_KEY_ESCAPE, 0);
  }
  int next;
  switch (character) {
    case '[':
      if (!has_more(&next)) break;
      terminal_begin_sequence(TERMINAL_CONTROL);
      return read_on;
    case 'O':
      if (!has_more(&next)) break;
      /* A digit is a modifier of old, and stands before the letter. */
      if (next >= '0' && next <= '9') {
        terminal_begin_sequence(TERMINAL_CONTROL);
        return read_on;
      }
      int code = next < 0x80 ? terminal_code((char)getch(), 0, 1) : 0;
      return code ? named_key(code) : (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
    case ']':
      if (!has_more(&next) || next < '0' || next > '9') break;
      terminal_begin_sequence(TERMINAL_COMMAND);
      return read_on;
    case 'P':
      if (!has_more(&next) || next < 0x20 || next >= 0x40) break;
      terminal_begin_sequence(TERMINAL_STRING);
      return read_on;
    case '_': case '^':
      if (!has_more(&next)) break;
      terminal_begin_sequence(TERMINAL_STRING);
      return read_on;
    case 27:
      ungetch(27);
      return key(TERMINAL_KEY_ESCAPE, 0);
  }
  return character_event((uint32_t)character, TERMINAL_ALT);
}

static terminal_event read_event(void) {
  if (terminal_is_pasting()) return pasted();
  terminal_event event;
  if (terminal_read_sequence(&event)) return event;
  wint_t character;
  int status = read_character(&character);
  if (status == ERR) return (terminal_event){.kind = TERMINAL_NOTHING};
  if (status == KEY_CODE_YES) return terminal_event_of((int)character);
  if (character == 27) return after_escape();
  if (character == 0xFFFD) return (terminal_event){.kind = TERMINAL_UNKNOWN_SEQUENCE};
  return character_event((uint32_t)character, 0);
}

terminal_event terminal_next(void) {
  terminal_event event;
  do event = read_event();
  while ((int)event.kind == READ_ON);
  return event;
}
