/* Shared by the C files alone. */
#ifndef CTERMINAL_PRIVATE_H
#define CTERMINAL_PRIVATE_H

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>

extern int terminal_input, terminal_output;
extern bool terminal_has_color;

void terminal_define_keys(void);

/* Bytes of our own, past ncurses: its putp goes through stdout, which need not be where the screen is. */
void terminal_send(const char *bytes, size_t length);
bool terminal_open_frames(int output);
void terminal_close_frames(void);

void terminal_begin_paste(void);
bool terminal_is_pasting(void);
/* Reads on; true at the end of the paste, false where more has to come. */
bool terminal_read_paste(void);
void terminal_forget_paste(void);
bool terminal_is_readable(int milliseconds);

/* Notes how the terminal is now, and afterwards which bytes undo what is done to it. */
void terminal_note_modes(int input);
void terminal_note_undo(void);
void terminal_undo_forgotten(void);
void terminal_forget_signals(void);

#endif
