#ifndef DRYDOCK_CATALOGUE_H
#define DRYDOCK_CATALOGUE_H
/* The catalogue of facts, embedded byte for byte from the folder `facts`. */
extern const unsigned char drydock_catalogue[];
extern const unsigned long drydock_catalogue_count;
#endif
