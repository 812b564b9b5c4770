#include "catalogue.h"
const unsigned char drydock_catalogue[] = {0};
const unsigned long drydock_catalogue_count = 0;
