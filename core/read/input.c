/* Files, streams and memory as blocks of bytes. Knows no format. */
#include "input.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

struct file_input {
    FILE *stream;
    FILE *standard; /* not ours to close */
    char *name;     /* for errors */
    off_t start;    /* where the first byte stands in the stream; -1 when it cannot seek */
};

static enum status report_failure(const char *name, const char *what, int code,
                                  struct error *error) {
    char reason[128];
    if (strerror_r(code, reason, sizeof reason) != 0)
        reason[0] = '\0';
    error_set(error, STATUS_ENVIRONMENT, "cannot %s %s: %s", what, name, reason);
    error_locate(error, name, 0, 0);
    return STATUS_ENVIRONMENT;
}

static enum status read_stream(void *context, char *data, size_t size, size_t *got,
                               struct error *error) {
    struct file_input *file = context;
    errno = 0;
    *got = fread(data, 1, size, file->stream);
    if (*got == 0 && ferror(file->stream))
        return report_failure(file->name, "read", errno, error);
    return STATUS_OK;
}

static enum status rewind_stream(void *context, struct error *error) {
    struct file_input *file = context;
    if (fseeko(file->stream, file->start, SEEK_SET) != 0)
        return report_failure(file->name, "read again", errno, error);
    clearerr(file->stream);
    return STATUS_OK;
}

/* All that a stream still has, into a file without a name. */
static enum status copy_stream(struct file_input *file, FILE *copy, struct error *error) {
    char data[BUFSIZ];
    size_t got;
    errno = 0;
    while ((got = fread(data, 1, sizeof data, file->stream)) > 0)
        if (fwrite(data, 1, got, copy) != got)
            return report_failure("a temporary file", "write", errno, error);
    if (ferror(file->stream))
        return report_failure(file->name, "read", errno, error);
    if (fflush(copy) != 0)
        return report_failure("a temporary file", "write", errno, error);
    return STATUS_OK;
}

static void close_stream(struct file_input *file) {
    if (file->stream && file->stream != file->standard)
        fclose(file->stream);
    file->stream = NULL;
}

/* Puts a temporary copy in the place of a stream that cannot seek. */
static enum status make_rewindable(struct file_input *file, struct error *error) {
    if (file->start >= 0)
        return STATUS_OK;
    FILE *copy = tmpfile();
    if (!copy)
        return report_failure("a temporary file", "make", errno, error);
    enum status status = copy_stream(file, copy, error);
    close_stream(file);
    file->stream = copy;
    file->start = 0;
    return status == STATUS_OK ? rewind_stream(file, error) : status;
}

static enum status refuse_folder(struct file_input *file, struct error *error) {
    struct stat info;
    int descriptor = fileno(file->stream); /* -1: a stream over memory, no folder */
    if (descriptor >= 0 && fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode))
        return report_failure(file->name, "read", EISDIR, error);
    return STATUS_OK;
}

static enum status open_stream(struct file_input *file, bool rewindable, struct error *error) {
    file->stream = file->standard ? file->standard : fopen(file->name, "rb");
    if (!file->stream)
        return report_failure(file->name, "open", errno, error);
    enum status status = refuse_folder(file, error);
    if (status != STATUS_OK)
        return status;
    file->start = ftello(file->stream);
    return rewindable ? make_rewindable(file, error) : STATUS_OK;
}

static void free_file(struct file_input *file) {
    close_stream(file);
    free(file->name);
    free(file);
}

enum status input_open(const char *path, FILE *standard, bool rewindable, struct input *input,
                       struct error *error) {
    *input = (struct input){.name = path};
    struct file_input *file = calloc(1, sizeof *file);
    char *name = malloc(strlen(path) + 1);
    if (!file || !name) {
        free(file);
        free(name);
        return error_set(error, STATUS_NO_MEMORY, "out of memory");
    }
    *file = (struct file_input){.name = strcpy(name, path)};
    file->standard = strcmp(path, "-") == 0 ? standard : NULL;
    enum status status = open_stream(file, rewindable, error);
    if (status != STATUS_OK) {
        free_file(file);
        return status;
    }
    *input = (struct input){file->name, read_stream, file->start >= 0 ? rewind_stream : NULL, file};
    return STATUS_OK;
}

void input_close(struct input *input) {
    if (!input || input->read != read_stream)
        return;
    free_file(input->context);
    *input = (struct input){.name = NULL};
}

static enum status read_memory(void *context, char *data, size_t size, size_t *got,
                               struct error *error) {
    struct memory_input *memory = context;
    (void)error;
    struct slice part = slice_part(memory->text, memory->position, memory->position + size);
    if (part.size)
        memcpy(data, part.data, part.size);
    memory->position += part.size;
    *got = part.size;
    return STATUS_OK;
}

static enum status rewind_memory(void *context, struct error *error) {
    struct memory_input *memory = context;
    (void)error;
    memory->position = 0;
    return STATUS_OK;
}

void input_from_memory(struct memory_input *memory, const char *name, struct input *input) {
    memory->position = 0;
    *input = (struct input){name, read_memory, rewind_memory, memory};
}
