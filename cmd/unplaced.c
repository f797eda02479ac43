/* What could not be placed. The most frequent come first; twenty are enough to see what is wrong. */
#include "unplaced.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"

/* ---- a table ----------------------------------------------------------------------------------------------------- */

static void write_text(struct unplaced *unplaced, const char *text, size_t size) {
    if (unplaced->writes) (void)output_write(&unplaced->output, text, size); /* a failure is kept there */
}

static void write_cell(struct unplaced *unplaced, const char *text, const char *end) {
    bool quoted = strpbrk(text, ",\"\r\n") != NULL;
    if (quoted) write_text(unplaced, "\"", 1);
    for (const char *at = text; *at;) {
        size_t size = strcspn(at, "\"");
        write_text(unplaced, at, size);
        if (at[size]) write_text(unplaced, "\"\"", 2);
        at += size + (at[size] != '\0');
    }
    if (quoted) write_text(unplaced, "\"", 1);
    write_text(unplaced, end, strlen(end));
}

static void write_row(struct unplaced *unplaced, const struct detente_unplaced *what) {
    char count[32], line[32] = "";
    snprintf(count, sizeof count, "%" PRIu64, what->count);
    if (what->line) snprintf(line, sizeof line, "%ld", what->line);
    write_cell(unplaced, what->what, ",");
    write_cell(unplaced, what->column, ",");
    write_cell(unplaced, what->value, ",");
    write_cell(unplaced, what->reason, ",");
    write_cell(unplaced, count, ",");
    write_cell(unplaced, what->kept ? "yes" : "no", ",");
    write_cell(unplaced, what->file, ",");
    write_cell(unplaced, line, "\n");
}

/* ---- JSON --------------------------------------------------------------------------------------------------------- */

static void put_string(FILE *file, const char *name, const char *text) {
    fprintf(file, "\"%s\":\"", name);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '"' || *c == '\\') fprintf(file, "\\%c", *c);
        else if (*c < 0x20 || *c == 0x7F) fprintf(file, "\\u%04x", *c);
        else fputc(*c, file);
    }
    fputc('"', file);
}

static void put_member(FILE *file, const char *name, const char *text) {
    if (!text[0]) return;
    put_string(file, name, text);
    fputc(',', file);
}

static void put_object(struct unplaced *unplaced, const struct detente_unplaced *what) {
    FILE *file = unplaced->json;
    if (!file) return;
    fputs(unplaced->told ? ",{" : "{", file);
    put_member(file, "what", what->what);
    put_member(file, "column", what->column);
    put_member(file, "value", what->value);
    put_member(file, "reason", what->reason);
    fprintf(file, "\"count\":%" PRIu64 ",\"kept\":%s", what->count, what->kept ? "true" : "false");
    if (what->file[0]) {
        fputc(',', file);
        put_string(file, "file", what->file);
    }
    if (what->line) fprintf(file, ",\"line\":%ld", what->line);
    fputc('}', file);
}

/* ---- lines --------------------------------------------------------------------------------------------------------- */

static void show_line(const struct unplaced *unplaced, const struct detente_unplaced *what) {
    char place[sizeof((struct detente_error *)0)->file + 40] = "", column[120] = "", value[240] = "";
    if (unplaced->term->quiet || unplaced->told >= UNPLACED_SHOWN) return;
    if (unplaced->told == 0) term_print_line("not placed:");
    if (what->value[0]) snprintf(value, sizeof value, " \"%s\"", what->value);
    if (what->column[0]) snprintf(column, sizeof column, " in %s", what->column);
    if (what->line) snprintf(place, sizeof place, " (%s:%ld)", what->file, what->line);
    term_print_line("%8" PRIu64 "  %s%s%s: %s%s%s", what->count, what->what, value, column, what->reason,
                    what->kept ? "; kept as the named actor" : "", place);
}

void unplaced_hear(struct unplaced *unplaced, const struct detente_unplaced *what) {
    show_line(unplaced, what);
    write_row(unplaced, what);
    put_object(unplaced, what);
    unplaced->told++;
}

/* Of more different ones than are listed nobody knows how many there are, only how often they stand. */
void unplaced_tell_more(const struct unplaced *unplaced, const char *path, uint64_t others) {
    if (unplaced->told <= UNPLACED_SHOWN || unplaced->term->quiet) return;
    if (others == 0)
        term_print_line("%8s  and %" PRIu64 " more different ones; %s%s", "...", unplaced->told - UNPLACED_SHOWN,
                        path ? "all are in " : "--unplaced FILE keeps all of them", path ? path : "");
    else
        term_print_line("%8s  and more; the %" PRIu64 " different ones that were seen first %s%s, %" PRIu64
                        " more %s not listed", "...", unplaced->told, path ? "are in " : "go to --unplaced FILE", path ? path : "",
                        others, others == 1 ? "was" : "were");
}

/* ---- beginning and end ---------------------------------------------------------------------------------------------- */

enum detente_status unplaced_open(struct unplaced *unplaced, const struct term *term, const char *path, const char *database,
                                  bool json, struct detente_error *error) {
    static const char heading[] = "what,column,value,reason,count,kept,file,line\n";
    *unplaced = (struct unplaced){.term = term};
    if (path) {
        enum detente_status status = output_open(&unplaced->output, path, database, error);
        if (status != DETENTE_OK) return status;
        unplaced->writes = true;
        write_text(unplaced, heading, sizeof heading - 1);
    }
    if (!json) return DETENTE_OK;
    unplaced->json = open_memstream(&unplaced->json_text, &unplaced->json_size);
    if (unplaced->json) return DETENTE_OK;
    unplaced_close(unplaced, DETENTE_NO_MEMORY, error);
    return fault_set_memory(error);
}

enum detente_status unplaced_close(struct unplaced *unplaced, enum detente_status status, struct detente_error *error) {
    bool whole = !unplaced->json || !ferror(unplaced->json);
    if (unplaced->json) whole = fclose(unplaced->json) == 0 && whole;
    unplaced->json = NULL;
    if (unplaced->writes) {
        struct detente_error fault = {.status = DETENTE_OK};
        enum detente_status written = output_close(&unplaced->output, status == DETENTE_OK, &fault);
        if (status == DETENTE_OK && written != DETENTE_OK) {
            *error = fault;
            status = written;
        }
    }
    unplaced->writes = false;
    return status == DETENTE_OK && !whole ? fault_set_memory(error) : status;
}

void unplaced_free(struct unplaced *unplaced) {
    free(unplaced->json_text);
    unplaced->json_text = NULL;
}
