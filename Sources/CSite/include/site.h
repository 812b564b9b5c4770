#ifndef DRYDOCK_SITE_H
#define DRYDOCK_SITE_H
/* What the site needs of C: the files of `templates/`, embedded, and an exchange of two folders in one step. */

typedef struct {
  const char *name;
  const unsigned char *bytes;
  unsigned long count;
} drydock_template;

/* The files, in alphabetical order. */
const drydock_template *drydock_template_at(unsigned long index);
unsigned long drydock_template_count(void);

/* Exchanges two paths atomically: 0, or -1 with errno, ENOSYS or EINVAL where the file system cannot. */
int drydock_exchange(const char *left, const char *right);
#endif
