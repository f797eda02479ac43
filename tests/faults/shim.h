/* A file system for SQLite that fails: the nth write, sync or other call of the whole process, once or from then on.
 *
 * It stands before the default one and passes everything on. Failing from then on is what a disk does that is gone, and
 * what a process leaves behind that is killed: nothing that it would do afterwards to mend the file takes place. */
#ifndef DETENTE_TESTS_FAULTS_SHIM_H
#define DETENTE_TESTS_FAULTS_SHIM_H

#include <stdbool.h>

enum shim_fault {
    SHIM_WRITE,    /* SQLITE_IOERR_WRITE */
    SHIM_FULL,     /* a write for which there is no room: SQLITE_FULL */
    SHIM_SYNC,     /* SQLITE_IOERR_FSYNC */
    SHIM_TRUNCATE, /* SQLITE_IOERR_TRUNCATE */
    SHIM_READ,     /* SQLITE_IOERR_READ */
    SHIM_OPEN,     /* SQLITE_CANTOPEN */
    SHIM_DELETE,   /* SQLITE_IOERR_DELETE */
    SHIM_FAULTS
};
extern const char *const shim_fault_names[SHIM_FAULTS];

/* Makes it the default of all files opened from now on. */
void shim_install(void);
/* The nth call (from 1) of that sort fails; with `stays` all calls that write fail from then on. 0: none. */
void shim_arm(enum shim_fault fault, long nth, bool stays);
/* How many calls of the sort were made since it was armed; whether one has failed. */
long shim_calls(void);
bool shim_has_failed(void);

#endif
