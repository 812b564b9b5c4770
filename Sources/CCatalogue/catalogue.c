#include "catalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char kinds[] = {
#embed "facts/kinds.txt"
};

static const unsigned char types[] = {
#embed "facts/types.txt"
};

static const unsigned char removed[] = {
#embed "facts/removed.txt"
};

const unsigned char *drydock_kinds(unsigned long *count) {
  *count = sizeof kinds;
  return kinds;
}

const unsigned char *drydock_types(unsigned long *count) {
  *count = sizeof types;
  return types;
}

const unsigned char *drydock_removed(unsigned long *count) {
  *count = sizeof removed;
  return removed;
}
