// The floor for reading remittances: plain C doing the same work as the X12 room.
//
// Finds the envelopes, splits segments and elements, keeps claims, lines, adjustments, identifiers,
// dates, amounts, names and remark codes in flat arrays with amounts as whole cents, and checks the
// balance of every line, claim and transaction set.
//
//   cc -O2 -o floor835 floor835.c && ./floor835 FILE [RUNS]
//
// Prints one line a run: seconds of processor time (other programs do not count), megabytes a second,
// and what was found.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { uint32_t start, end; } range;
typedef struct { uint32_t start, end; } flat;

typedef struct { uint16_t group; range reason; int64_t amount; range quantity; uint32_t segment; } adjustment;
typedef struct { uint32_t qualifier; range value; uint32_t segment; } reference;
typedef struct { uint32_t qualifier; int32_t day; uint32_t segment; } date;
typedef struct { uint32_t qualifier; int64_t amount; uint32_t segment; } amount;
typedef struct { range code; uint8_t source; uint32_t segment; } remark;
typedef struct { uint32_t role; range kind, last, first, middle, suffix, qualifier, id; uint32_t segment; } name;
typedef struct { range provider; int32_t period; range reason, reference; int64_t amount; uint32_t segment; } provider;
typedef struct {
  range procedure, submitted; int64_t charge, paid; range revenue; int64_t units, submitted_units;
  flat adjustments, remarks, references, dates, amounts; int64_t total; uint32_t claim, segment;
} line;
typedef struct {
  range control, status, filing, payer_control, facility, frequency; int16_t status_number;
  int has_patient; int64_t charge, paid, patient; flat lines, adjustments, names, remarks, references,
  dates, amounts; int64_t own, all, pr, line_charges, line_paid; uint32_t segment;
} claim;

#define LIST(T) struct { T *at; size_t count, room; }
#define GROW(L) do { if ((L).count == (L).room) { (L).room = (L).room ? (L).room * 2 : 64; \
  (L).at = realloc((L).at, (L).room * sizeof *(L).at); if (!(L).at) abort(); } } while (0)
#define PUSH(L, ...) do { GROW(L); (L).at[(L).count++] = (__VA_ARGS__); } while (0)

typedef struct {
  int64_t payment; int32_t payment_date; range trace, payer_id, payer_name, payee_name, payee_id;
  LIST(adjustment) adjustments; LIST(reference) references; LIST(date) dates; LIST(amount) amounts;
  LIST(remark) remarks; LIST(name) names; LIST(provider) providers; LIST(line) lines; LIST(claim) claims;
  int unreadable;
} remittance;

#define ID2(a, b) ((uint32_t)(a) << 8 | (b))
#define ID3(a, b, c) ((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (c))

static uint8_t element_separator, component_separator, terminator;

enum { LIMIT = 64 };
typedef struct { uint32_t id, number; size_t start; int count; range e[LIMIT]; } segment;

// The next segment with its elements, blanks around it left out; 0 at the end.
static int next_segment(const uint8_t *b, size_t end, size_t *at, segment *s) {
  size_t p = *at;
  while (p < end && (b[p] == terminator || (b[p] <= 0x20 && b[p] != element_separator))) p++;
  if (p >= end) return 0;
  s->start = p;
  s->number++;
  s->count = 0;
  uint32_t id = 0;
  size_t start = p;
  while (p < end && b[p] != element_separator && b[p] != terminator) id = id << 8 | b[p++];
  s->id = p - start <= 3 ? id : 0;
  while (p < end && b[p] == element_separator) {
    start = ++p;
    while (p < end && b[p] != element_separator && b[p] != terminator) p++;
    if (s->count < LIMIT - 1) {
      s->count++;
      s->e[s->count].start = (uint32_t)start;
      s->e[s->count].end = (uint32_t)p;
    }
  }
  *at = p < end ? p + 1 : p;
  size_t last = p;
  while (last > s->start && b[last - 1] <= 0x20 && b[last - 1] != element_separator) last--;
  if (s->count) s->e[s->count].end = (uint32_t)last;
  return 1;
}

static range el(const segment *s, int n) {
  range none = {0, 0};
  return n <= s->count ? s->e[n] : none;
}

