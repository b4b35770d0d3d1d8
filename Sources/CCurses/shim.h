// The part of wide ncurses that the screen uses, as functions: its macros and globals do not reach
// Swift.
#ifndef DOCKET_CCURSES_SHIM_H
#define DOCKET_CCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

/// The window that covers the screen.
static inline WINDOW *shim_stdscr(void) { return stdscr; }

/// How many colours the terminal description promises.
static inline int32_t shim_colors(void) { return COLORS; }

/// Whether 24-bit colours are numbers that the terminal takes as they are (terminfo `RGB`).
static inline bool shim_direct_color(void) {
  return COLORS >= (1 << 24) && tigetflag("RGB") > 0;
}

static inline attr_t shim_bold(void) { return A_BOLD; }
static inline attr_t shim_dim(void) { return A_DIM; }
static inline attr_t shim_italic(void) { return A_ITALIC; }
static inline attr_t shim_reverse(void) { return A_REVERSE; }
static inline attr_t shim_underline(void) { return A_UNDERLINE; }

/// Loads the description of a terminal for `shim_capability`, before the terminal is taken.
static inline bool shim_load_description(const char *name) {
  int problem = 0;
  return setupterm(name, 1, &problem) == OK;
}

/// Forgets it again.
static inline void shim_forget_description(void) {
  if (cur_term != NULL) del_curterm(cur_term);
}

/// Takes the terminal on standard input and output; NULL when that fails.
static inline SCREEN *shim_open(const char *name) { return newterm(name, stdout, stdin); }

// <wchar.h> declares it only under feature macros that this header must not set for others.
extern int wcwidth(wchar_t character);

/// How many columns the system gives a character; -1 for what is not printable.
static inline int32_t shim_width(wchar_t character) { return wcwidth(character); }

/// One drawn character into `out`: a base character and what combines with it, ended by zero.
static inline bool shim_set_cell(cchar_t *out, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(out, text, attributes, (short)(pair > 32767 ? 0 : pair), &pair) == OK;
}

/// Writes `count` characters from column `x` of row `y`, without moving a drawn cursor along.
static inline bool shim_put(int y, int x, const cchar_t *cells, int count) {
  return mvwadd_wchnstr(stdscr, y, x, cells, count) == OK;
}

/// A terminal's string for a capability, or NULL when it has none.
static inline const char *shim_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

/// Redraws everything at the next refresh, whatever ncurses believes is there.
static inline void shim_forget_screen(void) { clearok(curscr, TRUE); }

#endif
