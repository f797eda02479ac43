/* Filling the error value. Renders nothing: that is the work of term.c. */
#include "fault.h"

#include <stdarg.h>
#include <string.h>

enum detente_status fault_set(struct detente_error *error, enum detente_status status,
                              const char *format, ...) {
    if (error->status != DETENTE_OK) return error->status;
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

void fault_advise(struct detente_error *error, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->remedy, sizeof error->remedy, format, arguments);
    va_end(arguments);
}

enum detente_status fault_set_system(struct detente_error *error, const char *file, int number) {
    if (error->status == DETENTE_OK) snprintf(error->file, sizeof error->file, "%s", file);
    return fault_set(error, DETENTE_ENVIRONMENT, "%s", strerror(number));
}

enum detente_status fault_set_memory(struct detente_error *error) {
    return fault_set(error, DETENTE_NO_MEMORY, "out of memory");
}
