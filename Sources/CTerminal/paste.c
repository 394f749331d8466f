#include "private.h"

#include "CTerminal.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is being pasted, kept across calls: the end may come in a later packet than the start. */
static char *paste;
static size_t paste_length, paste_size;
static bool is_pasting;

bool terminal_is_readable(int milliseconds) {
  struct pollfd poller = {.fd = terminal_input, .events = POLLIN};
  return poll(&poller, 1, milliseconds) > 0 && poller.revents & POLLIN;
}

bool terminal_is_pasting(void) { return is_pasting; }

void terminal_begin_paste(void) {
  paste_length = 0;
  is_pasting = true;
}

void terminal_forget_paste(void) {
  free(paste);
  paste = NULL;
  paste_length = paste_size = 0;
  is_pasting = false;
}

const char *terminal_paste(size_t *length) {
  *length = paste_length;
  return paste;
}

static void keep(char byte) {
  if (paste_length == paste_size) {
    size_t size = paste_size ? paste_size * 2 : 4096;
    char *larger = realloc(paste, size);
    if (!larger) return;
    paste = larger;
    paste_size = size;
  }
  paste[paste_length++] = byte;
}

/* Read past ncurses, which has nothing buffered once it has seen the start: pasted bytes are never keys. */
bool terminal_read_paste(void) {
  static const char end[] = "\033[201~";
  const size_t end_length = sizeof end - 1;
  char byte;
  while (terminal_is_readable(0) && read(terminal_input, &byte, 1) == 1) {
    keep(byte);
    if (byte == '~' && paste_length >= end_length && memcmp(paste + paste_length - end_length, end, end_length) == 0) {
      paste_length -= end_length;
      is_pasting = false;
      return true;
    }
  }
  return false;
}
