#include "private.h"

#include "CTerminal.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

int terminal_input = -1, terminal_output = -1;

static SCREEN *screen;
static FILE *input_file, *output_file;
static bool is_live, wants_mouse;
static char used_name[64];

/* Pastes in brackets, the keyboard's coming and going, the change to a light or dark ground; terminals pass over what
   they do not know of them. What is switched on here, the undo of restore.c switches off. */
static const char modes_on[] = "\033[?2004h\033[?1004h\033[?2031h";
static const char modes_off[] = "\033[?2031l\033[?1004l\033[?2004l";
/* Buttons, and movement while one is held, in numbers of any size. */
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

/* When the background was last asked for without an answer, by terminal_now; 0 where nothing is open. */
static int64_t asked;

static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  if (terminal_is_utf8()) return;
  /* A locale that is named but not installed leaves plain ASCII behind; the name still says what the terminal shows. */
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  for (int i = 0; i < 3; i++) {
    if (!names[i] || !*names[i]) continue;
    if (strcasestr(names[i], "utf-8") || strcasestr(names[i], "utf8")) setlocale(LC_CTYPE, "C.UTF-8");
    return;
  }
}

bool terminal_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool open_entry(const char *name) {
  int status = 0;
  /* Asked first, because newterm exits the process on some of what it cannot use. */
  if (setupterm(name, fileno(output_file), &status) != OK) return false;
  del_curterm(cur_term);
  screen = newterm(name, output_file, input_file);
  if (screen) snprintf(used_name, sizeof used_name, "%s", name);
  return screen;
}

static void take_modes(void) {
  cbreak();
  noecho();
  nonl();
  /* Ctrl-S, Ctrl-Q, Ctrl-V, Ctrl-O and Ctrl-\ are keys like others; Ctrl-C and Ctrl-Z stay signals, and no typed key is
     thrown away for them. */
  struct termios modes;
  if (tcgetattr(terminal_output, &modes) == 0) {
    modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF | INLCR | ICRNL | IGNCR);
    modes.c_lflag &= ~(tcflag_t)IEXTEN;
    modes.c_lflag |= NOFLSH;
    modes.c_cc[VQUIT] = _POSIX_VDISABLE;
    tcsetattr(terminal_output, TCSADRAIN, &modes);
  }
  def_prog_mode();
}

/* The files are ncurses' own, so that a flush can point them elsewhere. */
static bool open_files(void) {
  input_file = fdopen(dup(terminal_input), "r");
  output_file = fdopen(dup(terminal_output), "w");
  return input_file && output_file && terminal_open_frames(fileno(output_file));
}

static void close_files(void) {
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  input_file = output_file = NULL;
  terminal_close_frames();
  if (!is_live) {
    close(terminal_input);
    close(terminal_output);
  }
  terminal_input = terminal_output = -1;
}

static terminal_start_result begin(const char *term, bool color) {
  /* These would stand for ever, while the terminal's size changes. */
  unsetenv("LINES");
  unsetenv("COLUMNS");
  terminal_note_modes(terminal_input);
  if (!open_files() || !terminal_find_entry(term, open_entry)) {
    close_files();
    return TERMINAL_UNKNOWN;
  }
  /* Until the screen has been through endwin once, ncurses writes at every movement of the cursor. */
  endwin();
  set_escdelay(25);
  take_modes();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  /* Otherwise a key that comes while a frame is painted leaves half of it unpainted. */
  typeahead(-1);
  /* ncurses sees by the line's settings that eight bits can be read; where there is no line it is told. It would tell the
     terminal as well, and that would make letters of keys with Alt. */
  if (!is_live) meta(stdscr, TRUE);
  idlok(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  terminal_define_keys();
  /* NO_COLOR and a terminal without colour are the same to us: start_color would paint white on black. */
  terminal_has_color = color && has_colors();
  if (terminal_has_color) {
    start_color();
    use_default_colors();
  }
  terminal_note_undo();
  return TERMINAL_STARTED;
}

static void send(const char *bytes) { terminal_send(bytes, strlen(bytes)); }

static void enter(void) {
  send(modes_on);
  if (wants_mouse) send(mouse_on);
  /* Enters the other screen with what is known of it, so that all that follows is frames. */
  terminal_repaint();
  /* The line has its modes already, which ncurses could not set while it writes into memory. */
  bool is_held = terminal_hold();
  curs_set(1);
  refresh();
  if (is_held) terminal_release();
}

terminal_start_result terminal_start(const char *term, bool color) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return TERMINAL_NOT_A_TTY;
  if (!term || !*term || strcmp(term, "dumb") == 0) return TERMINAL_DUMB;
  choose_locale();
  is_live = true;
  terminal_input = STDIN_FILENO;
  terminal_output = STDOUT_FILENO;
  terminal_start_result result = begin(term, color);
  if (result != TERMINAL_STARTED) return result;
  int width, height;
  terminal_size(&width, &height);
  resizeterm(height, width);
  enter();
  return TERMINAL_STARTED;
}

