/* Shared by the C files alone. */
#ifndef CTERMINAL_PRIVATE_H
#define CTERMINAL_PRIVATE_H

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CTerminal.h"

extern int terminal_input, terminal_output;
extern bool terminal_has_color;

/* A clock for waiting: milliseconds from no particular time. */
int64_t terminal_now(void);

void terminal_define_keys(void);
/* The code of a key by the end of its sequence; 0 where that is no key. */
int terminal_code(char final, int number, int modifier);
terminal_event terminal_event_of(int code);

typedef enum terminal_sequence {
  TERMINAL_NO_SEQUENCE = 0,
  TERMINAL_CONTROL,   /* after ESC [ */
  TERMINAL_OLD_MOUSE, /* after ESC [ M */
  TERMINAL_COMMAND,   /* after ESC ] */
  TERMINAL_STRING,    /* after ESC P, ESC _ or ESC ^ */
} terminal_sequence;

void terminal_begin_sequence(terminal_sequence kind);
/* Reads on in the sequence begun; false where there is none, or none any more. */
bool terminal_read_sequence(terminal_event *event);
void terminal_forget_sequence(void);

/* Bytes of our own, past ncurses: its putp goes through stdout, which need not be where the screen is. */
void terminal_send(const char *bytes, size_t length);
/* A string of terminfo. */
void terminal_send_capability(const char *capability);
bool terminal_open_frames(int output);
void terminal_close_frames(void);
/* Between the two, what ncurses writes is kept; then it is sent in one write. */
bool terminal_hold(void);
void terminal_release(void);

void terminal_begin_paste(void);
bool terminal_is_pasting(void);
/* Reads on; true at the end of the paste, false where more has to come. */
bool terminal_read_paste(void);
void terminal_forget_paste(void);
/* Nothing that was asked for is still to come. */
void terminal_note_answer(void);
bool terminal_is_readable(int milliseconds);

/* The entry of terminfo for a terminal: its own, else that of a relative; NULL where none is usable. */
const char *terminal_find_entry(const char *term, bool (*is_usable)(const char *name));

/* Notes how the terminal is now, and afterwards which bytes undo what is done to it. */
void terminal_note_modes(int input);
void terminal_note_undo(void);
void terminal_undo_forgotten(void);
void terminal_forget_signals(void);

#endif
