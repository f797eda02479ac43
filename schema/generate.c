/* Turns the data files of schema/ into C sources, at build time:
 *
 *   generate countries FILE        the reference table of countries, see core/model/reference.h
 *   generate organizations FILE    the same of organizations
 *   generate kinds FILE            the table of kinds, see core/model/kind.h
 *   generate cameo FILE            the codes of machine-coded events, see core/model/cameo.h
 *   generate schema FILE...        the tables, indexes and views that migrations make, see core/store/schema.h
 *   generate text SYMBOL FILE...   the files as they are: SYMBOL_files[] and SYMBOL_file_count, see
 *                                  core/base/embedded.h; of a single one SYMBOL_data[], SYMBOL_size
 *
 * The sources include by paths from core/. */
#include "generate.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void generate_fail(const char *file, long line, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, line > 0 ? "%s:%ld: " : "%s: ", file, line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

void *generate_need(void *memory) {
    if (!memory)
        generate_fail("generate", 0, "memory is out");
    return memory;
}

static char *read_stream(FILE *stream, const char *path, size_t *size) {
    size_t capacity = 1 << 16;
    char *data = generate_need(malloc(capacity));
    *size = 0;
    for (size_t got; (got = fread(data + *size, 1, capacity - *size, stream)) > 0;) {
        *size += got;
        if (*size == capacity)
            data = generate_need(realloc(data, capacity *= 2));
    }
    if (ferror(stream))
        generate_fail(path, 0, "cannot be read");
    return data;
}

struct slice generate_read_file(struct arena *arena, const char *path) {
    size_t size;
    FILE *stream = fopen(path, "rb");
    if (!stream)
        generate_fail(path, 0, "cannot be opened");
    char *data = read_stream(stream, path, &size);
    fclose(stream);
    char *copy = generate_need(arena_string(arena, (struct slice){data, size}));
    free(data);
    return (struct slice){copy, size};
}

/* Octal escapes, since they end after three digits; '?' too, against trigraphs. */
void generate_print_string(struct slice text) {
    putchar('"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '"' || c == '\\' || c == '?')
            printf("\\%c", c);
        else if (c < 0x20 || c >= 0x7F)
            printf("\\%03o", c);
        else
            putchar(c);
    }
    putchar('"');
}

/* ---- Files as they are ----------------------------------------------------------------------- */

static struct slice base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slice_from(slash ? slash + 1 : path);
}

void generate_print_bytes(struct slice text) {
    enum { PER_LINE = 20 };
    printf("{");
    for (size_t i = 0; i < text.size; i++)
        printf("%s%u,", i % PER_LINE ? "" : "\n    ", (unsigned)(unsigned char)text.data[i]);
    printf("\n    0};\n");
}

static void print_one(const char *symbol, struct slice text) {
    printf("extern const unsigned char %s_data[];\nextern const size_t %s_size;\n", symbol, symbol);
    printf("const unsigned char %s_data[] = ", symbol);
    generate_print_bytes(text);
    printf("const size_t %s_size = %zu;\n", symbol, text.size);
}

static void check_symbol(const char *symbol) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz_";
    if (!*symbol || symbol[strspn(symbol, letters)])
        generate_fail("generate", 0, "\"%s\" is no symbol: letters a-z and _ only", symbol);
}

static void generate_text(struct arena *arena, const char *symbol, char *const *paths,
                          size_t count) {
    check_symbol(symbol);
    struct slice *texts = generate_need(arena_alloc_array(arena, count, sizeof *texts));
    printf("#include \"base/embedded.h\"\n\n");
    for (size_t i = 0; i < count; i++) {
        texts[i] = generate_read_file(arena, paths[i]);
        if (count == 1) {
            print_one(symbol, texts[i]);
            continue;
        }
        printf("static const unsigned char %s_data_%zu[] = ", symbol, i);
        generate_print_bytes(texts[i]);
    }
    printf("extern const struct embedded_file %s_files[];\nextern const size_t %s_file_count;\n",
           symbol, symbol);
    printf("const struct embedded_file %s_files[] = {\n", symbol);
    for (size_t i = 0; i < count; i++) {
        printf("    {");
        generate_print_string(base_name(paths[i]));
        if (count == 1)
            printf(", %s_data, %zu},\n", symbol, texts[i].size);
        else
            printf(", %s_data_%zu, %zu},\n", symbol, i, texts[i].size);
    }
    printf("};\nconst size_t %s_file_count = %zu;\n", symbol, count);
}

/* ---- Program --------------------------------------------------------------------------------- */

static const struct command {
    const char *name;
    void (*run)(struct arena *arena, const char *path);
} commands[] = {
    {"countries", generate_countries},
    {"organizations", generate_organizations},
    {"kinds", generate_kinds},
    {"cameo", generate_cameo},
};

static bool run_command(struct arena *arena, int argc, char **argv) {
    if (argc >= 4 && strcmp(argv[1], "text") == 0) {
        generate_text(arena, argv[2], argv + 3, (size_t)argc - 3);
        return true;
    }
    if (argc >= 3 && strcmp(argv[1], "schema") == 0) {
        generate_schema(arena, argv + 2, (size_t)argc - 2);
        return true;
    }
    for (size_t i = 0; argc == 3 && i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(argv[1], commands[i].name) == 0) {
            commands[i].run(arena, argv[2]);
            return true;
        }
    return false;
}

int main(int argc, char **argv) {
    struct arena arena;
    arena_init(&arena);
    printf("/* Generated by schema/generate; the data is in schema/. */\n");
    if (!run_command(&arena, argc, argv))
        generate_fail("generate", 0,
                      "write countries, organizations, kinds or cameo and a file, schema FILE..., or text SYMBOL FILE...");
    arena_free(&arena);
    if (fflush(stdout) != 0 || ferror(stdout))
        generate_fail("generate", 0, "the output cannot be written");
    return EXIT_SUCCESS;
}
