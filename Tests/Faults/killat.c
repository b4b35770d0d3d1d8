// A preloaded library that lets the disk fail, or the process die, at a chosen call.
//
// README. It counts write, pwrite, ftruncate, fsync, fdatasync and rename of files whose path holds a
// given text, and at the K-th of them does what DOCKET_FAULT says:
//   kill:K      the process dies (SIGKILL) instead of the call
//   tear:K      as kill, but half of the bytes of a write are written first
//   enospc:K    a write or ftruncate fails, as on a full disk
//   eio:K       the call fails, as on a broken disk
//   short:K     a write writes half and says so, which is not an error
//   syncfail:K  the K-th fsync or fdatasync (counted by themselves) fails with EIO
// A plus behind K means "and every one after it". DOCKET_FAULT_PATH is the text that the path must
// hold (default: ".office"). DOCKET_FAULT_REPORT names a file that gets "calls N syncs M" when the
// process ends well; a run without DOCKET_FAULT so tells how many K there are to try.
//   cc -O2 -Wall -Wextra -shared -fPIC -o killat.so killat.c -ldl
//   LD_PRELOAD=./killat.so DOCKET_FAULT=kill:7 docket import remittance.835
// What is written through a mapping (SQLite's -shm file) is not seen, nor needed after a crash.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum fault { NONE, KILL, TEAR, ENOSPACE, IO, SHORT, SYNC };

static enum fault fault = NONE;
static long chosen = 0;
static int and_after = 0;
static const char *wanted = ".office";
static const char *report = NULL;
static atomic_long calls = 0;
static atomic_long syncs = 0;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwrite64)(int, const void *, size_t, off64_t);
static int (*real_rename)(const char *, const char *);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_ftruncate64)(int, off64_t);

static void find_all(void) {
  if (real_ftruncate64) return;
  *(void **)&real_write = dlsym(RTLD_NEXT, "write");
  *(void **)&real_writev = dlsym(RTLD_NEXT, "writev");
  *(void **)&real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  *(void **)&real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
  *(void **)&real_rename = dlsym(RTLD_NEXT, "rename");
  *(void **)&real_fsync = dlsym(RTLD_NEXT, "fsync");
  *(void **)&real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  *(void **)&real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  *(void **)&real_ftruncate64 = dlsym(RTLD_NEXT, "ftruncate64");
}

__attribute__((constructor)) static void begin(void) {
  find_all();
  const char *path = getenv("DOCKET_FAULT_PATH");
  if (path && *path) wanted = path;
  report = getenv("DOCKET_FAULT_REPORT");
  const char *order = getenv("DOCKET_FAULT");
  if (!order || !*order) return;
  static const struct {
    const char *name;
    enum fault fault;
  } names[] = {{"kill:", KILL},    {"tear:", TEAR},   {"enospc:", ENOSPACE},
               {"eio:", IO},       {"short:", SHORT}, {"syncfail:", SYNC}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    size_t length = strlen(names[i].name);
    if (strncmp(order, names[i].name, length)) continue;
    char *end;
    chosen = strtol(order + length, &end, 10);
    and_after = *end == '+';
    if (chosen > 0 && end[and_after] == 0) {
      fault = names[i].fault;
      return;
    }
  }
  fprintf(stderr, "killat: DOCKET_FAULT=%s is not known; see the head of killat.c\n", order);
  _exit(125);
}

__attribute__((destructor)) static void end(void) {
  if (!report) return;
  char line[80];
  int length = snprintf(
      line, sizeof line, "calls %ld syncs %ld\n", atomic_load(&calls), atomic_load(&syncs));
  int file = open(report, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return;
  if (real_write(file, line, (size_t)length) != length) unlink(report);
  close(file);
}

// Whether the descriptor's path holds the wanted text. Leaves errno alone.
static int is_watched(int descriptor) {
  int before = errno;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = before;
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, wanted) != NULL;
}

static int is_chosen(long number) {
  return and_after ? number >= chosen : number == chosen;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Counts one call on a file that is watched and says which fault it meets.
static enum fault count(int is_sync) {
  long call = atomic_fetch_add(&calls, 1) + 1;
  long sync = is_sync ? atomic_fetch_add(&syncs, 1) + 1 : 0;
  if (fault == SYNC) return is_sync && is_chosen(sync) ? SYNC : NONE;
  if (fault == NONE || !is_chosen(call)) return NONE;
  if (fault == KILL) die();
  return fault;
}

// The same for a call on a descriptor.
static enum fault meet(int descriptor, int is_sync) {
  find_all();
  return is_watched(descriptor) ? count(is_sync) : NONE;
}

// What a fault leaves of a write of `count` bytes: how many to write, or -1 with errno set.
static ssize_t left_of(enum fault met, size_t count) {
  switch (met) {
    case ENOSPACE: errno = ENOSPC; return -1;
    case IO: errno = EIO; return -1;
    case SHORT: return count > 1 ? (ssize_t)(count / 2) : (ssize_t)count;
    case TEAR: return (ssize_t)(count / 2);
    default: return (ssize_t)count;
  }
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  enum fault met = meet(descriptor, 0);
  ssize_t left = left_of(met, count);
  ssize_t done = left < 0 ? -1 : real_write(descriptor, bytes, (size_t)left);
  if (met == TEAR) die();
  return done;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  enum fault met = meet(descriptor, 0);
  ssize_t left = left_of(met, count);
  ssize_t done = left < 0 ? -1 : real_pwrite(descriptor, bytes, (size_t)left, offset);
  if (met == TEAR) die();
  return done;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  enum fault met = meet(descriptor, 0);
  ssize_t left = left_of(met, count);
  ssize_t done = left < 0 ? -1 : real_pwrite64(descriptor, bytes, (size_t)left, offset);
  if (met == TEAR) die();
  return done;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
  enum fault met = meet(descriptor, 0);
  if (left_of(met, 2) < 0) return -1;
  if (met == SHORT || met == TEAR) count = count > 1 ? count / 2 : count;
  ssize_t done = real_writev(descriptor, parts, count);
  if (met == TEAR) die();
  return done;
}

int ftruncate(int descriptor, off_t length) {
  enum fault met = meet(descriptor, 0);
  if (met == TEAR) die();
  return left_of(met, 0) < 0 ? -1 : real_ftruncate(descriptor, length);
}

int ftruncate64(int descriptor, off64_t length) {
  enum fault met = meet(descriptor, 0);
  if (met == TEAR) die();
  return left_of(met, 0) < 0 ? -1 : real_ftruncate64(descriptor, length);
}

int rename(const char *from, const char *to) {
  find_all();
  enum fault met = strstr(from, wanted) ? count(0) : NONE;
  if (met == TEAR) die();
  return left_of(met, 0) < 0 ? -1 : real_rename(from, to);
}

static int fails_sync(int descriptor) {
  enum fault met = meet(descriptor, 1);
  if (met == TEAR) die();
  if (met != SYNC && met != IO) return 0;
  errno = EIO;
  return 1;
}

int fsync(int descriptor) {
  return fails_sync(descriptor) ? -1 : real_fsync(descriptor);
}

int fdatasync(int descriptor) {
  return fails_sync(descriptor) ? -1 : real_fdatasync(descriptor);
}
