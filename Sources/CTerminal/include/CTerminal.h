/* The program's few calls on ncursesw, and the restore that works when the program no longer does.
   One terminal at a time, every call on one thread; nothing here names a WINDOW. */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One column of a row. `text` is UTF-8 of one character and its marks, ended by NUL where it is shorter than the
   array; `width` is 0 in the second column of a wide character. */
typedef struct terminal_cell {
  char text[12];
  uint8_t width;
  uint8_t attributes;
  int16_t pair;
} terminal_cell;

enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_REVERSE = 8,
  TERMINAL_ITALIC = 16,
};

typedef enum terminal_start_result {
  TERMINAL_STARTED = 0,
  TERMINAL_NOT_A_TTY,
  TERMINAL_DUMB,
  TERMINAL_UNKNOWN,
} terminal_start_result;

typedef enum terminal_event_kind {
  TERMINAL_NOTHING = 0,
  TERMINAL_CHARACTER, /* code: a Unicode scalar, as typed; controls as they came */
  TERMINAL_KEY,       /* code: terminal_key */
  TERMINAL_FUNCTION,  /* code: n of Fn */
  TERMINAL_PASTE,     /* terminal_paste gives the text */
  TERMINAL_FOCUS_IN,
  TERMINAL_FOCUS_OUT,
  TERMINAL_PRESS, /* code: button; x, y */
  TERMINAL_RELEASE,
  TERMINAL_DRAG,
  TERMINAL_WHEEL_UP,
  TERMINAL_WHEEL_DOWN,
  TERMINAL_TOLD,  /* terminal_command gives what the terminal told of itself: a colour, if it was asked for one */
  TERMINAL_DARK,  /* the terminal has changed to a dark or to a light ground */
  TERMINAL_LIGHT,
  TERMINAL_UNKNOWN_SEQUENCE,
} terminal_event_kind;

typedef enum terminal_key {
  TERMINAL_KEY_ESCAPE = 1,
  TERMINAL_KEY_UP,
  TERMINAL_KEY_DOWN,
  TERMINAL_KEY_RIGHT,
  TERMINAL_KEY_LEFT,
  TERMINAL_KEY_HOME,
  TERMINAL_KEY_END,
  TERMINAL_KEY_INSERT,
  TERMINAL_KEY_DELETE,
  TERMINAL_KEY_PAGE_UP,
  TERMINAL_KEY_PAGE_DOWN,
  TERMINAL_KEY_BACKSPACE,
  TERMINAL_KEY_ENTER,
  TERMINAL_KEY_BACK_TAB,
} terminal_key;

/* The bits of `modifiers`. */
enum { TERMINAL_SHIFT = 1, TERMINAL_ALT = 2, TERMINAL_CTRL = 4 };

typedef struct terminal_event {
  terminal_event_kind kind;
  uint32_t code;
  uint32_t modifiers;
  int x, y;
} terminal_event;

/* Starts on standard input and output. `term` is what TERM says; `color` is false under NO_COLOR. */
terminal_start_result terminal_start(const char *term, bool color);
/* Starts on two descriptors that need be no terminal, with a size given: for tests. They stay the caller's. */
terminal_start_result terminal_start_on(const char *term, bool color, int input, int output, int width, int height);
/* Gives the terminal back as it was. */
void terminal_stop(void);
/* Gives the terminal back, stops the process as Ctrl-Z does, and takes the terminal again once it is continued. */
void terminal_suspend(void);
/* Gives the terminal to another program; terminal_continue takes it back. */
void terminal_leave(void);
/* Takes the terminal again after a stop that gave no time to give it back. */
void terminal_continue(void);

/* The terminfo entry that a start would use for `term`, and the colours it promises; NULL where there is none. Starts
   nothing. */
const char *terminal_describe(const char *term, int *colors);

/* The terminfo entry in use; another one than asked for where that is unknown. */
const char *terminal_name(void);
/* The colours terminfo promises; 0 without colour. */
int terminal_colors(void);
/* Whether the locale, as the C library took it, is UTF-8. */
bool terminal_is_utf8(void);

/* The columns the C library counts for a scalar, which is what ncurses goes by; -1 where it knows none. */
int terminal_width(uint32_t scalar);
/* The same for a locale of UTF-8, whichever one is in use. */
int terminal_width_in_unicode(uint32_t scalar);

/* The size the terminal has now, and telling ncurses of it. */
void terminal_size(int *width, int *height);
void terminal_resize(int width, int height);
/* Forgets what is on the screen, so that the next flush paints all of it. */
void terminal_repaint(void);

/* The pair of two colours, -1 being the terminal's own; 0 where there is none to be had. */
int16_t terminal_pair(int foreground, int background);
void terminal_put(int x, int y, const terminal_cell *cells, int count);
/* Brings the screen up to date in one write, the cursor at x, y, or hidden where x is negative. */
void terminal_flush(int x, int y);
/* What ncurses holds for a cell: its text in at most `size` bytes with the NUL, and its attributes. */
int terminal_read_cell(int x, int y, char *text, size_t size, uint8_t *attributes);

/* The next event of those that have come; never waits longer than an escape sequence takes to begin. */
terminal_event terminal_next(void);
/* The text of the last paste, valid until the next event. */
const char *terminal_paste(size_t *length);
/* The text of the last operating system command, valid until the next event. */
const char *terminal_command(size_t *length);
/* Whether the terminal reports its buttons, and the movement while one is held. */
void terminal_mouse(bool on);
/* Asks for the colour of the background, which TERMINAL_TOLD tells, sooner or later or never. */
void terminal_ask_background(void);

typedef enum terminal_signal {
  TERMINAL_SIGNAL_NONE = 0,
  TERMINAL_SIGNAL_TERMINATE,
  TERMINAL_SIGNAL_HANGUP,
  TERMINAL_SIGNAL_INTERRUPT,
  TERMINAL_SIGNAL_RESIZE,
  TERMINAL_SIGNAL_STOP,
  TERMINAL_SIGNAL_CONTINUE,
} terminal_signal;

/* From this call on the six signals above are noted instead of obeyed, and a fault gives the terminal back before the
   process dies of it. False where the system gives no pipe. */
bool terminal_watch_signals(void);
/* The next signal noted. */
terminal_signal terminal_next_signal(void);

enum { TERMINAL_WOKE_INPUT = 1, TERMINAL_WOKE_SIGNAL = 2, TERMINAL_WOKE_OTHER = 4, TERMINAL_WOKE_HANGUP = 8 };
/* Waits for input, a signal, or any of the others (at most 6, -1 for none) to be readable; milliseconds, -1 for ever.
   The bits of those that are. */
int terminal_wait(const int *others, int count, int milliseconds);

#endif