// A decimal number times ten to the power of `places`; ok is cleared when it is none.
static int64_t scaled(const uint8_t *b, range r, int places, int *ok) {
  uint32_t p = r.start;
  if (p >= r.end) { *ok = 0; return 0; }
  int negative = 0, digits = 0, seen = -1;
  if (b[p] == '-') { negative = 1; p++; } else if (b[p] == '+') p++;
  uint64_t v = 0;
  for (; p < r.end; p++) {
    uint8_t d = b[p] - '0';
    if (d < 10) {
      digits++;
      if (seen >= places) { if (d) { *ok = 0; return 0; } continue; }
      if (v >= 900000000000000000ull) { *ok = 0; return 0; }
      v = v * 10 + d;
      if (seen >= 0) seen++;
    } else if (b[p] == '.' && seen < 0) seen = 0;
    else { *ok = 0; return 0; }
  }
  if (!digits) { *ok = 0; return 0; }
  for (int i = seen < 0 ? 0 : seen; i < places; i++) {
    if (v >= 900000000000000000ull) { *ok = 0; return 0; }
    v *= 10;
  }
  return negative ? -(int64_t)v : (int64_t)v;
}

static int64_t money(const uint8_t *b, range r, remittance *m) {
  int ok = 1;
  int64_t v = scaled(b, r, 2, &ok);
  if (!ok && r.start < r.end) m->unreadable = 1;
  return v;
}

static uint32_t code(const uint8_t *b, range r) {
  if (r.end - r.start > 4) return 0;
  uint32_t v = 0;
  for (uint32_t p = r.start; p < r.end; p++) v = v << 8 | b[p];
  return v;
}

static int32_t day(const uint8_t *b, range r) {
  if (r.end - r.start != 8) return 0;
  int32_t v = 0;
  for (uint32_t p = r.start; p < r.end; p++) {
    uint8_t d = b[p] - '0';
    if (d >= 10) return 0;
    v = v * 10 + d;
  }
  int month = v / 100 % 100, d = v % 100, year = v / 10000;
  static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || d < 1 || d > days[month - 1]) return 0;
  if (month == 2 && d == 29 && !((year % 4 == 0 && year % 100) || year % 400 == 0)) return 0;
  return v;
}

static int64_t sum(int64_t a, int64_t b, remittance *m) {
  int64_t r;
  if (__builtin_add_overflow(a, b, &r)) m->unreadable = 1;
  return r;
}

static void reset(remittance *m) {
  m->adjustments.count = m->references.count = m->dates.count = m->amounts.count = 0;
  m->remarks.count = m->names.count = m->providers.count = m->lines.count = m->claims.count = 0;
  m->payment = 0;
  m->unreadable = 0;
}

// Reads one set and tells how many differences there are.
static size_t read_set(const uint8_t *b, size_t from, size_t to, uint32_t first, remittance *m) {
  segment s;
  s.number = first - 1;
  size_t at = from;
  claim c;
  line l;
  int has_claim = 0, has_line = 0, scope = 0;
#define CLOSE_LINE() do { if (has_line) { l.adjustments.end = m->adjustments.count; \
  l.remarks.end = m->remarks.count; l.references.end = m->references.count; l.dates.end = m->dates.count; \
  l.amounts.end = m->amounts.count; PUSH(m->lines, l); has_line = 0; } else if (has_claim) { \
  c.adjustments.end = m->adjustments.count; c.names.end = m->names.count; c.remarks.end = m->remarks.count; \
  c.references.end = m->references.count; c.dates.end = m->dates.count; c.amounts.end = m->amounts.count; } } while (0)
