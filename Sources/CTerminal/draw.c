#include "private.h"

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

bool terminal_has_color;

/* A file in memory that takes the bytes of a frame, the buffer they are sent from, and the descriptor that ncurses
   writes to. */
static int frame_file = -1, frame_output = -1;
static char *frame_bytes;
static size_t frame_size;

bool terminal_open_frames(int output) {
  frame_output = output;
  frame_file = memfd_create("frame", MFD_CLOEXEC);
  return frame_file >= 0;
}

void terminal_close_frames(void) {
  if (frame_file >= 0) close(frame_file);
  free(frame_bytes);
  frame_file = frame_output = -1;
  frame_bytes = NULL;
  frame_size = 0;
}

void terminal_send(const char *bytes, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t written = write(terminal_output, bytes + done, length - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    done += (size_t)written;
  }
}

int terminal_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int terminal_width_in_unicode(uint32_t scalar) {
  static locale_t unicode;
  if (!unicode) unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (!unicode) return -1;
  locale_t before = uselocale(unicode);
  int width = terminal_width(scalar);
  uselocale(before);
  return width;
}

int16_t terminal_pair(int foreground, int background) {
  if (!terminal_has_color) return 0;
  int pair = alloc_pair(foreground < COLORS ? foreground : -1, background < COLORS ? background : -1);
  return pair < 0 ? 0 : (int16_t)pair;
}

static const attr_t attribute_bits[] = {A_BOLD, A_DIM, A_UNDERLINE, A_REVERSE, A_ITALIC};

void terminal_put(int x, int y, const terminal_cell *cells, int count) {
  mbstate_t state;
  for (int i = 0; i < count; i++) {
    const terminal_cell *cell = &cells[i];
    if (cell->width == 0) continue;
    wchar_t text[CCHARW_MAX + 1];
    int length = 0;
    memset(&state, 0, sizeof state);
    for (size_t at = 0; at < sizeof cell->text && cell->text[at] && length < CCHARW_MAX;) {
      wchar_t scalar;
      size_t taken = mbrtowc(&scalar, cell->text + at, sizeof cell->text - at, &state);
      if (taken == 0 || taken > sizeof cell->text) break;
      /* A mark that this C library counts otherwise would move the rest of the row. */
      if (length == 0 || terminal_width((uint32_t)scalar) == 0) text[length++] = scalar;
      at += taken;
    }
    bool agrees = length > 0 && terminal_width((uint32_t)text[0]) == cell->width;
    if (!agrees) {
      text[0] = L'?';
      length = 1;
    }
    text[length] = 0;
    attr_t attributes = 0;
    for (int bit = 0; bit < 5; bit++)
      if (cell->attributes & 1 << bit) attributes |= attribute_bits[bit];
    int pair = cell->pair;
    cchar_t drawn;
    if (setcchar(&drawn, text, attributes, 0, &pair) != OK) continue;
    mvadd_wchnstr(y, x + i, &drawn, 1);
    if (!agrees && cell->width == 2) mvadd_wchnstr(y, x + i + 1, &drawn, 1);
  }
}

static void paint(int x, int y) {
  curs_set(x < 0 ? 0 : 1);
  move(x < 0 ? 0 : y, x < 0 ? 0 : x);
  wnoutrefresh(stdscr);
  doupdate();
}

/* ncurses writes whenever its buffer of a screenful of plain letters is full, and once more for the cursor's
   visibility: a frame in colour would come in pieces. So it writes into memory, and the terminal gets all of it at
   once. */
bool terminal_hold(void) { return dup3(frame_file, frame_output, O_CLOEXEC) >= 0; }

/* On entering, ncurses sets the palette to the standard one, though it has changed none of it: that would undo what the
   user has made of it. */
static size_t without_palette(char *bytes, size_t length) {
  const char *palette = orig_colors;
  if (!palette || palette == (const char *)-1 || !*palette) return length;
  const size_t size = strlen(palette);
  for (char *at; (at = memmem(bytes, length, palette, size));) {
    length -= size;
    memmove(at, at + size, length - (size_t)(at - bytes));
  }
  return length;
}

void terminal_release(void) {
  dup3(terminal_output, frame_output, O_CLOEXEC);
  off_t length = lseek(frame_file, 0, SEEK_CUR);
  if (length <= 0) return;
  if ((size_t)length > frame_size) {
    free(frame_bytes);
    frame_bytes = malloc((size_t)length * 2);
    frame_size = frame_bytes ? (size_t)length * 2 : 0;
  }
  ssize_t held = frame_bytes ? pread(frame_file, frame_bytes, (size_t)length, 0) : 0;
  lseek(frame_file, 0, SEEK_SET);
  /* Where memory is short the frame is lost, and the next one has to paint all of it. */
  if (held == length)
    terminal_send(frame_bytes, without_palette(frame_bytes, (size_t)held));
  else
    terminal_repaint();
}

void terminal_flush(int x, int y) {
  bool is_held = terminal_hold();
  paint(x, y);
  if (is_held) terminal_release();
}

int terminal_read_cell(int x, int y, char *text, size_t size, uint8_t *attributes) {
  cchar_t cell;
  wchar_t scalars[CCHARW_MAX + 1];
  attr_t bits;
  short pair;
  int wide_pair = 0;
  if (size == 0 || mvin_wch(y, x, &cell) != OK) return -1;
  if (getcchar(&cell, scalars, &bits, &pair, &wide_pair) != OK) return -1;
  size_t length = wcstombs(text, scalars, size - 1);
  text[length == (size_t)-1 ? 0 : length] = 0;
  *attributes = 0;
  for (int bit = 0; bit < 5; bit++)
    if (bits & attribute_bits[bit]) *attributes |= (uint8_t)(1 << bit);
  return wide_pair;
}
