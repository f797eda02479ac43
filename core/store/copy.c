/* Copies of whole records. */
#include "copy.h"

#include "inside.h"
#include "schema.h"

static enum status run_copy(struct engine_copy *copy, const struct copy_watch *watch, struct error *error) {
    enum status status = STATUS_OK;
    for (bool done = false; status == STATUS_OK && !done;) {
        uint64_t copied, total;
        status = engine_copy_step(copy, &done, error);
        if (status != STATUS_OK || done || !watch || !watch->progress) continue;
        engine_copy_tell(copy, &copied, &total);
        if (!watch->progress(watch->context, copied, total))
            status = error_set(error, STATUS_STOPPED, "interrupted while the record was being copied");
    }
    return status;
}

static enum status copy_engine(struct engine *from, const char *path, const struct copy_watch *watch, struct error *error) {
    struct engine *into;
    struct engine_copy *copy = NULL;
    enum status status = engine_open(path, ENGINE_CREATE, &into, error);
    if (status == STATUS_OK) status = engine_copy_begin(from, into, &copy, error);
    if (status == STATUS_OK) status = run_copy(copy, watch, error);
    engine_copy_end(copy);
    if (status == STATUS_OK) status = engine_write_in_place(into, error);
    engine_close(into);
    return status;
}

/* One view for the whole copy, where that keeps no writer waiting. Elsewhere the engine begins anew when somebody wrote. */
enum status copy_record(struct store *from, const char *path, const struct copy_watch *watch, struct error *error) {
    bool viewing = engine_writes_ahead(from->engine);
    int64_t ignored;
    enum status status = viewing ? store_begin_reading(from, error) : STATUS_OK;
    if (status == STATUS_OK && viewing) status = engine_number(from->engine, "SELECT count(*) FROM meta", &ignored, error);
    if (status == STATUS_OK) status = copy_engine(from->engine, path, watch, error);
    if (viewing) store_end_reading(from);
    return status;
}

enum status copy_file(const char *from, const char *path, const struct copy_watch *watch, struct error *error) {
    struct engine *engine;
    enum status status = engine_open(from, ENGINE_READ, &engine, error);
    if (status != STATUS_OK) return status;
    status = copy_engine(engine, path, watch, error);
    engine_close(engine);
    return status;
}

enum status copy_over(struct store *from, const char *path, copy_keep *keep, void *context, const struct copy_watch *watch,
                      struct error *error) {
    struct engine *into;
    struct engine_copy *copy = NULL;
    enum status status = engine_open(path, ENGINE_WRITE, &into, error);
    if (status != STATUS_OK) return status;
    engine_write_ahead(into);
    bool ahead = engine_writes_ahead(into);
    if (!ahead) status = keep(context, error);
    if (status == STATUS_OK) status = engine_copy_begin(from->engine, into, &copy, error);
    if (status == STATUS_OK && ahead) status = keep(context, error);
    if (status == STATUS_OK) status = run_copy(copy, watch, error);
    engine_copy_end(copy);
    engine_close(into);
    return status;
}

enum status copy_judge(const char *path, bool *ours, bool *older, struct error *error) {
    int64_t application, version;
    enum status status = engine_peek(path, &application, &version, error);
    *ours = application == STORE_APPLICATION_ID;
    *older = *ours && version >= 1 && (uint64_t)version < schema_version_count;
    return status;
}
