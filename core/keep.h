/* What backup.c and restore.c share. */
#ifndef DETENTE_KEEP_H
#define DETENTE_KEEP_H

#include "front.h"
#include "store/copy.h"

/* CORRUPT with the first fault unless all checks of integrity pass; else what the record holds. */
enum status keep_verify(struct store *store, struct detente_copied *copied, struct error *error);
/* The same of a file, with its size. */
enum status keep_verify_file(const char *path, struct detente_copied *copied, struct error *error);
struct copy_watch keep_watch(const struct detente_copying *how);
bool keep_is_same_file(const char *one, const char *other);
/* A log or journal beside a file belongs to it, and would be taken for that of the file which comes in its place. */
enum status keep_refuse_log(const char *path, struct arena *arena, struct error *error);

#endif
