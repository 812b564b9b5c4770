#define _GNU_SOURCE
#include "site.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>

int drydock_exchange(const char *left, const char *right) {
#if defined(__APPLE__)
  return renamex_np(left, right, RENAME_SWAP);
#elif defined(RENAME_EXCHANGE)
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
#else
  errno = ENOSYS;
  return -1;
#endif
}
