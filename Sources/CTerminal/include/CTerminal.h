// What the terminal rooms need from the operating system and cannot say in Swift.
#ifndef DOCKET_CTERMINAL_H
#define DOCKET_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Crash guard (guard.c)

/// Arms handlers for SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE and SIGABRT.
///
/// A handler writes the ready-made `reset` bytes, puts back the line settings that the terminal has
/// now, says `notice`, puts the earlier handlers back and returns, so that the fault repeats in its
/// own frame. Call before the line settings are changed. False when a handler could not be set.
bool cterm_guard_arm(const char *reset, const char *notice);

/// Puts the earlier handlers back; the terminal is no longer the guard's business.
void cterm_guard_disarm(void);

/// Names where standard error went while the screen is shown (-1: nowhere), and the real one.
void cterm_guard_standard_error(int32_t captured, int32_t real);

/// Begins a time in which the thread may be stuck writing to a terminal that takes nothing.
///
/// When that lasts and a TERM or HUP is waiting, the terminal is reset and the process ends: those
/// signals are blocked, and would otherwise wait for a write that never returns.
void cterm_guard_drawing_begins(void);

/// Ends it.
void cterm_guard_drawing_ends(void);

// MARK: Wake-up, signals, waiting (wait.c)

/// A new wake-up bell (an eventfd), or -1.
int32_t cterm_wake_create(void);

/// Rings the bell; any thread.
void cterm_wake_signal(int32_t bell);

/// Makes the bell silent again.
void cterm_wake_drain(int32_t bell);

/// Blocks WINCH, TERM, HUP, INT, QUIT, TSTP and CONT in this thread and those it starts later, and
/// ignores PIPE. Returns a descriptor to read them from, or -1. Call before other threads exist.
int32_t cterm_signals_open(void);

/// Puts back the signal mask and the PIPE disposition of before, and closes the descriptor.
void cterm_signals_close(int32_t signals);

/// The next waiting signal's number, or 0.
int32_t cterm_signals_next(int32_t signals);

/// What `cterm_wait` found.
enum {
  CTERM_INPUT = 1,
  CTERM_BELL = 2,
  CTERM_SIGNAL = 4,
  CTERM_OUTPUT = 8,
  CTERM_HANGUP = 16,
  CTERM_OUTPUT_LOST = 32,
};

/// Waits until something is ready: input, bell, signals and, when `wants_output`, room for output.
///
/// `milliseconds` below zero waits for ever. Returns a union of the bits above; 0 after the time.
int32_t cterm_wait(
    int32_t input, int32_t bell, int32_t signals, int32_t output, bool wants_output,
    int32_t milliseconds);

/// Reads what is there, at most `size` bytes; 0 for nothing now, -1 for the end of input.
int64_t cterm_read(int32_t input, uint8_t *bytes, size_t size);

/// Writes all bytes or gives up on an error that is not an interruption.
bool cterm_write(int32_t output, const uint8_t *bytes, size_t size);

/// The size of the terminal behind `output`; false when it will not say.
bool cterm_size(int32_t output, int32_t *columns, int32_t *rows);

/// Stops the process group as the terminal's own suspend character would; returns when continued.
///
/// The kernel does nothing when nobody could continue us (no shell with job control).
void cterm_stop_group(void);

/// Throws away what was typed and not read.
void cterm_discard_input(int32_t input);

// MARK: The process (process.c)

/// Switches core dumps off, piped ones too; patient data must not reach a dump. False when refused.
bool cterm_core_dumps_off(void);

/// Starts this program again with one more environment variable, keeping the process id.
///
/// Returns only when the variable was already there (true) or the start failed (false).
bool cterm_restart_with(const char *name, const char *value, char *const *arguments);

/// A file that lives in memory only, closed for child processes; -1 when refused.
int32_t cterm_memory_file(const char *name);

#endif
