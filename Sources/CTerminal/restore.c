#include "private.h"

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

/* What a handler needs, gathered beforehand: a handler may call little more than write and tcsetattr. */
static struct termios modes_before;
static int modes_descriptor = -1;
static int undo_descriptor = -1;
static char undo[512];
static size_t undo_length;
static volatile sig_atomic_t is_taken;

static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGQUIT};
/* In the order of terminal_signal. */
static const int notices[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
enum { FAULTS = sizeof faults / sizeof *faults, NOTICES = sizeof notices / sizeof *notices };

static struct sigaction faults_before[FAULTS], notices_before[NOTICES];
static int signal_pipe[2] = {-1, -1};
static void *handler_stack;

void terminal_note_modes(int input) {
  modes_descriptor = tcgetattr(input, &modes_before) == 0 ? input : -1;
}

/* Copies a string of terminfo without its padding, which asks for a pause no handler can make; how long it is. */
static size_t copy_unpadded(char *to, size_t size, const char *text) {
  if (!text || text == (const char *)-1) return 0;
  size_t length = 0;
  while (*text && length < size) {
    if (text[0] == '$' && text[1] == '<') {
      const char *end = strchr(text, '>');
      if (end) {
        text = end + 1;
        continue;
      }
    }
    to[length++] = *text++;
  }
  return length;
}

void terminal_send_capability(const char *capability) {
  char bytes[64];
  terminal_send(bytes, copy_unpadded(bytes, sizeof bytes, capability));
}

static void add(const char *text) { undo_length += copy_unpadded(undo + undo_length, sizeof undo - undo_length, text); }

void terminal_note_undo(void) {
  undo_length = 0;
  /* The reports of mouse, ground, focus and paste, then keypad, attributes, scrolling region, cursor, and the screen of
     before. */
  add("\033[?1006l\033[?1002l\033[?1000l\033[?2031l\033[?1004l\033[?2004l");
  add(keypad_local);
  add(exit_attribute_mode);
  add(orig_pair);
  add(cursor_normal);
  if (change_scroll_region) add("\033[r");
  if (exit_ca_mode) {
    add(exit_ca_mode);
  } else {
    /* Without a screen of before, what follows goes below this one: the row is past the last, where it stops. */
    add(tparm(cursor_address, 998, 0, 0, 0, 0, 0, 0, 0, 0));
    add(clr_eol);
  }
  add("\r\n");
  undo_descriptor = terminal_output;
  is_taken = 1;
}

void terminal_undo_forgotten(void) { is_taken = 0; }

static void put_back(void) {
  if (!is_taken) return;
  is_taken = 0;
  for (size_t done = 0; done < undo_length;) {
    ssize_t written = write(undo_descriptor, undo + done, undo_length - done);
    if (written <= 0) break;
    done += (size_t)written;
  }
  if (modes_descriptor >= 0) tcsetattr(modes_descriptor, TCSANOW, &modes_before);
}

static void on_fault(int number) {
  put_back();
  static const char words[] = "The program stopped at a fault of its own; the terminal is as it was before.\r\n";
  ssize_t ignored = write(STDERR_FILENO, words, sizeof words - 1);
  (void)ignored;
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(number, &standard, NULL);
  raise(number);
}

static void on_notice(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t ignored = write(signal_pipe[1], &byte, 1);
  (void)ignored;
  errno = before;
}

bool terminal_watch_signals(void) {
  if (signal_pipe[0] >= 0) return true;
  if (pipe2(signal_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  const size_t stack_size = 64 * 1024;
  handler_stack = malloc(stack_size);
  if (handler_stack) {
    /* A stack overflow leaves no stack for the handler to run on. */
    stack_t stack = {.ss_sp = handler_stack, .ss_size = stack_size};
    sigaltstack(&stack, NULL);
  }
  struct sigaction fault = {.sa_handler = on_fault, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&fault.sa_mask);
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i], &fault, &faults_before[i]);
  struct sigaction notice = {.sa_handler = on_notice, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigemptyset(&notice.sa_mask);
  for (int i = 0; i < NOTICES; i++) sigaction(notices[i], &notice, &notices_before[i]);
  return true;
}

void terminal_forget_signals(void) {
  if (signal_pipe[0] < 0) return;
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i], &faults_before[i], NULL);
  for (int i = 0; i < NOTICES; i++) sigaction(notices[i], &notices_before[i], NULL);
  close(signal_pipe[0]);
  close(signal_pipe[1]);
  signal_pipe[0] = signal_pipe[1] = -1;
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  free(handler_stack);
  handler_stack = NULL;
}

terminal_signal terminal_next_signal(void) {
  unsigned char byte;
  while (signal_pipe[0] >= 0 && read(signal_pipe[0], &byte, 1) == 1)
    for (int i = 0; i < NOTICES; i++)
      if (notices[i] == byte) return (terminal_signal)(i + 1);
  return TERMINAL_SIGNAL_NONE;
}

int terminal_wait(const int *others, int count, int milliseconds) {
  struct pollfd pollers[8] = {
    {.fd = terminal_input, .events = POLLIN},
    {.fd = signal_pipe[0], .events = POLLIN},
  };
  if (count > 6) count = 6;
  for (int i = 0; i < count; i++) pollers[2 + i] = (struct pollfd){.fd = others[i], .events = POLLIN};
  if (poll(pollers, (nfds_t)(2 + count), milliseconds) <= 0) return 0;
  int woke = 0;
  if (pollers[0].revents & POLLIN) woke |= TERMINAL_WOKE_INPUT;
  if (pollers[0].revents & (POLLHUP | POLLERR | POLLNVAL)) woke |= TERMINAL_WOKE_HANGUP;
  if (pollers[1].revents & POLLIN) woke |= TERMINAL_WOKE_SIGNAL;
  for (int i = 0; i < count; i++)
    if (pollers[2 + i].revents & POLLIN) woke |= TERMINAL_WOKE_OTHER;
  return woke;
}
