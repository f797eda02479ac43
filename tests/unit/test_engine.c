/* How files are opened, shared, and left: what is written ahead, who waits for whom, and what can be read where nothing can
 * be written. */

#include "store_fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "../../core/store/engine.h"
#include "../../core/store/search.h"

/* ---- files ------------------------------------------------------------------------------------------------- */

static bool is_there(const struct world *world, const char *suffix) {
    char path[120];
    struct stat there;
    snprintf(path, sizeof path, "%s%s", world->path, suffix);
    return stat(path, &there) == 0;
}

static void check_alone(const struct world *world) {
    assert_true(is_there(world, ""));
    assert_false(is_there(world, "-wal"));
    assert_false(is_there(world, "-shm"));
    assert_false(is_there(world, "-journal"));
}

/* 2: written ahead, 1: not. Bytes 18 and 19 of the file say so. */
static int version_of(const char *path) {
    unsigned char bytes[2] = {0, 0};
    int file = open(path, O_RDONLY);
    assert_true(file >= 0);
    assert_int_equal(pread(file, bytes, 2, 18), 2);
    close(file);
    assert_int_equal(bytes[0], bytes[1]);
    return bytes[0];
}

static void put_one(struct world *world, const char *id) {
    world_begin(world);
    put(world, RECORD_EVENT, "id", id, "kind", "other", "date", "2001", "title", "T", NULL);
    world_commit(world);
}

static int64_t count_events(struct world *world) {
    struct error error = {0};
    int64_t count = -1;
    must(store_count(world->store, RECORD_EVENT, &count, &error), &error);
    return count;
}

static int setup(void **state) {
    struct world *world = calloc(1, sizeof *world);
    assert_non_null(world);
    world_make(world);
    *state = world;
    return 0;
}

static int teardown(void **state) {
    world_drop(*state);
    free(*state);
    return 0;
}

/* ---- written ahead -------------------------------------------------------------------------------------------- */

static void test_new_file(void **state) {
    struct world *world = *state;
    world_open(world, STORE_CREATE);
    assert_int_equal(version_of(world->path), 1);
    world_begin(world);
    put(world, RECORD_EVENT, "id", "E1", "kind", "other", "date", "2001", "title", "T", NULL);
    assert_false(is_there(world, "-wal")); /* the first load is not written twice */
    world_commit(world);
    assert_int_equal(version_of(world->path), 2);
    put_one(world, "E2");
    assert_true(is_there(world, "-wal"));
    world_close(world);
    check_alone(world);
    world_open(world, STORE_READ);
    assert_int_equal(count_events(world), 2);
    world_close(world);
    check_alone(world);
}

/* An empty record, too, is ready to be shared. */
static void test_empty_file(void **state) {
    struct world *world = *state;
    world_open(world, STORE_CREATE);
    world_close(world);
    assert_int_equal(version_of(world->path), 2);
    check_alone(world);
}

static void write_in_place(const char *path) {
    sqlite3 *file;
    assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    assert_int_equal(version_of(path), 1);
}

static void test_old_file(void **state) {
    struct world *world = *state, reader = *world;
    world_open(world, STORE_CREATE);
    world_close(world);
    write_in_place(world->path);
    world_open(world, STORE_READ); /* who only reads changes nothing */
    assert_int_equal(count_events(world), 0);
    world_close(world);
    assert_int_equal(version_of(world->path), 1);
    /* One who reads in the old way keeps a writer from the new way, and from nothing else. */
    struct error error = {0};
    world_open(&reader, STORE_READ);
    must(store_begin_reading(reader.store, &error), &error);
    assert_int_equal(count_events(&reader), 0);
    world_open(world, STORE_WRITE);
    assert_int_equal(version_of(world->path), 1);
    store_end_reading(reader.store);
    put_one(world, "E1");
    world_close(world);
    world_close(&reader);
    world_open(world, STORE_WRITE);
    world_close(world);
    assert_int_equal(version_of(world->path), 2);
}

static void test_readers_and_writer(void **state) {
    struct world *world = *state, reader = *world;
    struct error error = {0};
    world_open(world, STORE_CREATE);
    put_one(world, "E1");
    world_open(&reader, STORE_READ);
    must(store_begin_reading(reader.store, &error), &error);
    assert_int_equal(count_events(&reader), 1);
    put_one(world, "E2"); /* nobody waits */
    assert_int_equal(count_events(&reader), 1);
    store_end_reading(reader.store);
    assert_int_equal(count_events(&reader), 2);
    world_close(world);
    assert_int_equal(count_events(&reader), 2);
    world_close(&reader);
    check_alone(world);
}

/* ---- a file system without shared memory ------------------------------------------------------------------------- */

static sqlite3_io_methods without;
static const sqlite3_io_methods *whole;
static sqlite3_vfs shim;

static int refuse_memory(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    (void)file;
    (void)page;
    (void)size;
    (void)extend;
    *memory = NULL;
    return SQLITE_IOERR_SHMMAP;
}

