// The floor under posting a remittance: bare SQLite writing the rows that an import left.
//
// BEFORE is an office as it was, AFTER the same office with the files imported. Every row that is
// new or changed in AFTER is held in memory, then written into BEFORE, one prepared statement a
// row, in STEPS transactions with a write-ahead log and synchronous FULL. Triggers run; foreign keys
// are not checked, so the floor is a little lower than honest.
//   cc -O2 -o floor_rows floor_rows.c -lsqlite3 && ./floor_rows BEFORE AFTER STEPS
// Prints rows, seconds and rows a second. BEFORE is changed.
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TABLES = 64, COLUMNS = 64 };

typedef struct {
  char name[128];
  sqlite3_stmt *write;
  sqlite3_value **cells;
  size_t rows, room, columns;
} table;

static sqlite3 *database;

static void check(int code, const char *what) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "floor_rows: %s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void run(const char *sql) { check(sqlite3_exec(database, sql, 0, 0, 0), sql); }

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0), sql);
  return statement;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

// Reads the columns and the key of a table and makes the statement that adds or changes a row.
static void describe(table *t) {
  char sql[8192], columns[4000] = "", places[1000] = "", keys[1000] = "", changes[4000] = "";
  snprintf(sql, sizeof sql, "SELECT name, pk FROM pragma_table_info('%s')", t->name);
  sqlite3_stmt *info = prepare(sql);
  while (sqlite3_step(info) == SQLITE_ROW) {
    const char *name = (const char *)sqlite3_column_text(info, 0);
    char part[300];
    t->columns++;
    snprintf(part, sizeof part, "%s%s", t->columns > 1 ? ", " : "", name);
    strcat(columns, part);
    snprintf(part, sizeof part, "%s?%zu", t->columns > 1 ? ", " : "", t->columns);
    strcat(places, part);
    if (sqlite3_column_int(info, 1)) {
      snprintf(part, sizeof part, "%s%s", *keys ? ", " : "", name);
      strcat(keys, part);
    } else {
      snprintf(part, sizeof part, "%s%s = excluded.%s", *changes ? ", " : "", name, name);
      strcat(changes, part);
    }
  }
  sqlite3_finalize(info);
  snprintf(
      sql, sizeof sql, "INSERT INTO main.%s (%s) VALUES (%s) ON CONFLICT (%s) DO %s%s", t->name,
      columns, places, keys, *changes ? "UPDATE SET " : "NOTHING", changes);
  t->write = prepare(sql);
}

// Holds what AFTER has and BEFORE has not.
static void collect(table *t) {
  char sql[600];
  snprintf(
      sql, sizeof sql, "SELECT * FROM done.%s EXCEPT SELECT * FROM main.%s", t->name, t->name);
  sqlite3_stmt *rows = prepare(sql);
  while (sqlite3_step(rows) == SQLITE_ROW) {
    if (t->rows == t->room) {
      t->room = t->room ? t->room * 2 : 1024;
      t->cells = realloc(t->cells, t->room * t->columns * sizeof *t->cells);
      if (!t->cells) abort();
    }
    for (size_t column = 0; column < t->columns; column++)
      t->cells[t->rows * t->columns + column] =
          sqlite3_value_dup(sqlite3_column_value(rows, (int)column));
    t->rows++;
  }
  sqlite3_finalize(rows);
}

static void write_row(const table *t, size_t row) {
  for (size_t column = 0; column < t->columns; column++)
    check(sqlite3_bind_value(t->write, (int)column + 1, t->cells[row * t->columns + column]), "bind");
  check(sqlite3_step(t->write), t->name);
  sqlite3_reset(t->write);
}

int main(int count, char **arguments) {
  if (count < 4) {
    fprintf(stderr, "usage: floor_rows BEFORE AFTER STEPS\n");
    return 2;
  }
  size_t steps = (size_t)atol(arguments[3]);
  if (steps < 1) steps = 1;
  check(sqlite3_open(arguments[1], &database), arguments[1]);
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA mmap_size = 0");
  run("PRAGMA cache_size = -16000");
  run("PRAGMA temp_store = MEMORY");
  char *attach = sqlite3_mprintf("ATTACH %Q AS done", arguments[2]);
  run(attach);
  sqlite3_free(attach);

  static table tables[TABLES];
  size_t kinds = 0, total = 0;
  // What triggers keep is left to them.
  sqlite3_stmt *names = prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      " AND name NOT IN ('ledger_total', 'queue_total') ORDER BY rowid");
  while (sqlite3_step(names) == SQLITE_ROW && kinds < TABLES) {
    table *t = &tables[kinds++];
    snprintf(t->name, sizeof t->name, "%s", (const char *)sqlite3_column_text(names, 0));
  }
  sqlite3_finalize(names);
  for (size_t kind = 0; kind < kinds; kind++) {
    describe(&tables[kind]);
    collect(&tables[kind]);
    total += tables[kind].rows;
  }

  double start = seconds();
  for (size_t step = 0; step < steps; step++) {
    run("BEGIN IMMEDIATE");
    for (size_t kind = 0; kind < kinds; kind++) {
      table *t = &tables[kind];
      size_t end = t->rows * (step + 1) / steps;
      for (size_t row = t->rows * step / steps; row < end; row++) write_row(t, row);
    }
    run("COMMIT");
  }
  double took = seconds() - start;
  printf("%zu rows in %.3f s: %.0f rows/s\n", total, took, (double)total / took);
  return 0;
}
