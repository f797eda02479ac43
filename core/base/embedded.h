/* A file that is part of the program, embedded at build time by schema/generate. */
#ifndef DETENTE_BASE_EMBEDDED_H
#define DETENTE_BASE_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *name;          /* without its folder */
    const unsigned char *data; /* a NUL stands behind the last byte */
    size_t size;               /* bytes, without that NUL */
};

#endif