static int open_without(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    sqlite3_vfs *real = vfs->pAppData;
    int code = real->xOpen(real, name, file, flags, out);
    if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB)) return code;
    whole = file->pMethods;
    without = *whole;
    without.xShmMap = refuse_memory;
    file->pMethods = &without;
    return code;
}

static void lose_memory(void) {
    sqlite3_vfs *real = sqlite3_vfs_find(NULL);
    shim = *real;
    shim.zName = "without shared memory";
    shim.pAppData = real;
    shim.xOpen = open_without;
    assert_int_equal(sqlite3_vfs_register(&shim, 1), SQLITE_OK);
}

static void find_memory(void) {
    sqlite3_vfs_register(shim.pAppData, 1);
    sqlite3_vfs_unregister(&shim);
}

/* Begun there, or brought there from elsewhere: it is read, and goes on being written, in the old way. */
static void test_no_shared_memory(void **state) {
    struct world *world = *state;
    for (int made_there = 0; made_there < 2; made_there++) {
        int64_t counts[2];
        if (made_there) lose_memory();
        world_open(world, STORE_CREATE);
        put_one(world, "E1");
        put_one(world, "E2");
        world_close(world);
        assert_int_equal(version_of(world->path), made_there ? 1 : 2);
        if (!made_there) lose_memory();
        world_open(world, STORE_READ);
        counts[0] = count_events(world);
        world_close(world);
        world_open(world, STORE_WRITE);
        put_one(world, "E3");
        world_close(world);
        world_open(world, STORE_READ);
        counts[1] = count_events(world);
        world_close(world);
        find_memory();
        assert_int_equal(counts[0], 2);
        assert_int_equal(counts[1], 3);
        assert_int_equal(version_of(world->path), 1);
        check_alone(world);
        unlink(world->path);
    }
}

/* ---- two who write -------------------------------------------------------------------------------------------------- */

/* Takes the file for itself, says so, and lets it go after a while. */
static pid_t hold(struct world *world, int milliseconds) {
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct error error = {0};
        if (store_open(world->path, STORE_WRITE, &world->store, &error) != STATUS_OK ||
            store_begin(world->store, &error) != STATUS_OK || write(ready[1], "x", 1) != 1) _exit(1);
        sqlite3_sleep(milliseconds);
        store_close(world->store);
        _exit(0);
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    return child;
}

static void check_ended(pid_t child) {
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

static void test_writer_waits(void **state) {
    struct world *world = *state;
    world_open(world, STORE_CREATE);
    world_close(world);
    pid_t child = hold(world, 300);
    world_open(world, STORE_WRITE);
    put_one(world, "E1");
    assert_int_equal(count_events(world), 1);
    check_ended(child);
}

static void test_writer_gives_up(void **state) {
    struct world *world = *state;
    struct error error = {0};
    world_open(world, STORE_CREATE);
    put_one(world, "E1");
    world_close(world);
    pid_t child = hold(world, 8000);
    world_open(world, STORE_WRITE);
    assert_int_equal(store_begin(world->store, &error), STATUS_ENVIRONMENT);
    assert_non_null(strstr(error.message, "another program is writing"));
    assert_true(error.remedy[0]);
    assert_int_equal(count_events(world), 1); /* reading goes on */
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    put_one(world, "E2");
    assert_int_equal(count_events(world), 2);
}

/* ---- where nothing can be written -------------------------------------------------------------------------------------- */

/* Runs it as a user without rights: the one who runs the tests, or, when that is root, nobody. 0: all was well. */
static int run_unprivileged(int (*run)(const char *path), const char *path) {
    enum { NOBODY = 65534 };
    int status = -1;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0)) _exit(99);
        _exit(run(path));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int read_there(const char *path) {
    struct store *store;
    struct error error = {0};
    int64_t count = 0;
    enum status status = store_open(path, STORE_READ, &store, &error);
    if (status == STATUS_OK) status = store_count(store, RECORD_EVENT, &count, &error);
    if (status == STATUS_OK && !store_has_made_index(store)) status = store_make_index(store, NULL, &error);
    bool refused = status == STATUS_OK && store_begin(store, &error) == STATUS_ENVIRONMENT;
    store_close(store);
    if (status != STATUS_OK) fprintf(stderr, "%s; %s\n", error.message, error.remedy);
    return status == STATUS_OK && count == 2 && refused ? 0 : 1;
}

static int write_there(const char *path) {
    struct store *store;
    struct error error = {0};
    enum status status = store_open(path, STORE_WRITE, &store, &error);
    return status == STATUS_ENVIRONMENT && strstr(error.message, "cannot be written") && error.remedy[0] ? 0 : 1;
}

static int refuse_there(const char *path) {
    struct store *store;
    struct error error = {0};
    enum status status = store_open(path, STORE_READ, &store, &error);
    return status == STATUS_ENVIRONMENT && strstr(error.message, "latest changes") && strstr(error.remedy, "copy both") ? 0 : 1;
}

static void forbid(const struct world *world, bool file_too) {
    assert_int_equal(chmod(world->path, file_too ? 0444 : 0666), 0);
    assert_int_equal(chmod(world->folder, 0555), 0);
}

