/* Tells a document from lines by the beginning of a text. It looks at the outermost object only,
 * and judges nothing: what is wrong is found by reading. */
#include "json.h"

/* What has been seen of the outermost object. */
struct glance {
    struct slice text;
    size_t position;
    int depth;
    bool key_next;    /* a string at depth 1 would be a key */
    bool has_version; /* a key "detente" */
    bool has_members; /* a key that names an array of records, or "dossier" */
    bool spans_lines; /* a line ends inside the object */
    bool closed;
};

/* From an opening quote to behind the closing one, or to the end of what there is. */
static struct slice glance_string(struct glance *g) {
    size_t start = ++g->position;
    while (g->position < g->text.size && g->text.data[g->position] != '"')
        g->position += g->text.data[g->position] == '\\' ? 2 : 1;
    struct slice text = slice_part(g->text, start, g->position);
    if (g->position < g->text.size)
        g->position++;
    return text;
}

static void note_key(struct glance *g, struct slice key) {
    enum record_type type = record_find_type(key);
    g->has_version = g->has_version || slice_is(key, "detente");
    g->has_members = g->has_members || slice_is(key, "dossier") ||
                     (type != RECORD_TYPES && slice_is(key, record_info(type)->plural));
}

static void glance_sign(struct glance *g, char c) {
    if (c == '{' || c == '[')
        g->depth++;
    else if (c == '}' || c == ']')
        g->closed = --g->depth == 0;
    g->key_next = g->depth == 1 && (c == '{' || c == ',');
}

static void glance_object(struct glance *g) {
    while (g->position < g->text.size && !g->closed) {
        char c = g->text.data[g->position];
        if (c == '"') {
            struct slice text = glance_string(g);
            if (g->key_next)
                note_key(g, text);
            g->key_next = false;
            continue;
        }
        g->position++;
        if (c == '\n')
            g->spans_lines = true;
        else if (c != ' ' && c != '\t' && c != '\r')
            glance_sign(g, c);
    }
}

char json_guess(struct slice beginning) {
    struct slice mark = SLICE_OF("\xEF\xBB\xBF");
    if (slice_starts_with(beginning, mark))
        beginning = slice_part(beginning, mark.size, beginning.size);
    struct glance g = {.text = slice_trim(beginning)};
    if (slice_is_empty(g.text) || g.text.data[0] != '{')
        return 0;
    glance_object(&g);
    if (g.has_version || (g.spans_lines && g.has_members))
        return 'd';
    return g.spans_lines ? 0 : 'l';
}
