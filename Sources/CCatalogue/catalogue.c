#include "catalogue.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

/* What the API server serves, and after it what programs read from files: two sorted texts in one. */
static const unsigned char kinds[] = {
#embed "facts/kinds.txt"
  ,
#embed "facts/configuration-kinds.txt"
};

static const unsigned char types[] = {
#embed "facts/types.txt"
  ,
#embed "facts/configuration-types.txt"
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

static const unsigned long fileKinds = sizeof (unsigned char[]) {
#embed "facts/configuration-kinds.txt"
};

static const unsigned long fileTypes = sizeof (unsigned char[]) {
#embed "facts/configuration-types.txt"
};

const unsigned char *drydock_kinds(unsigned long *count, unsigned long *second) {
  *count = sizeof kinds;
  *second = sizeof kinds - fileKinds;
  return kinds;
}

const unsigned char *drydock_types(unsigned long *count, unsigned long *second) {
  *count = sizeof types;
  *second = sizeof types - fileTypes;
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
