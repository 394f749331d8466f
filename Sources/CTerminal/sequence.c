#include "private.h"

#include "CTerminal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* A sequence begun and not yet ended. Over a slow line it may come in pieces, and the rest of one read as keys would be
   commands that nobody gave; so it is kept from call to call, until nothing has come for a second. */
enum { PATIENCE = 1000 };

static struct {
  terminal_sequence kind;
  int64_t last;
  /* Of a control sequence: its parameters, the second part of the second one, and what stands around them. */
  int numbers[3], index, part, second_part;
  char marker;
  bool has_intermediate;
  /* Of a string: its last byte. Of an old mouse report: how many bytes have come. */
  int before, count;
} sequence;

static char command[64];
static size_t command_length;

int64_t terminal_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void terminal_begin_sequence(terminal_sequence kind) {
  memset(&sequence, 0, sizeof sequence);
  sequence.kind = kind;
  sequence.last = terminal_now();
  command_length = 0;
}

void terminal_forget_sequence(void) { sequence.kind = TERMINAL_NO_SEQUENCE; }

const char *terminal_command(size_t *length) {
  *length = command_length;
  return command;
}

/* ESC [ < button ; column ; row, from 1; M for a press and m for a release. */
static terminal_event mouse(char final) {
  terminal_event event = {
    .kind = TERMINAL_UNKNOWN_SEQUENCE, .x = sequence.numbers[1] - 1, .y = sequence.numbers[2] - 1};
  if ((final != 'M' && final != 'm') || event.x < 0 || event.y < 0) return event;
  /* Shift, Alt and Ctrl make no other button of it. */
  int button = sequence.numbers[0] & ~(4 | 8 | 16);
  if (button == 64) event.kind = TERMINAL_WHEEL_UP;
  if (button == 65) event.kind = TERMINAL_WHEEL_DOWN;
  bool has_moved = button & 32;
  button &= ~32;
  if (button > 2) return event;
  event.kind = has_moved ? TERMINAL_DRAG : final == 'M' ? TERMINAL_PRESS : TERMINAL_RELEASE;
  event.code = (uint32_t)button + 1;
  return event;
}

/* A key sent with its code point, or a key of a name with more told of it than terminfo knows. */
static terminal_event key(char final) {
  const terminal_event unknown = {.kind = TERMINAL_UNKNOWN_SEQUENCE};
  int held = sequence.numbers[1] > 0 ? sequence.numbers[1] - 1 : 0;
  /* Let go of, or held with a key that makes it a command of the window system. */
  if (sequence.second_part == 3 || held & (8 | 16 | 32)) return unknown;
  uint32_t modifiers = (uint32_t)held & 7;
  if (final != 'u') {
    int code = terminal_code(final, sequence.numbers[0], (int)modifiers + 1);
    return code ? terminal_event_of(code) : unknown;
  }
  /* The private characters are keys without one, such as Caps Lock. */
  int code = sequence.numbers[0];
  if (code == 0 || (code >= 0xE000 && code <= 0xF8FF)) return unknown;
  if (code == 27) return (terminal_event){.kind = TERMINAL_KEY, .code = TERMINAL_KEY_ESCAPE, .modifiers = modifiers};
  return (terminal_event){.kind = TERMINAL_CHARACTER, .code = (uint32_t)code, .modifiers = modifiers};
}

/* What a control sequence means that ends with `final`. */
static terminal_event ended(char final) {
  terminal_event event = {.kind = TERMINAL_UNKNOWN_SEQUENCE};
  if (sequence.has_intermediate) return event;
  if (sequence.marker == '<') return mouse(final);
  if (sequence.marker == '?' && final == 'n' && sequence.numbers[0] == 997) {
    if (sequence.numbers[1] == 1) event.kind = TERMINAL_DARK;
    if (sequence.numbers[1] == 2) event.kind = TERMINAL_LIGHT;
  }
  return sequence.marker ? event : key(final);
}

typedef enum { MORE, BROKEN, ENDED } step;

static step step_control(int byte, terminal_event *event) {
  if (byte < 0x20 || byte > 0x7E) return BROKEN;
  if (byte >= '0' && byte <= '9') {
    int *number = sequence.part == 0 && sequence.index < 3 ? &sequence.numbers[sequence.index]
                : sequence.part == 1 && sequence.index == 1 ? &sequence.second_part : NULL;
    if (number && *number < 1 << 24) *number = *number * 10 + byte - '0';
  } else if (byte == ':') {
    sequence.part++;
  } else if (byte == ';') {
    sequence.index++;
    sequence.part = 0;
  } else if (byte < 0x30) {
    sequence.has_intermediate = true;
  } else if (byte < 0x40 || (byte == '[' && sequence.count == 0)) {
    /* A second bracket is the Linux console's way with its function keys. */
    sequence.marker = (char)byte;
  } else if (byte == 'M' && sequence.count == 0) {
    sequence.kind = TERMINAL_OLD_MOUSE;
    return MORE;
  } else {
    *event = ended((char)byte);
    return ENDED;
  }
  sequence.count++;
  return MORE;
}

/* To BEL or ESC \. Another control character is none of it. */
static step step_string(int byte) {
  bool is_closing = sequence.before == 27;
  if (is_closing && byte != '\\') {
    ungetch(byte);
    ungetch(27);
    return BROKEN;
  }
  if (is_closing || byte == 7) return ENDED;
  sequence.before = byte;
  if (byte == 27) return MORE;
  if (byte < 0x20 || byte >= KEY_MIN) {
    ungetch(byte);
    return BROKEN;
  }
  if (command_length < sizeof command) command[command_length++] = (char)byte;
  return MORE;
}

static step step_sequence(int byte, terminal_event *event) {
  step result = MORE;
  event->kind = TERMINAL_UNKNOWN_SEQUENCE;
  switch (sequence.kind) {
    case TERMINAL_NO_SEQUENCE: break;
    case TERMINAL_CONTROL:
      result = step_control(byte, event);
      if (result == BROKEN) ungetch(byte);
      break;
    case TERMINAL_OLD_MOUSE:
      /* A report of before the numbers: three characters, which say too little. */
      if (++sequence.count == 3) result = ENDED;
      break;
    case TERMINAL_COMMAND:
      result = step_string(byte);
      if (result != ENDED) break;
      terminal_note_answer();
      if (command_length < sizeof command) event->kind = TERMINAL_TOLD;
      break;
    case TERMINAL_STRING:
      result = step_string(byte);
      break;
  }
  return result;
}

bool terminal_read_sequence(terminal_event *event) {
  if (sequence.kind == TERMINAL_NO_SEQUENCE) return false;
  if (terminal_now() - sequence.last > PATIENCE) {
    terminal_forget_sequence();
    return false;
  }
  int byte;
  while ((byte = getch()) != ERR) {
    sequence.last = terminal_now();
    step result = step_sequence(byte, event);
    if (result == MORE) continue;
    terminal_forget_sequence();
    return result == ENDED;
  }
  event->kind = TERMINAL_NOTHING;
  return true;
}
