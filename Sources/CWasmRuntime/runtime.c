/* What the embedded standard library calls and wasi-libc lacks. Empty on every other platform. */
#ifdef __wasm__
#include <stddef.h>
#include <stdlib.h>

typedef unsigned long long u64;
typedef union { __int128 whole; struct { u64 low; long long high; } half; } wide;

/* 128-bit multiplication, for integer parsing and printing of Double. */
__int128 __multi3(__int128 a, __int128 b) {
  const u64 mask = 0xffffffff;
  wide x = {a}, y = {b}, r;
  u64 low = (x.half.low & mask) * (y.half.low & mask);
  u64 mid = (x.half.low >> 32) * (y.half.low & mask) + (low >> 32);
  u64 mid2 = (x.half.low & mask) * (y.half.low >> 32) + (mid & mask);
  r.half.low = (mid2 << 32) | (low & mask);
  r.half.high = (long long)((x.half.low >> 32) * (y.half.low >> 32) + (mid >> 32) + (mid2 >> 32)
    + (u64)x.half.high * y.half.low + x.half.low * (u64)y.half.high);
  return r.whole;
}

/* Double(text): the first character after the number, or NULL. */
const char *_swift_stdlib_strtod_clocale(const char *text, double *out) {
  char *end;
  *out = strtod(text, &end);
  return end == text ? NULL : end;
}

/* Hash seeds. Fixed: every run in the page is the same, and the module imports nothing. */
void arc4random_buf(void *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) ((unsigned char *)bytes)[i] = (unsigned char)(0x9e * (i + 1));
}

/* Where print and fatalError write; the page has no console. */
int putchar(int c) { return c; }
#endif
