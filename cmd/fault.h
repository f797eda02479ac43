/* The error value of the library, filled where the program itself finds the fault. */
#ifndef CMD_FAULT_H
#define CMD_FAULT_H

#include "../core/detente.h"

/* Fills an error that is still empty and returns the status. A filled one is left as it is. */
enum detente_status fault_set(struct detente_error *error, enum detente_status status,
                              const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Says what to do about it; takes the place of a remedy that is already there. */
void fault_advise(struct detente_error *error, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* ENVIRONMENT: what the system says of `file`. `number` is an errno. */
enum detente_status fault_set_system(struct detente_error *error, const char *file, int number);

/* NO_MEMORY. */
enum detente_status fault_set_memory(struct detente_error *error);

#endif
