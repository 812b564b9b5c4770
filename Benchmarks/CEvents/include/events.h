#include <stddef.h>

/* Reads a YAML text with libyaml and drops its events: what every program that uses libyaml pays at least.
   Answers how many events there were, up to the end or the first fault. */
size_t drydock_read_events(const unsigned char *text, size_t length);
