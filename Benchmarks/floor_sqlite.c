// The floor under `docket`'s imports: what bare SQLite does with the same rows, written in C.
//
// One table with two indexes, N rows in one transaction, write-ahead log, synchronous FULL; prints
// rows a second. Build and run:
//   cc -O2 -o floor_sqlite floor_sqlite.c -lsqlite3 && ./floor_sqlite FOLDER [ROWS]
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void check(int code, sqlite3 *database, const char *what) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "floor_sqlite: %s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void run(sqlite3 *database, const char *sql) {
  check(sqlite3_exec(database, sql, 0, 0, 0), database, sql);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count < 2) {
    fprintf(stderr, "usage: floor_sqlite FOLDER [ROWS]\n");
    return 2;
  }
  long rows = count > 2 ? atol(arguments[2]) : 500000;
  char path[4096], beside[4200];
  snprintf(path, sizeof path, "%s/floor.sqlite", arguments[1]);
  const char *suffixes[] = {"", "-wal", "-shm"};
  for (int i = 0; i < 3; i++) {
    snprintf(beside, sizeof beside, "%s%s", path, suffixes[i]);
    unlink(beside);
  }

  sqlite3 *database;
  check(sqlite3_open(path, &database), database, path);
  run(database, "PRAGMA journal_mode = WAL");
  run(database, "PRAGMA synchronous = FULL");
  run(database, "PRAGMA mmap_size = 0");
  run(database, "PRAGMA cache_size = -16000");
  run(database, "PRAGMA foreign_keys = ON");
  run(database,
      "CREATE TABLE posting (id INTEGER PRIMARY KEY, claim INTEGER NOT NULL, account TEXT NOT NULL,"
      " cents INTEGER NOT NULL, day INTEGER NOT NULL, note TEXT) STRICT;"
      "CREATE INDEX posting_claim ON posting (claim);"
      "CREATE INDEX posting_account ON posting (account, day);");

  sqlite3_stmt *insert;
  check(
      sqlite3_prepare_v3(
          database,
          "INSERT INTO posting (claim, account, cents, day, note) VALUES (?1, ?2, ?3, ?4, ?5)", -1,
          SQLITE_PREPARE_PERSISTENT, &insert, 0),
      database, "prepare");
  const char *accounts[] = {"receivable", "payer-paid", "contractual-writeoff", "patient"};

  double start = seconds();
  run(database, "BEGIN IMMEDIATE");
  for (long row = 0; row < rows; row++) {
    const char *account = accounts[row % 4];
    sqlite3_bind_int64(insert, 1, row / 20);
    sqlite3_bind_text(insert, 2, account, (int)strlen(account), SQLITE_STATIC);
    sqlite3_bind_int64(insert, 3, row % 2 ? 12345 : -12345);
    sqlite3_bind_int64(insert, 4, 20000 + row % 365);
    if (row % 3) {
      sqlite3_bind_null(insert, 5);
    } else {
      sqlite3_bind_text(insert, 5, "CO-45 PR-2", 10, SQLITE_STATIC);
    }
    check(sqlite3_step(insert), database, "insert");
    sqlite3_reset(insert);
  }
  run(database, "COMMIT");
  double took = seconds() - start;
  printf("%ld rows in %.3f s: %.0f rows/s\n", rows, took, (double)rows / took);
  sqlite3_finalize(insert);
  sqlite3_close(database);
  return 0;
}
