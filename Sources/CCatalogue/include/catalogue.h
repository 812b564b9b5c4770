#ifndef DRYDOCK_CATALOGUE_H
#define DRYDOCK_CATALOGUE_H
/* The catalogue of facts, embedded byte for byte from the folder `facts`. Each call gives a text and its length, and
   where its second part begins: each part is in order of bytes for itself. */
const unsigned char *drydock_kinds(unsigned long *count, unsigned long *second);
const unsigned char *drydock_types(unsigned long *count, unsigned long *second);
const unsigned char *drydock_removed(unsigned long *count);
const unsigned char *drydock_custom_kinds(unsigned long *count);
const unsigned char *drydock_custom_schemas(unsigned long *count);
#endif
