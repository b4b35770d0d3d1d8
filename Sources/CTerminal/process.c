// Settings of the whole process: what a crash may leave behind, and one start anew.
#define _GNU_SOURCE
#include "CTerminal.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

bool cterm_core_dumps_off(void) {
  // One byte, not zero: a limit of zero does not stop a dump that the kernel pipes to a program,
  // one does (core(5) and fs/coredump.c). PR_SET_DUMPABLE would also hide the process from Swift's
  // own backtracer.
  struct rlimit limit = {.rlim_cur = 1, .rlim_max = 1};
  if (setrlimit(RLIMIT_CORE, &limit) == 0) return true;
  limit.rlim_cur = limit.rlim_max = 0;
  return setrlimit(RLIMIT_CORE, &limit) == 0;
}

bool cterm_restart_with(const char *name, const char *value, char *const *arguments) {
  if (getenv(name) != NULL) return true;
  // The resolved path, not /proc/self/exe itself: the kernel would name the process "exe".
  char path[PATH_MAX];
  ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  if (setenv(name, value, 1) != 0) return false;
  execv(path, arguments);
  unsetenv(name);
  return false;
}

int32_t cterm_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }
