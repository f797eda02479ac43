/* Folder, file, child process. What a person typed is never thrown away here: who closes says whether it stays. */
#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault.h"
#include "temporary.h"

/* ---- reading ---- */

enum { TEXT_MAX = 32 << 20 };

enum detente_status editor_read_all(FILE *stream, const char *name, char **text, size_t *size, struct detente_error *error) {
    size_t capacity = 0;
    *text = NULL;
    *size = 0;
    for (;;) {
        if (capacity - *size < 2) {
            char *more = realloc(*text, capacity = capacity ? capacity * 2 : 4096);
            if (!more) return fault_set_memory(error);
            *text = more;
        }
        errno = 0;
        size_t got = fread(*text + *size, 1, capacity - *size - 1, stream);
        *size += got;
        (*text)[*size] = '\0';
        if (got == 0 && ferror(stream)) return fault_set_system(error, name, errno ? errno : EIO);
        if (got == 0) return DETENTE_OK;
        if (*size > TEXT_MAX) return fault_set(error, DETENTE_BAD_INPUT, "%s is too large for one record", name);
    }
}

long editor_cut_errors(char *text, size_t *size) {
    static const char mark[] = "error:";
    size_t at = 0;
    long lines = 0;
    for (; strncmp(text + at, mark, sizeof mark - 1) == 0; lines++) {
        const char *end = strchr(text + at, '\n');
        at = end ? (size_t)(end - text) + 1 : *size;
    }
    memmove(text, text + at, *size - at + 1);
    *size -= at;
    return lines;
}

static enum detente_status read_back(struct editor *editor, struct detente_error *error) {
    FILE *file = fopen(editor->path, "r");
    free(editor->text);
    editor->text = NULL;
    if (!file) return fault_set_system(error, editor->path, errno);
    enum detente_status status = editor_read_all(file, editor->path, &editor->text, &editor->size, error);
    fclose(file);
    if (status == DETENTE_OK) editor_cut_errors(editor->text, &editor->size);
    return status;
}

/* ---- the file ---- */

static char *join(const char *a, const char *b, const char *c) {
    size_t size = strlen(a) + strlen(b) + strlen(c) + 1;
    char *text = malloc(size);
    if (text) snprintf(text, size, "%s%s%s", a, b, c);
    return text;
}

/* A name of a record may hold slashes and whatever else; a file's is plain and not too long. */
static char *name_file(const char *folder, const char *name) {
    enum { NAME_MAX_BYTES = 80 };
    char plain[NAME_MAX_BYTES + 1];
    size_t size = 0;
    for (const char *c = name; *c && size < NAME_MAX_BYTES; c++) {
        bool good = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') || *c == '-' || *c == '_' ||
                    (*c == '.' && size > 0);
        plain[size++] = good ? *c : '-';
    }
    plain[size] = '\0';
    char *file = join(folder, "/", plain[0] && plain[0] != '-' ? plain : "record");
    char *whole = file ? join(file, ".json", "") : NULL;
    free(file);
    return whole;
}

static enum detente_status write_file(const char *path, const char *line, const char *text, size_t size,
                                      struct detente_error *error) {
    int file = open(path, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, 0600);
    if (file < 0) return fault_set_system(error, path, errno);
    enum detente_status status = temporary_write(file, path, line, strlen(line), error);
    if (status == DETENTE_OK) status = temporary_write(file, path, text, size, error);
    if (close(file) != 0 && status == DETENTE_OK) status = fault_set_system(error, path, errno);
    return status;
}

/* The old file is there until the new one is whole. */
static enum detente_status replace_file(const struct editor *editor, const char *line, struct detente_error *error) {
    char *beside = join(editor->path, ".new", "");
    if (!beside) return fault_set_memory(error);
    enum detente_status status = write_file(beside, line, editor->text ? editor->text : "", editor->size, error);
    if (status == DETENTE_OK && rename(beside, editor->path) != 0) status = fault_set_system(error, editor->path, errno);
    if (status != DETENTE_OK) unlink(beside);
    free(beside);
    return status;
}

enum detente_status editor_open(struct editor *editor, const char *command, const char *name, const char *text,
                                struct detente_error *error) {
    const char *root = getenv("TMPDIR");
    *editor = (struct editor){.command = command};
    editor->folder = join(root && *root ? root : "/tmp", "/detente-XXXXXX", "");
    if (!editor->folder) return fault_set_memory(error);
    if (!mkdtemp(editor->folder)) {
        fault_set_system(error, root && *root ? root : "/tmp", errno);
        free(editor->folder);
        editor->folder = NULL;
        return error->status;
    }
    editor->path = name_file(editor->folder, name);
    enum detente_status status = editor->path ? write_file(editor->path, "", text, strlen(text), error)
                                              : fault_set_memory(error);
    if (status != DETENTE_OK) editor_close(editor, false);
    return status;
}

