/* One file or standard output. The folder is in output_folder.c. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault.h"

bool output_is_same_file(const char *one, const char *other) {
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}

/* A device or a named pipe is written to as it is: a rename would take its place. */
static enum detente_status open_special(struct output *output, const char *path,
                                        struct detente_error *error) {
    output->file = open(path, O_WRONLY | O_CLOEXEC);
    if (output->file < 0) return fault_set_system(error, path, errno);
    output->direct = output->opened = true;
    return DETENTE_OK;
}

enum detente_status output_check_target(const char *path, const char *database,
                                         struct detente_error *error) {
    if (output_is_same_file(path, database)) {
        fault_set(error, DETENTE_USAGE, "-o %s would overwrite the record itself", path);
        fault_advise(error, "give another file");
        return error->status;
    }
    struct stat there;
    if (stat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
        fault_set(error, DETENTE_USAGE, "-o %s is a folder", path);
        fault_advise(error, "this format is one file: give its name");
        return error->status;
    }
    return DETENTE_OK;
}

enum detente_status output_open(struct output *output, const char *path, const char *database,
                                struct detente_error *error) {
    *output = (struct output){.name = "standard output", .file = STDOUT_FILENO, .direct = true};
    if (!path || strcmp(path, "-") == 0) return DETENTE_OK;
    enum detente_status status = output_check_target(path, database, error);
    if (status != DETENTE_OK) return status;
    output->name = path;
    output->direct = false;
    struct stat there;
    if (stat(path, &there) == 0 && !S_ISREG(there.st_mode))
        return open_special(output, path, error);
    status = temporary_open(&output->temporary, path, error);
    output->file = output->temporary.file;
    return status;
}

enum detente_status output_write(void *context, const char *data, size_t size) {
    struct output *output = context;
    output->written = output->written || size > 0;
    return temporary_write(output->file, output->name, data, size, &output->failure);
}

static enum detente_status keep_file(struct output *output, struct detente_error *error) {
    enum detente_status status = temporary_seal(&output->temporary, error);
    return status == DETENTE_OK ? temporary_place(&output->temporary, error) : status;
}

enum detente_status output_close(struct output *output, bool keep, struct detente_error *error) {
    if (output->opened && close(output->file) != 0 && keep)
        return fault_set_system(error, output->name, errno);
    if (output->direct) return DETENTE_OK;
    enum detente_status status = keep ? keep_file(output, error) : DETENTE_OK;
    temporary_close(&output->temporary);
    return status;
}
