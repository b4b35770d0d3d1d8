// The floor under taking work: bare SQLite behind the same gate, many processes at once.
//
// PROCESSES children take the next free item of QUEUE, COUNT times each, with the statement that
// `docket` uses and with its two lock files, and read nothing else.
//   cc -O2 -o floor_take floor_take.c -lsqlite3 && ./floor_take OFFICE QUEUE PROCESSES COUNT
// Prints the p50 and p99 in microseconds, takes a second, and how many items were taken twice. The
// leases are given back at the end.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static sqlite3 *database;

static void check(int code, const char *what) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "floor_take: %s: %s\n", what, sqlite3_errmsg(database));
  _exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(database, sql, 0, 0, 0), sql); }

static long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000L + now.tv_nsec / 1000;
}

static void open_office(const char *path) {
  check(sqlite3_open(path, &database), path);
  sqlite3_busy_timeout(database, 10000);
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA mmap_size = 0");
}

static int lock_file(const char *office, const char *which) {
  char path[4200];
  snprintf(path, sizeof path, "%s-gate-%s", office, which);
  int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) { perror(path); _exit(1); }
  return file;
}

static int ascending(const void *left, const void *right) {
  long a = *(const long *)left, b = *(const long *)right;
  return (a > b) - (a < b);
}

static void take(const char *office, const char *queue, long count, long *times, long *items) {
  open_office(office);
  int next = lock_file(office, "next"), hold = lock_file(office, "hold");
  sqlite3_stmt *statement;
  check(
      sqlite3_prepare_v2(
          database,
          "UPDATE work_item SET lease_user = 'floor', lease_session = 'floor',"
          " lease_expires = ?2 + 900000, fence = fence + 1 WHERE id IN (SELECT id FROM work_item"
          " WHERE queue = ?1 AND lane = 0 AND is_closed = 0 AND (lease_expires IS NULL OR lease_expires <= ?2)"
          " AND (owner IS NULL OR owner = 'floor')"
          " ORDER BY tier, expected_cents DESC, id LIMIT 1) RETURNING id",
          -1, &statement, 0),
      "prepare");
  struct timespec clock;
  for (long turn = 0; turn < count; turn++) {
    long start = microseconds();
    flock(next, LOCK_EX);
    flock(hold, LOCK_EX);
    flock(next, LOCK_UN);
    run("BEGIN IMMEDIATE");
    clock_gettime(CLOCK_REALTIME, &clock);
    sqlite3_bind_text(statement, 1, queue, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, clock.tv_sec * 1000L);
    items[turn] = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) items[turn] = sqlite3_column_int64(statement, 0);
    check(sqlite3_reset(statement), "take");
    run("COMMIT");
    flock(hold, LOCK_UN);
    times[turn] = microseconds() - start;
  }
}

int main(int argc, char **argv) {
  if (argc < 5) {
    fprintf(stderr, "usage: floor_take OFFICE QUEUE PROCESSES COUNT\n");
    return 2;
  }
  long processes = atol(argv[3]), count = atol(argv[4]), total = processes * count;
  if (processes < 1 || count < 1) return 2;
  size_t size = (size_t)total * sizeof(long);
  long *times = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  long *items = mmap(0, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (times == MAP_FAILED || items == MAP_FAILED) { perror("mmap"); return 1; }
  long start = microseconds();
  for (long process = 0; process < processes; process++)
    if (!fork()) {
      take(argv[1], argv[2], count, times + process * count, items + process * count);
      _exit(0);
    }
  int failed = 0, status;
  while (wait(&status) > 0) failed |= status;
  long took = microseconds() - start;
  open_office(argv[1]);
  run("UPDATE work_item SET lease_user = NULL, lease_session = NULL, lease_expires = NULL"
      " WHERE lease_session = 'floor'");
  sqlite3_close(database);
  qsort(times, (size_t)total, sizeof(long), ascending);
  qsort(items, (size_t)total, sizeof(long), ascending);
  long twice = 0;
  for (long i = 1; i < total; i++) twice += items[i] && items[i] == items[i - 1];
  printf(
      "p50 %ld us p99 %ld us takes/s %ld twice %ld\n", times[total / 2], times[total * 99 / 100],
      total * 1000000L / (took ? took : 1), twice);
  return failed != 0;
}