#define CLOSE_CLAIM() do { CLOSE_LINE(); if (has_claim) { c.lines.end = m->lines.count; PUSH(m->claims, c); has_claim = 0; } } while (0)
  while (next_segment(b, to, &at, &s)) {
    switch (s.id) {
    case ID3('C', 'A', 'S'): {
      if (!has_claim) break;
      uint16_t group = (uint16_t)code(b, el(&s, 1));
      int64_t total = 0;
      for (int i = 2; i <= s.count; i += 3) {
        range reason = el(&s, i), value = el(&s, i + 1);
        if (reason.start >= reason.end && value.start >= value.end) continue;
        int64_t cents = money(b, value, m);
        PUSH(m->adjustments, (adjustment){group, reason, cents, el(&s, i + 2), s.number});
        total = sum(total, cents, m);
      }
      if (has_line) l.total = sum(l.total, total, m); else c.own = sum(c.own, total, m);
      c.all = sum(c.all, total, m);
      if (group == ID2('P', 'R')) c.pr = sum(c.pr, total, m);
      break;
    }
    case ID3('S', 'V', 'C'): {
      if (!has_claim) break;
      CLOSE_LINE();
      memset(&l, 0, sizeof l);
      has_line = 1;
      scope = 2;
      l.segment = s.number;
      l.claim = (uint32_t)m->claims.count;
      l.procedure = el(&s, 1);
      l.charge = money(b, el(&s, 2), m);
      l.paid = money(b, el(&s, 3), m);
      l.revenue = el(&s, 4);
      int ok = 1;
      range units = el(&s, 5);
      l.units = units.start < units.end ? scaled(b, units, 3, &ok) : 1000;
      l.submitted = el(&s, 6);
      l.submitted_units = scaled(b, el(&s, 7), 3, &ok);
      l.adjustments.start = m->adjustments.count;
      l.remarks.start = m->remarks.count;
      l.references.start = m->references.count;
      l.dates.start = m->dates.count;
      l.amounts.start = m->amounts.count;
      c.line_charges = sum(c.line_charges, l.charge, m);
      c.line_paid = sum(c.line_paid, l.paid, m);
      break;
    }
    case ID3('C', 'L', 'P'): {
      CLOSE_CLAIM();
      memset(&c, 0, sizeof c);
      has_claim = 1;
      scope = 1;
      c.segment = s.number;
      c.control = el(&s, 1);
      c.status = el(&s, 2);
      int ok = 1;
      c.status_number = (int16_t)scaled(b, c.status, 0, &ok);
      c.charge = money(b, el(&s, 3), m);
      c.paid = money(b, el(&s, 4), m);
      range patient = el(&s, 5);
      c.has_patient = patient.start < patient.end;
      c.patient = money(b, patient, m);
      c.filing = el(&s, 6);
      c.payer_control = el(&s, 7);
      c.facility = el(&s, 8);
      c.frequency = el(&s, 9);
      c.lines.start = m->lines.count;
      c.adjustments.start = m->adjustments.count;
      c.names.start = m->names.count;
      c.remarks.start = m->remarks.count;
      c.references.start = m->references.count;
      c.dates.start = m->dates.count;
      c.amounts.start = m->amounts.count;
      break;
    }
    case ID3('D', 'T', 'M'):
      PUSH(m->dates, (date){code(b, el(&s, 1)), day(b, el(&s, 2)), s.number});
      break;
    case ID3('R', 'E', 'F'):
      PUSH(m->references, (reference){code(b, el(&s, 1)), el(&s, 2), s.number});
      break;
    case ID3('A', 'M', 'T'):
      PUSH(m->amounts, (amount){code(b, el(&s, 1)), money(b, el(&s, 2), m), s.number});
      break;
    case ID3('N', 'M', '1'):
      PUSH(m->names, (name){code(b, el(&s, 1)), el(&s, 2), el(&s, 3), el(&s, 4), el(&s, 5), el(&s, 7),
        el(&s, 8), el(&s, 9), s.number});
      break;
    case ID2('L', 'Q'):
      PUSH(m->remarks, (remark){el(&s, 2), code(b, el(&s, 1)) == ID2('R', 'X'), s.number});
      break;
    case ID3('M', 'O', 'A'):
      for (int i = 3; i <= 7; i++) {
        range r = el(&s, i);
        if (r.start < r.end) PUSH(m->remarks, (remark){r, 2, s.number});
      }
      break;
    case ID3('P', 'L', 'B'):
      CLOSE_CLAIM();
      for (int i = 3; i <= s.count; i += 2) {
        range pair = el(&s, i), reason = pair, ref = {pair.end, pair.end};
        for (uint32_t p = pair.start; p < pair.end; p++)
          if (b[p] == component_separator) { reason.end = p; ref.start = p + 1; break; }
        PUSH(m->providers, (provider){el(&s, 1), day(b, el(&s, 2)), reason, ref, money(b, el(&s, i + 1), m), s.number});
      }
      break;
    case ID3('B', 'P', 'R'):
      m->payment = money(b, el(&s, 2), m);
      m->payment_date = day(b, el(&s, 16));
      m->payer_id = el(&s, 10);
      break;
    case ID3('T', 'R', 'N'): m->trace = el(&s, 2); break;
    case ID2('N', '1'):
      if (code(b, el(&s, 1)) == ID2('P', 'R')) m->payer_name = el(&s, 2);
      else { m->payee_name = el(&s, 2); m->payee_id = el(&s, 4); }
      break;
    case ID2('L', 'X'): CLOSE_CLAIM(); break;
    default: break;
    }
  }
  CLOSE_CLAIM();
  (void)scope;

  size_t differences = m->unreadable;
  int64_t paid = 0, provider_total = 0;
  for (size_t i = 0; i < m->lines.count; i++) {
    const line *x = &m->lines.at[i];
    differences += sum(x->charge, -x->total, m) != x->paid;
  }
  for (size_t i = 0; i < m->claims.count; i++) {
    const claim *x = &m->claims.at[i];
    differences += sum(x->charge, -x->all, m) != x->paid;
    if (x->lines.start < x->lines.end) {
      differences += x->line_charges != x->charge;
      differences += sum(x->line_paid, -x->own, m) != x->paid;
    }
    paid = sum(paid, x->paid, m);
  }
  for (size_t i = 0; i < m->providers.count; i++) provider_total = sum(provider_total, m->providers.at[i].amount, m);
  differences += sum(paid, -provider_total, m) != m->payment;
  return differences;
}