terminal_start_result terminal_start_on(
  const char *term, bool color, int input, int output, int width, int height
) {
  setlocale(LC_CTYPE, "C.UTF-8");
  is_live = false;
  terminal_input = dup(input);
  terminal_output = dup(output);
  terminal_start_result result = begin(term, color);
  if (result != TERMINAL_STARTED) return result;
  resizeterm(height, width);
  enter();
  return TERMINAL_STARTED;
}

/* Reads on for a moment, because what comes after us is typed at the shell: a question asked just before the end may
   still be answered. An old one never will be. */
static void await_answer(void) {
  const int64_t start = terminal_now();
  if (asked == 0 || start - asked > 1000) return;
  for (int64_t now = start; asked != 0 && now < start + 100; now = terminal_now()) {
    if (!terminal_is_readable((int)(start + 100 - now))) break;
    while (terminal_next().kind != TERMINAL_NOTHING) {}
  }
  asked = 0;
}

static void leave(void) {
  await_answer();
  if (wants_mouse) send(mouse_off);
  send(modes_off);
  curs_set(1);
  endwin();
  /* Without a screen of before, the shell goes on in our last row. */
  if (!exit_ca_mode) terminal_send_capability(clr_eol);
}

void terminal_stop(void) {
  if (!screen) return;
  leave();
  terminal_undo_forgotten();
  terminal_forget_signals();
  terminal_forget_paste();
  terminal_forget_sequence();
  delscreen(screen);
  screen = NULL;
  close_files();
}

void terminal_suspend(void) {
  if (!screen) return;
  leave();
  struct sigaction standard = {.sa_handler = SIG_DFL}, stop_before, continue_before;
  sigaction(SIGTSTP, &standard, &stop_before);
  /* Noted, it would tell of a stop that nobody was ready for. */
  sigaction(SIGCONT, &standard, &continue_before);
  sigset_t mask, old;
  sigemptyset(&mask);
  sigaddset(&mask, SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &mask, &old);
  /* The whole job stops, or a shell script around the program would wait for ever. */
  kill(0, SIGTSTP);
  sigprocmask(SIG_SETMASK, &old, NULL);
  sigaction(SIGTSTP, &stop_before, NULL);
  sigaction(SIGCONT, &continue_before, NULL);
  terminal_continue();
}

void terminal_leave(void) {
  if (screen) leave();
}

void terminal_continue(void) {
  if (!screen) return;
  int width, height;
  terminal_size(&width, &height);
  resizeterm(height, width);
  /* A shell sets the modes to its own when a program is stopped. */
  reset_prog_mode();
  enter();
  /* While stopped nobody was told of another size. */
  raise(SIGWINCH);
}

const char *terminal_name(void) { return used_name; }

int terminal_colors(void) { return terminal_has_color ? COLORS : 0; }

void terminal_size(int *width, int *height) {
  struct winsize size;
  if (!is_live) {
    *width = COLS;
    *height = LINES;
  } else if (ioctl(terminal_output, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0) {
    *width = size.ws_col;
    *height = size.ws_row;
  } else {
    /* A serial line does not know its size: this is what every terminal once had. */
    *width = 80;
    *height = 24;
  }
}

void terminal_resize(int width, int height) {
  if (width > 0 && height > 0) resizeterm(height, width);
}

void terminal_repaint(void) { clearok(curscr, TRUE); }

void terminal_mouse(bool on) {
  wants_mouse = on;
  send(on ? mouse_on : mouse_off);
}

void terminal_ask_background(void) {
  send("\033]11;?\033\\");
  asked = terminal_now();
}

void terminal_note_answer(void) { asked = 0; }
