/* Kinds and offices are open lists: any word is taken. One that is nearly a built-in one is probably misspelt, and is told. */
#include "import.h"

#include <stdio.h>
#include "model/kind.h"
#include "model/nearest.h"

enum { WORDS_MAX = 10000 /* looked at */, NEAR_TOLD_MAX = 10 };

/* Has nobody looked at it in this import? */
static enum status see_word(struct importer *importer, struct slice word, bool *is_new, struct error *error) {
    *is_new = false;
    if (importer->words_told >= NEAR_TOLD_MAX || importer->words_seen.count >= WORDS_MAX) return STATUS_OK;
    if (id_set_add(&importer->words_seen, word, is_new)) return STATUS_OK;
    return error_set(error, STATUS_NO_MEMORY, "out of memory");
}

/* ---- kinds ------------------------------------------------------------------------------------------------------------------ */

struct use {
    struct slice name;
    bool found;
};

static enum status see_use(void *context, struct slice name, int64_t uses, struct error *error) {
    struct use *use = context;
    (void)error;
    use->found = use->found || (uses > 0 && slice_equals(name, use->name));
    return STATUS_OK;
}

static struct slice next_segment(struct slice path, size_t from) {
    struct slice rest = slice_part(path, from, path.size);
    return slice_part(rest, 0, slice_find(rest, '.'));
}

/* Built-in kinds directly below the one that governs it. */
static void find_meant(struct slice kind, struct slice governing, char *out, size_t size) {
    struct nearest nearest = {.word = next_segment(kind, governing.size + 1)};
    char names[80];
    for (size_t i = 0; i < kind_count; i++) {
        struct slice known = slice_from(kind_table[i].path);
        if (known.size <= governing.size || !kind_is_below(known, governing)) continue;
        nearest_offer(&nearest, next_segment(known, governing.size + 1));
    }
    nearest.count = nearest.count ? 1 : 0;
    nearest_format(&nearest, names, sizeof names);
    if (names[0]) snprintf(out, size, "%.*s.%s", (int)(governing.size < 30 ? governing.size : 30), governing.data, names);
}

static enum status find_kind(struct importer *importer, struct slice kind, struct near_word *near, struct error *error) {
    const struct kind *found = kind_find(kind);
    struct use use = {kind, false};
    bool is_new = false;
    if (!found || slice_is(kind, found->path)) return STATUS_OK;
    enum status status = see_word(importer, kind, &is_new, error);
    if (status != STATUS_OK || !is_new) return status;
    find_meant(kind, slice_from(found->path), near->meant, sizeof near->meant);
    if (!near->meant[0]) return STATUS_OK;
    status = store_each_use(importer->database->store, "kind", see_use, &use, error);
    if (status == STATUS_OK && !use.found) near->what = "kind";
    return status;
}

/* ---- offices ---------------------------------------------------------------------------------------------------------------- */

static char office_letter(char c) { return c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static enum status find_office(struct importer *importer, struct slice office, struct near_word *near, struct error *error) {
    static const char *const known[] = {"head_of_state", "head_of_government", "foreign_minister", "ambassador"};
    char letters[64];
    struct nearest nearest = {.word = {letters, office.size}};
    bool is_new = false;
    if (office.size == 0 || office.size > sizeof letters) return STATUS_OK;
    for (size_t i = 0; i < office.size; i++) letters[i] = office_letter(office.data[i]);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (slice_is(nearest.word, known[i])) return STATUS_OK;
    enum status status = see_word(importer, nearest.word, &is_new, error);
    if (status != STATUS_OK || !is_new) return status;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) nearest_offer(&nearest, slice_from(known[i]));
    nearest_format(&nearest, near->meant, sizeof near->meant);
    if (near->meant[0]) near->what = "office";
    return STATUS_OK;
}

enum status import_find_near(struct importer *importer, const struct record *record, struct near_word *near, struct error *error) {
    near->what = NULL;
    near->meant[0] = '\0';
    near->word = record->type == RECORD_EVENT ? record_get(record, EVENT_KIND) : SLICE_NONE;
    if (record->type == RECORD_TERM) near->word = record_get(record, TERM_OFFICE);
    if (slice_is_empty(near->word)) return STATUS_OK;
    return record->type == RECORD_EVENT ? find_kind(importer, near->word, near, error) : find_office(importer, near->word, near, error);
}

void import_tell_near(struct importer *importer, const struct near_word *near) {
    if (importer->words_told++ >= NEAR_TOLD_MAX) return;
    import_remark(importer, "%s %.*s is not built in; did you mean %s?", near->what,
                  (int)(near->word.size < 80 ? near->word.size : 80), near->word.data, near->meant);
}
