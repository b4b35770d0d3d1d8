// Gives the terminal back when the program faults. Nothing here allocates or locks: it runs in
// signal handlers.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };
enum { stack_size = 64 * 1024, stuck_seconds = 3 };

static struct sigaction earlier[fatal_count];
static struct sigaction earlier_alarm;
static struct termios settings;
static bool has_settings;
static char reset_bytes[512];
static size_t reset_size;
static char notice_bytes[1024];
static size_t notice_size;
static atomic_bool armed;
static atomic_int captured_error = -1;
static atomic_int real_error = -1;
static void *own_stack;
static stack_t earlier_stack;

static void put(int descriptor, const char *bytes, size_t size) {
  while (size > 0) {
    ssize_t written = write(descriptor, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    size -= (size_t)written;
  }
}

// SIGTTOU would stop a background process here; the settings matter more.
static void give_back(void) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  put(STDOUT_FILENO, reset_bytes, reset_size);
  if (has_settings) tcsetattr(STDIN_FILENO, TCSANOW, &settings);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

// The runtime's last words ("Fatal error: ...") went to the file that stands in for standard error.
static void show_captured_error(void) {
  int captured = atomic_load(&captured_error), real = atomic_load(&real_error);
  if (captured < 0 || real < 0) return;
  char last[2048];
  off_t end = lseek(captured, 0, SEEK_END);
  off_t start = end > (off_t)sizeof last ? end - (off_t)sizeof last : 0;
  ssize_t size = pread(captured, last, sizeof last, start);
  dup2(real, STDERR_FILENO);
  for (ssize_t i = 0; i < size; i++) {
    unsigned char byte = (unsigned char)last[i];
    if ((byte < 32 && byte != '\n') || byte > 126) last[i] = '?';
  }
  if (size > 0) put(STDERR_FILENO, last, (size_t)size);
}

static void put_earlier_back(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &earlier[i], NULL);
}

static void on_fault(int number, siginfo_t *info, void *context) {
  (void)context;
  int saved = errno;
  if (atomic_exchange(&armed, false)) {
    give_back();
    put(STDOUT_FILENO, notice_bytes, notice_size);
    show_captured_error();
  }
  put_earlier_back();
  errno = saved;
  // Sent by somebody else: no fault of ours to report, and the earlier handler, which expects the
  // fault to happen again, would let us live on without a terminal.
  if (info->si_code == SI_USER && info->si_pid != getpid()) signal(number, SIG_DFL);
  // The faulting instruction runs again and faults for the earlier handler, in its own frame. What
  // was sent (abort, kill) does not repeat by itself, nor does a breakpoint on x86, which is
  // already behind us.
  bool repeats = info->si_code > 0 && number != SIGABRT;
#if defined(__x86_64__) || defined(__i386__)
  repeats = repeats && number != SIGTRAP;
#endif
  if (!repeats) raise(number);
}

static void on_stuck(int number) {
  int saved = errno;
  sigset_t waiting;
  if (sigpending(&waiting) == 0) {
    int reason = sigismember(&waiting, SIGTERM) ? SIGTERM
                 : sigismember(&waiting, SIGHUP) ? SIGHUP
                                                 : 0;
    if (reason != 0 && atomic_exchange(&armed, false)) {
      // Room is what the terminal lacks: drop what it has not taken, and do not wait for it again.
      tcflush(STDOUT_FILENO, TCOFLUSH);
      int flags = fcntl(STDOUT_FILENO, F_GETFL);
      fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
      give_back();
      fcntl(STDOUT_FILENO, F_SETFL, flags);
      _exit(128 + reason);
    }
  }
  (void)number;
  alarm(stuck_seconds);
  errno = saved;
}

bool cterm_guard_arm(const char *reset, const char *notice) {
  has_settings = tcgetattr(STDIN_FILENO, &settings) == 0;
  reset_size = strnlen(reset, sizeof reset_bytes);
  memcpy(reset_bytes, reset, reset_size);
  notice_size = strnlen(notice, sizeof notice_bytes);
  memcpy(notice_bytes, notice, notice_size);

  // A stack overflow leaves no room to run a handler on; the runtime's own stack is kept when it
  // has one.
  if (sigaltstack(NULL, &earlier_stack) == 0 && (earlier_stack.ss_flags & SS_DISABLE)) {
    own_stack = mmap(
        NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (own_stack != MAP_FAILED) {
      stack_t stack = {.ss_sp = own_stack, .ss_size = stack_size};
      sigaltstack(&stack, NULL);
    } else {
      own_stack = NULL;
    }
  }

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_ONSTACK | SA_SIGINFO;
  sigfillset(&action.sa_mask);
  // Whoever started us may have had them blocked, and a mask is inherited.
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < fatal_count; i++) sigaddset(&ours, fatal[i]);
  sigaddset(&ours, SIGALRM);
  if (pthread_sigmask(SIG_UNBLOCK, &ours, NULL) != 0) return false;
  for (int i = 0; i < fatal_count; i++) {
    if (sigaction(fatal[i], &action, &earlier[i]) != 0) return false;
  }
  action.sa_handler = on_stuck;
  action.sa_flags = SA_ONSTACK | SA_RESTART;
  if (sigaction(SIGALRM, &action, &earlier_alarm) != 0) return false;
  atomic_store(&armed, true);
  return true;
}

void cterm_guard_disarm(void) {
  alarm(0);
  if (!atomic_exchange(&armed, false)) return;
  put_earlier_back();
  sigaction(SIGALRM, &earlier_alarm, NULL);
  if (own_stack) {
    stack_t stack = {.ss_flags = SS_DISABLE};
    sigaltstack(&stack, NULL);
    munmap(own_stack, stack_size);
    own_stack = NULL;
  }
}

void cterm_guard_standard_error(int32_t captured, int32_t real) {
  atomic_store(&captured_error, captured);
  atomic_store(&real_error, real);
}

void cterm_guard_drawing_begins(void) { alarm(stuck_seconds); }

void cterm_guard_drawing_ends(void) { alarm(0); }
