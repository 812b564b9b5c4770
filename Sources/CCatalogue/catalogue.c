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

static const unsigned char custom_kinds[] = {
#embed "facts/custom-kinds.txt"
};

static const unsigned char custom_schemas[] = {
#embed "facts/custom-schemas.txt"
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

const unsigned char *drydock_custom_kinds(unsigned long *count) {
  *count = sizeof custom_kinds;
  return custom_kinds;
}

const unsigned char *drydock_custom_schemas(unsigned long *count) {
  *count = sizeof custom_schemas;
  return custom_schemas;
}
