/* The built-in profiles: found, listed, shown. Each is a file of the name that it says itself. */
#include "profiles.h"

#include "model/nearest.h"

extern const struct embedded_file profile_builtin_files[];
extern const size_t profile_builtin_file_count;

static struct slice file_profile(const struct embedded_file *file) {
    struct slice name = slice_from(file->name);
    return slice_part(name, 0, name.size - (sizeof ".json" - 1));
}

static enum status parse_file(struct arena *arena, const struct embedded_file *file, const struct profile **profile,
                              struct error *error) {
    struct memory_input memory = {{(const char *)file->data, file->size}, 0};
    struct input input;
    input_from_memory(&memory, file->name, &input);
    return profile_parse(arena, &input, profile, error);
}

enum status profiles_parse_builtin(struct arena *arena, const struct profile *const **profiles, size_t *count, struct error *error) {
    const struct profile **all = arena_alloc_array(arena, profile_builtin_file_count, sizeof *all);
    *count = 0;
    if (!all) return error_set(error, STATUS_NO_MEMORY, "out of memory");
    for (; *count < profile_builtin_file_count; ++*count) {
        enum status status = parse_file(arena, &profile_builtin_files[*count], &all[*count], error);
        if (status != STATUS_OK) return status;
    }
    *profiles = all;
    return STATUS_OK;
}

enum status profiles_find_file(struct slice name, const struct embedded_file **file, struct error *error) {
    struct nearest nearest = {.word = name};
    char names[200];
    for (size_t i = 0; i < profile_builtin_file_count; i++) {
        *file = &profile_builtin_files[i];
        if (slice_equals_ascii_nocase(file_profile(*file), name)) return STATUS_OK;
        nearest_offer(&nearest, file_profile(*file));
    }
    nearest_format(&nearest, names, sizeof names);
    error_set(error, STATUS_USAGE, "there is no profile \"%.*s\"", (int)(name.size < 60 ? name.size : 60), name.data);
    if (names[0]) error_advise(error, "did you mean %s?", names);
    else error_advise(error, "`detente profiles` lists them; a profile of your own is given with --map FILE");
    return STATUS_USAGE;
}

enum status profiles_find_builtin(struct arena *arena, struct slice name, const struct profile **profile, struct error *error) {
    const struct embedded_file *file;
    enum status status = profiles_find_file(name, &file, error);
    return status == STATUS_OK ? parse_file(arena, file, profile, error) : status;
}
