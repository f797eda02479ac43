/* What could not be placed, counted by what it is, where it stood, what it says and why. Bounded: a file of nonsense cannot fill
 * the memory. Never decides anything. */
#include "import.h"

#include <stdlib.h>
#include "base/hash.h"

enum { SLOTS = 32768 /* more than twice UNPLACED_MAX, a power of two */ };

static enum status no_memory(struct error *error) { return error_set(error, STATUS_NO_MEMORY, "out of memory"); }

void import_free_unplaced(struct unplaced_list *list) {
    free(list->entries);
    free(list->slots);
    arena_free(&list->arena);
}

static bool begin(struct unplaced_list *list) {
    if (list->entries) return true;
    list->entries = calloc(UNPLACED_MAX, sizeof *list->entries);
    list->slots = calloc(SLOTS, sizeof *list->slots);
    return list->entries && list->slots;
}

/* Of all that makes it another one; the whole value, also where only its beginning is kept. */
static uint64_t hash_of(const struct unplaced *what) {
    uint64_t hash = hash_text(what->value);
    hash = hash * 31 + hash_text(what->column);
    hash = hash * 31 + hash_text(slice_from(what->what));
    hash = hash * 31 + hash_text(slice_from(what->reason));
    return hash ^ hash >> 29;
}

/* At most UNPLACED_SHOWN bytes, no character cut in two. */
static struct slice shorten(struct slice text) {
    size_t end = UNPLACED_SHOWN;
    if (text.size <= end) return text;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80) end--;
    return slice_part(text, 0, end);
}

static bool is_same(const struct unplaced_entry *entry, const struct unplaced *what, uint64_t hash) {
    return entry->hash == hash && slice_is(shorten(what->value), entry->value) && slice_is(what->column, entry->column) &&
           strcmp(what->what, entry->what) == 0 && strcmp(what->reason, entry->reason) == 0;
}

/* Files come one after the other, so that the name kept last mostly does. */
static const char *keep_file(struct unplaced_list *list, const char *file) {
    if (!list->file || strcmp(list->file, file ? file : "") != 0)
        list->file = arena_string(&list->arena, slice_from(file ? file : ""));
    return list->file;
}

static bool fill(struct unplaced_list *list, struct unplaced_entry *entry, const struct unplaced *what, uint64_t hash) {
    *entry = (struct unplaced_entry){.hash = hash, .count = 1, .line = what->line, .kept = what->kept};
    entry->what = arena_string(&list->arena, slice_from(what->what));
    entry->reason = arena_string(&list->arena, slice_from(what->reason));
    entry->column = arena_string(&list->arena, what->column);
    entry->value = arena_string(&list->arena, shorten(what->value));
    entry->file = keep_file(list, what->file);
    return entry->what && entry->reason && entry->column && entry->value && entry->file;
}

static void note_of_row(struct unplaced_list *list, uint32_t entry, const struct unplaced *what) {
    if (what->kept && list->of_row_count < UNPLACED_OF_ROW) list->of_row[list->of_row_count++] = entry;
}

enum status import_add_unplaced(struct importer *importer, const struct unplaced *what, struct error *error) {
    struct unplaced_list *list = &importer->unplaced;
    uint64_t hash = hash_of(what);
    importer->summary->unplaced++;
    importer->row_unplaced = importer->row_unplaced || !what->kept;
    if (!begin(list)) return no_memory(error);
    size_t slot = hash & (SLOTS - 1);
    for (; list->slots[slot]; slot = (slot + 1) & (SLOTS - 1)) {
        struct unplaced_entry *entry = &list->entries[list->slots[slot] - 1];
        if (!is_same(entry, what, hash)) continue;
        entry->count++;
        entry->kept = entry->kept && what->kept;
        note_of_row(list, list->slots[slot] - 1, what);
        return STATUS_OK;
    }
    if (list->count == UNPLACED_MAX) {
        importer->summary->unplaced_others++;
        return STATUS_OK;
    }
    if (!fill(list, &list->entries[list->count], what, hash)) return no_memory(error);
    list->slots[slot] = (uint32_t)++list->count;
    note_of_row(list, (uint32_t)list->count - 1, what);
    return STATUS_OK;
}

void import_end_unplaced(struct importer *importer, bool rejected) {
    struct unplaced_list *list = &importer->unplaced;
    for (size_t i = 0; rejected && i < list->of_row_count; i++) list->entries[list->of_row[i]].kept = false;
    list->of_row_count = 0;
}

/* ---- telling ----------------------------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b) {
    const struct unplaced_entry *one = a, *other = b;
    int order = one->count < other->count ? 1 : one->count > other->count ? -1 : strcmp(one->what, other->what);
    if (order == 0) order = strcmp(one->column, other->column);
    if (order == 0) order = strcmp(one->value, other->value);
    if (order == 0) order = strcmp(one->reason, other->reason);
    if (order == 0) order = strcmp(one->file, other->file);
    return order ? order : (one->line > other->line) - (one->line < other->line);
}

void import_tell_unplaced(struct importer *importer) {
    struct unplaced_list *list = &importer->unplaced;
    const struct detente_import_watch *watch = importer->watch;
    if (!watch || !watch->unplaced || list->count == 0) return;
    qsort(list->entries, list->count, sizeof *list->entries, compare);
    for (size_t i = 0; i < list->count; i++) {
        const struct unplaced_entry *entry = &list->entries[i];
        const struct detente_unplaced told = {entry->what, entry->column, entry->value, entry->reason, entry->count, entry->file,
                                              entry->line, entry->kept};
        watch->unplaced(watch->context, &told);
    }
}