typedef struct { size_t sets, whole, claims, lines, differences; int64_t paid; } totals;

static int same(const uint8_t *b, range x, range y) {
  return x.end - x.start == y.end - y.start && !memcmp(b + x.start, b + y.start, x.end - x.start);
}

// One pass for the envelopes, then each whole set.
static totals read_file(const uint8_t *b, size_t end, remittance *m) {
  totals t = {0};
  element_separator = b[3];
  component_separator = b[104];
  terminator = b[105];
  size_t at = 0, from = 0;
  uint32_t number = 0, first = 0;
  range control = {0, 0};
  segment s;
  int open = 0;
  while (at < end) {
    size_t p = at;
    while (p < end && (b[p] == terminator || b[p] <= 0x20)) p++;
    if (p >= end) break;
    const uint8_t *stop = memchr(b + p, terminator, end - p);
    size_t next = stop ? (size_t)(stop - b) + 1 : end;
    number++;
    if (b[p] == 'S' && (b[p + 1] == 'T' || b[p + 1] == 'E') && b[p + 2] == element_separator) {
      size_t place = p;
      s.number = number;
      next_segment(b, next, &place, &s);
      if (b[p + 1] == 'T') { open = 1; from = p; first = number; control = el(&s, 2); }
      else if (open) {
        open = 0;
        int ok = 1;
        t.sets++;
        if (scaled(b, el(&s, 1), 0, &ok) == (int64_t)(number - first + 1) && same(b, control, el(&s, 2))) {
          t.whole++;
          reset(m);
          t.differences += read_set(b, from, next, first, m);
          t.claims += m->claims.count;
          t.lines += m->lines.count;
          for (size_t i = 0; i < m->claims.count; i++) t.paid += m->claims.at[i].paid;
        }
      }
    }
    at = next;
  }
  return t;
}

int main(int argc, char **argv) {
  if (argc < 2) { fprintf(stderr, "usage: floor835 FILE [RUNS]\n"); return 2; }
  FILE *f = fopen(argv[1], "rb");
  if (!f) { perror(argv[1]); return 1; }
  fseek(f, 0, SEEK_END);
  size_t size = (size_t)ftell(f);
  rewind(f);
  uint8_t *b = malloc(size + 16);
  if (!b || size < 106 || fread(b, 1, size, f) != size) { fprintf(stderr, "cannot read %s\n", argv[1]); return 1; }
  memset(b + size, 0, 16);
  fclose(f);
  int runs = argc > 2 ? atoi(argv[2]) : 5;
  for (int i = 0; i < runs; i++) {
    remittance m = {0};
    struct timespec x, y;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &x);
    totals t = read_file(b, size, &m);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &y);
    double seconds = (double)(y.tv_sec - x.tv_sec) + (double)(y.tv_nsec - x.tv_nsec) / 1e9;
    printf("%.4f s %.0f MB/s sets %zu whole %zu claims %zu lines %zu differences %zu paid %lld\n", seconds,
      (double)size / 1e6 / seconds, t.sets, t.whole, t.claims, t.lines, t.differences, (long long)t.paid);
    free(m.adjustments.at); free(m.references.at); free(m.dates.at); free(m.amounts.at); free(m.remarks.at);
    free(m.names.at); free(m.providers.at); free(m.lines.at); free(m.claims.at);
  }
  free(b);
  return 0;
}