/* A name that a URI would take apart. */
static void rename_world(struct world *world) {
    char path[160];
    snprintf(path, sizeof path, "%s/a%%41 b?c#d&\xC3\xA9.db", world->folder);
    assert_int_equal(rename(world->path, path), 0);
    assert_true(strlen(path) < sizeof world->path);
    memcpy(world->path, path, strlen(path) + 1);
}

static void make_two(struct world *world) {
    world_open(world, STORE_CREATE);
    put_one(world, "E1");
    put_one(world, "E2");
    world_close(world);
}

static void test_read_only_folder(void **state) {
    struct world *world = *state;
    make_two(world);
    rename_world(world);
    for (int file_too = 0; file_too < 2; file_too++) {
        forbid(world, file_too);
        assert_int_equal(run_unprivileged(read_there, world->path), 0);
        if (file_too) assert_int_equal(run_unprivileged(write_there, world->path), 0);
        check_alone(world);
    }
    chmod(world->folder, 0755);
}

/* The old way needs nothing beside the file. */
static void test_read_only_in_place(void **state) {
    struct world *world = *state;
    make_two(world);
    write_in_place(world->path);
    forbid(world, true);
    assert_int_equal(run_unprivileged(read_there, world->path), 0);
    assert_int_equal(run_unprivileged(write_there, world->path), 0);
    chmod(world->folder, 0755);
}

static void copy_bytes(const char *from, const char *to) {
    char command[400];
    snprintf(command, sizeof command, "cp '%s' '%s'", from, to);
    assert_int_equal(system(command), 0);
}

/* As a file that was copied, with its log, from a program that was cut off onto media that nobody can write. */
static void test_read_only_with_log(void **state) {
    struct world *world = *state;
    char log[120], kept[120];
    make_two(world);
    world_open(world, STORE_WRITE);
    put_one(world, "E3");
    snprintf(log, sizeof log, "%s-wal", world->path);
    snprintf(kept, sizeof kept, "%s/kept", world->folder);
    copy_bytes(log, kept);
    world_close(world);
    assert_int_equal(rename(kept, log), 0);
    assert_int_equal(chmod(log, 0444), 0);
    forbid(world, true);
    assert_int_equal(run_unprivileged(refuse_there, world->path), 0);
    chmod(world->folder, 0755);
    unlink(log);
    /* An empty one keeps nothing back. */
    close(open(log, O_CREAT | O_WRONLY, 0444));
    forbid(world, true);
    chmod(world->folder, 0755);
}

/* A log that was left is taken in by the next reader who may write, and tidied up. */
static void test_log_left(void **state) {
    struct world *world = *state;
    int status;
    make_two(world);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct error error = {0};
        if (store_open(world->path, STORE_WRITE, &world->store, &error) != STATUS_OK) _exit(1);
        put_one(world, "E3");
        kill(getpid(), SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(is_there(world, "-wal"));
    world_open(world, STORE_READ);
    assert_int_equal(count_events(world), 3);
    world_close(world);
    check_alone(world);
}

/* ---- who reads writes nothing ----------------------------------------------------------------------------------------- */

static void test_reader_writes_nothing(void **state) {
    struct world *world = *state;
    struct engine *engine;
    struct error error = {0};
    make_two(world);
    must(engine_open(world->path, ENGINE_READ, &engine, &error), &error);
    assert_true(engine_is_read_only(engine));
    assert_int_equal(engine_run(engine, "DELETE FROM posting", &error), STATUS_ENVIRONMENT);
    error_clear(&error);
    assert_int_equal(engine_run(engine, "CREATE TEMP TABLE t (a)", &error), STATUS_ENVIRONMENT);
    error_clear(&error);
    engine_allow_temporary(engine, true);
    must(engine_run(engine, "CREATE TEMP TABLE t (a); INSERT INTO temp.t VALUES (1)", &error), &error);
    engine_allow_temporary(engine, false);
    assert_int_equal(engine_run(engine, "INSERT INTO temp.t VALUES (1)", &error), STATUS_ENVIRONMENT);
    engine_close(engine);
    error_clear(&error);
    must(engine_open(world->path, ENGINE_WRITE, &engine, &error), &error);
    assert_false(engine_is_read_only(engine));
    must(engine_run(engine, "CREATE TEMP TABLE t (a)", &error), &error);
    engine_close(engine);
    engine_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_new_file, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_file, setup, teardown),
        cmocka_unit_test_setup_teardown(test_old_file, setup, teardown),
        cmocka_unit_test_setup_teardown(test_readers_and_writer, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_shared_memory, setup, teardown),
        cmocka_unit_test_setup_teardown(test_writer_waits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_writer_gives_up, setup, teardown),
        cmocka_unit_test_setup_teardown(test_read_only_folder, setup, teardown),
        cmocka_unit_test_setup_teardown(test_read_only_in_place, setup, teardown),
        cmocka_unit_test_setup_teardown(test_read_only_with_log, setup, teardown),
        cmocka_unit_test_setup_teardown(test_log_left, setup, teardown),
        cmocka_unit_test_setup_teardown(test_reader_writes_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
