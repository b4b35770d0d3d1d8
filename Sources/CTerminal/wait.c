// Waiting for keys, other threads' messages and signals at once, without a handler in the middle of
// drawing.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

static sigset_t earlier_mask;
static struct sigaction earlier_pipe;
static bool has_earlier;

int32_t cterm_wake_create(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cterm_wake_signal(int32_t bell) {
  uint64_t one = 1;
  while (write(bell, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void cterm_wake_drain(int32_t bell) {
  uint64_t count;
  while (read(bell, &count, sizeof count) < 0 && errno == EINTR) {
  }
}

static void fill(sigset_t *set) {
  sigemptyset(set);
  const int read_ones[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof read_ones / sizeof read_ones[0]; i++) sigaddset(set, read_ones[i]);
}

int32_t cterm_signals_open(void) {
  sigset_t set;
  fill(&set);
  if (pthread_sigmask(SIG_BLOCK, &set, &earlier_mask) != 0) return -1;
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &earlier_pipe);
  has_earlier = true;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

void cterm_signals_close(int32_t signals) {
  if (signals >= 0) close(signals);
  if (!has_earlier) return;
  has_earlier = false;
  sigaction(SIGPIPE, &earlier_pipe, NULL);
  pthread_sigmask(SIG_SETMASK, &earlier_mask, NULL);
}

int32_t cterm_signals_next(int32_t signals) {
  struct signalfd_siginfo info;
  ssize_t size;
  do {
    size = read(signals, &info, sizeof info);
  } while (size < 0 && errno == EINTR);
  return size == sizeof info ? (int32_t)info.ssi_signo : 0;
}

int32_t cterm_wait(
    int32_t input, int32_t bell, int32_t signals, int32_t output, bool wants_output,
    int32_t milliseconds) {
  struct pollfd polled[4] = {
      {.fd = input, .events = POLLIN},
      {.fd = bell, .events = POLLIN},
      {.fd = signals, .events = POLLIN},
      {.fd = wants_output ? output : -1, .events = POLLOUT},
  };
  int count = poll(polled, 4, milliseconds);
  if (count <= 0) return 0;
  int32_t found = 0;
  if (polled[0].revents & POLLIN) found |= CTERM_INPUT;
  if (polled[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CTERM_HANGUP;
  if (polled[1].revents & POLLIN) found |= CTERM_BELL;
  if (polled[2].revents & POLLIN) found |= CTERM_SIGNAL;
  if (polled[3].revents & POLLOUT) found |= CTERM_OUTPUT;
  if (polled[3].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= CTERM_OUTPUT_LOST;
  return found;
}

int64_t cterm_read(int32_t input, uint8_t *bytes, size_t size) {
  ssize_t count;
  do {
    count = read(input, bytes, size);
  } while (count < 0 && errno == EINTR);
  if (count > 0) return count;
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return 0;
  return -1;
}

bool cterm_write(int32_t output, const uint8_t *bytes, size_t size) {
  while (size > 0) {
    ssize_t written = write(output, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= (size_t)written;
  }
  return true;
}

bool cterm_size(int32_t output, int32_t *columns, int32_t *rows) {
  struct winsize size;
  if (ioctl(output, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

void cterm_stop_group(void) {
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  struct sigaction usual = {.sa_handler = SIG_DFL}, earlier;
  sigaction(SIGTSTP, &usual, &earlier);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &before);  // stops here, and goes on from here
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(SIGTSTP, &earlier, NULL);
}

void cterm_discard_input(int32_t input) { tcflush(input, TCIFLUSH); }