/* On one line, since one line is cut off again. */
static void flatten(char *text) {
    for (char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F) *c = ' ';
}

enum detente_status editor_show_error(struct editor *editor, const struct detente_error *fault, struct detente_error *error) {
    char line[1200], place[64] = "";
    if (fault->line) snprintf(place, sizeof place, "line %ld, column %ld: ", fault->line + 1, fault->column);
    int size = snprintf(line, sizeof line - 1, "error: %s%s%s%s", place, fault->message, fault->remedy[0] ? "; " : "",
                        fault->remedy);
    if (size < 0) return fault_set_memory(error);
    flatten(line);
    strcat(line, "\n");
    return replace_file(editor, line, error);
}

/* ---- the editor ---- */

static const char *choose_command(const struct editor *editor) {
    const char *names[] = {editor->command, getenv("VISUAL"), getenv("EDITOR")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i] && *names[i]) return names[i];
    return NULL;
}

/* As git does it: the command may have arguments, the path is one of its own. */
static void become_editor(const char *command, const char *path) {
    static const char standard[] = "if command -v sensible-editor >/dev/null 2>&1; then exec sensible-editor \"$@\"; "
                                   "else exec vi \"$@\"; fi";
    char *script = command ? join(command, " \"$@\"", "") : join(standard, "", "");
    if (script) execl("/bin/sh", "sh", "-c", script, command ? command : "sh", path, (char *)NULL);
    _exit(127);
}

static enum detente_status explain_exit(const char *command, int state, struct detente_error *error) {
    enum { NOT_STARTED = 127 };
    const char *name = command ? command : "vi";
    if (WIFEXITED(state) && WEXITSTATUS(state) == 0) return DETENTE_OK;
    if (WIFEXITED(state) && WEXITSTATUS(state) == NOT_STARTED) {
        fault_set(error, DETENTE_ENVIRONMENT, "the editor %.100s could not be started", name);
        fault_advise(error, "set VISUAL or EDITOR, or change the record with settings, as in title=\"Talks in Paris\"");
    } else if (WIFEXITED(state)) {
        fault_set(error, DETENTE_ENVIRONMENT, "the editor %.100s failed with %d; nothing was changed", name, WEXITSTATUS(state));
    } else {
        fault_set(error, DETENTE_ENVIRONMENT, "the editor %.100s was ended by a signal; nothing was changed", name);
    }
    return error->status;
}

/* ^C is meant for the editor. */
static void ignore_interrupts(struct sigaction kept[2], bool ignore) {
    static const int numbers[2] = {SIGINT, SIGQUIT};
    for (int i = 0; i < 2; i++) {
        struct sigaction none = {.sa_handler = SIG_IGN};
        sigemptyset(&none.sa_mask);
        if (ignore) sigaction(numbers[i], &none, &kept[i]);
        else sigaction(numbers[i], &kept[i], NULL);
    }
}

enum detente_status editor_run(struct editor *editor, struct detente_error *error) {
    const char *command = choose_command(editor);
    struct sigaction kept[2];
    int state = 0;
    fflush(NULL);
    ignore_interrupts(kept, true);
    pid_t child = fork();
    if (child == 0) {
        ignore_interrupts(kept, false);
        signal(SIGPIPE, SIG_DFL);
        become_editor(command, editor->path);
    }
    int failed = child < 0 ? errno : 0;
    while (child > 0 && waitpid(child, &state, 0) < 0 && errno == EINTR) continue;
    ignore_interrupts(kept, false);
    if (failed) return fault_set_system(error, command ? command : "vi", failed);
    enum detente_status status = explain_exit(command, state, error);
    return status == DETENTE_OK ? read_back(editor, error) : status;
}

void editor_close(struct editor *editor, bool keep) {
    if (editor->path && keep) term_print_line("what you wrote is kept in %s", editor->path);
    if (editor->path && !keep) unlink(editor->path);
    if (editor->folder && !keep) rmdir(editor->folder);
    free(editor->folder);
    free(editor->path);
    free(editor->text);
    *editor = (struct editor){.folder = NULL};
}
