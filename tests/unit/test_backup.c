/* Backups made while others write, restores while others read, and both cut off at any moment. What the program says of them
 * is in tests/cli/backup.t. */
#include "front_fixture.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <time.h>

static const struct detente_copying plainly = {0}, by_force = {.force = true};

static struct place_of folder, record, copy;

static void put_event(detente *database, const char *id, const char *title) {
    char text[200];
    struct import_log log;
    snprintf(text, sizeof text, "id,kind,date,title\n%s,other,2001,%s\n", id, title);
    write_text(&folder, "more.csv", text);
    import_path(database, in_folder(&folder, "more.csv").path, &log);
}

static int setup(void **state) {
    (void)state;
    make_folder(&folder);
    record = in_folder(&folder, "r.db");
    copy = in_folder(&folder, "c.db");
    detente *database = open_record(record.path, DETENTE_CREATE);
    put_event(database, "E1", "One");
    detente_close(database);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    drop_folder(&folder);
    return 0;
}

static struct detente_copied back_up(const struct detente_copying *how) {
    struct detente_copied copied;
    struct detente_error error = {0};
    detente *database = open_record(record.path, DETENTE_READ);
    must_be(DETENTE_OK, detente_backup(database, copy.path, how, &copied, &error), &error);
    detente_close(database);
    return copied;
}

static struct detente_copied restore(void) {
    struct detente_copied copied;
    struct detente_error error = {0};
    must_be(DETENTE_OK, detente_restore(record.path, copy.path, &plainly, &copied, &error), &error);
    return copied;
}

/* Their number, by whoever has it open. */
static int64_t events_of(detente *database) {
    const char *words[] = {"SELECT count(*) FROM v_event"};
    struct detente_request request = {.question = DETENTE_SQL, .words = {words, 1}, .format = "csv"};
    struct detente_answer answer;
    char *text = ask_text(database, &request, &answer);
    int64_t count = strtoll(strchr(text, '\n') + 1, NULL, 10);
    free(text);
    return count;
}

static int64_t events_in(const char *path) {
    detente *database = open_record(path, DETENTE_READ);
    int64_t count = events_of(database);
    detente_close(database);
    return count;
}

static bool is_whole(const char *path) {
    const char *words[] = {"integrity"};
    struct buffer text;
    struct detente_request request = {.question = DETENTE_CHECK, .words = {words, 1}, .write = take_bytes, .write_context = &text};
    struct detente_answer answer;
    struct detente_error error = {0};
    detente *database = open_record(path, DETENTE_READ);
    buffer_init(&text);
    enum detente_status status = detente_ask(database, &request, &answer, &error);
    buffer_free(&text);
    detente_close(database);
    return status == DETENTE_OK;
}

/* ---- backups ---------------------------------------------------------------------------------------------- */

static void test_backup(void **state) {
    struct stat one, other;
    (void)state;
    assert_int_equal(chmod(record.path, 0640), 0);
    struct detente_copied copied = back_up(&plainly);
    assert_int_equal(copied.events, 1);
    assert_int_equal(copied.revision, 1);
    assert_string_equal(copied.before, "");
    assert_int_equal(stat(record.path, &one), 0);
    assert_int_equal(stat(copy.path, &other), 0);
    assert_int_equal(copied.size_bytes, other.st_size);
    assert_int_equal(one.st_mode, other.st_mode);
    /* The copy is a file for itself, also where nothing can lie beside it: not written ahead. */
    char *bytes = read_text(copy.path);
    assert_int_equal(bytes[18], 1);
    free(bytes);
    copied = back_up(&by_force);
    assert_int_equal(copied.events, 1);
    /* A link is followed. */
    struct place_of link = in_folder(&folder, "link.db");
    assert_int_equal(symlink("c.db", link.path), 0);
    struct detente_error error = {0};
    detente *database = open_record(record.path, DETENTE_READ);
    must_be(DETENTE_OK, detente_backup(database, link.path, &by_force, &copied, &error), &error);
    detente_close(database);
    assert_int_equal(lstat(link.path, &one), 0);
    assert_true(S_ISLNK(one.st_mode));
    assert_int_equal(events_in(link.path), 1);
}

/* Large enough for many steps, so that writes fall between them. */
static void grow(int events) {
    struct import_log log;
    struct place_of table = in_folder(&folder, "bulk.csv");
    FILE *file = fopen(table.path, "w");
    assert_non_null(file);
    fputs("id,kind,date,title,summary\n", file);
    for (int i = 0; i < events; i++)
        fprintf(file, "B%d,other,20%02d,Bulk %d,%0400d\n", i, i % 25, i, i);
    fclose(file);
    detente *database = open_record(record.path, DETENTE_WRITE);
    import_path(database, table.path, &log);
    detente_close(database);
}

static struct {
    detente *writer;
    int told, writes;
} meanwhile;

static bool write_meanwhile(void *context, uint64_t done, uint64_t total) {
    char id[20];
    (void)context;
    assert_true(done <= total && total > 0);
    meanwhile.told++;
    snprintf(id, sizeof id, "M%d", meanwhile.writes++);
    put_event(meanwhile.writer, id, "Meanwhile");
    return true;
}

static void test_backup_of_one_moment(void **state) {
    struct detente_copying how = {.progress = write_meanwhile};
    (void)state;
    grow(16000);
    meanwhile.told = meanwhile.writes = 0;
    meanwhile.writer = open_record(record.path, DETENTE_WRITE);
    struct detente_copied copied = back_up(&how);
    assert_true(meanwhile.told > 1);
    assert_int_equal(copied.events, 16001);
    assert_int_equal(copied.revision, 2);
    assert_int_equal(events_of(meanwhile.writer), 16001 + meanwhile.writes);
    detente_close(meanwhile.writer);
    assert_int_equal(events_in(copy.path), 16001);
}

static bool stop(void *context, uint64_t done, uint64_t total) {
    (void)context;
    (void)done;
    (void)total;
    return false;
}

static int count_files(void) {
    int count = 0;
    DIR *entries = opendir(folder.path);
    for (struct dirent *entry; entries && (entry = readdir(entries));) count++;
    closedir(entries);
    return count;
}

static void test_stopped(void **state) {
    struct detente_copying how = {.progress = stop};
    struct detente_copied copied;
    struct detente_error error = {0};
    (void)state;
    back_up(&plainly);
    grow(16000);
    int files = count_files();
    detente *database = open_record(record.path, DETENTE_READ);
    must_be(DETENTE_STOPPED, detente_backup(database, in_folder(&folder, "d.db").path, &how, &copied, &error), &error);
    detente_close(database);
    assert_int_equal(count_files(), files);
    /* The other way round: a large backup into the small record. */
    database = open_record(record.path, DETENTE_READ);
    memset(&error, 0, sizeof error);
    must_be(DETENTE_OK, detente_backup(database, in_folder(&folder, "d.db").path, &plainly, &copied, &error), &error);
    detente_close(database);
    restore();
    files = count_files();
    memset(&error, 0, sizeof error);
    must_be(DETENTE_STOPPED, detente_restore(record.path, in_folder(&folder, "d.db").path, &how, &copied, &error), &error);
    assert_int_equal(count_files(), files);
    assert_int_equal(events_in(record.path), 1);
}

/* ---- restores ------------------------------------------------------------------------------------------------- */

static void test_restore_under_readers(void **state) {
    struct stat before, after;
    (void)state;
    back_up(&plainly);
    detente *writer = open_record(record.path, DETENTE_WRITE);
    put_event(writer, "E2", "Two");
    detente_close(writer);
    assert_int_equal(stat(record.path, &before), 0);
    detente *reader = open_record(record.path, DETENTE_READ);
    assert_int_equal(events_of(reader), 2);
    struct detente_copied copied = restore();
    assert_int_equal(copied.events, 1);
    assert_int_equal(events_of(reader), 1); /* it goes on with the same file */
    detente_close(reader);
    assert_int_equal(stat(record.path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_int_equal(events_in(copied.before), 2);
    assert_true(is_whole(record.path));
    assert_true(is_whole(copied.before));
    /* And it is written on. */
    writer = open_record(record.path, DETENTE_WRITE);
    put_event(writer, "E3", "Three");
    assert_int_equal(events_of(writer), 2);
    detente_close(writer);
}

static void test_restore_waits(void **state) {
    struct detente_copied copied;
    struct detente_error error = {0};
    sqlite3 *file;
    (void)state;
    back_up(&plainly);
    assert_int_equal(sqlite3_open(record.path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    int files = count_files();
    must_be(DETENTE_ENVIRONMENT, detente_restore(record.path, copy.path, &plainly, &copied, &error), &error);
    assert_non_null(strstr(error.message, "another program is writing"));
    assert_int_equal(count_files(), files);
    sqlite3_close(file);
    restore();
}

extern const struct embedded_file {
    const char *name;
    const unsigned char *data;
    size_t size;
} store_migration_files[];

/* A backup that an older program made. */
static void test_restore_older(void **state) {
    sqlite3 *file;
    (void)state;
    assert_int_equal(sqlite3_open(copy.path, &file), SQLITE_OK);
    for (int i = 0; i < 3; i++)
        assert_int_equal(sqlite3_exec(file, (const char *)store_migration_files[i].data, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "PRAGMA application_id = 1685352052; PRAGMA user_version = 3", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    char *before = read_text(copy.path);
    int files = count_files();
    struct detente_copied copied = restore();
    assert_int_equal(copied.events, 0);
    assert_int_equal(events_in(record.path), 0);
    assert_int_equal(events_in(copied.before), 1);
    assert_int_equal(count_files(), files + 1);
    char *after = read_text(copy.path);
    assert_string_equal(before, after);
    free(before);
    free(after);
}

/* A record with pages of another size, and one that is damaged, are moved aside. */
static void test_restore_aside(void **state) {
    sqlite3 *file;
    (void)state;
    back_up(&plainly);
    assert_int_equal(sqlite3_open(record.path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, "PRAGMA journal_mode=DELETE; PRAGMA page_size=8192; VACUUM", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(file);
    struct detente_copied copied = restore();
    assert_int_equal(events_in(copied.before), 1);
    assert_int_equal(events_in(record.path), 1);
    assert_int_equal(truncate(record.path, 20000), 0);
    copied = restore();
    assert_non_null(strstr(copied.before, "r.db.before-restore-2"));
    assert_int_equal(events_in(record.path), 1);
}

/* ---- cut off at any moment ---------------------------------------------------------------------------------------- */

/* 0 when it was done before the kill. */
static int run_and_kill(void (*run)(void), unsigned microseconds) {
    int status = -1;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        run();
        _exit(0);
    }
    struct timespec time = {0, (long)microseconds * 1000};
    nanosleep(&time, NULL);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void back_up_by_force(void) {
    struct detente_copied copied;
    struct detente_error error = {0};
    detente *database = NULL;
    if (detente_open(record.path, DETENTE_READ, &database, &error) == DETENTE_OK)
        detente_backup(database, copy.path, &by_force, &copied, &error);
    detente_close(database);
}

static void restore_once(void) {
    struct detente_copied copied;
    struct detente_error error = {0};
    detente_restore(record.path, in_folder(&folder, "large.db").path, &plainly, &copied, &error);
}

static unsigned kills(void) { return getenv("DETENTE_TEST_SMALL") ? 3 : 15; }

static void test_killed(void **state) {
    struct detente_copied copied;
    struct detente_error error = {0};
    int cut = 0;
    (void)state;
    back_up(&plainly); /* one event */
    grow(4000);
    for (unsigned i = 0; i < kills(); i++) {
        cut += run_and_kill(back_up_by_force, i * 4000) != 0;
        assert_true(events_in(copy.path) == 1 || events_in(copy.path) == 4001);
        assert_true(is_whole(copy.path));
    }
    struct place_of large = in_folder(&folder, "large.db");
    detente *database = open_record(record.path, DETENTE_READ);
    must_be(DETENTE_OK, detente_backup(database, large.path, &plainly, &copied, &error), &error);
    detente_close(database);
    write_text(&folder, "one.csv", "id,kind,date,title\nZ,other,2001,Small\n");
    for (unsigned i = 0; i < kills(); i++) {
        struct import_log log;
        unlink(record.path);
        database = open_record(record.path, DETENTE_CREATE);
        import_path(database, in_folder(&folder, "one.csv").path, &log);
        detente_close(database);
        cut += run_and_kill(restore_once, i * 5000) != 0;
        int64_t events = events_in(record.path);
        assert_true(events == 1 || events == 4001);
        assert_true(is_whole(record.path));
    }
    assert_true(cut > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_backup, setup, teardown),
        cmocka_unit_test_setup_teardown(test_backup_of_one_moment, setup, teardown),
        cmocka_unit_test_setup_teardown(test_stopped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_restore_under_readers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_restore_waits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_restore_older, setup, teardown),
        cmocka_unit_test_setup_teardown(test_restore_aside, setup, teardown),
        cmocka_unit_test_setup_teardown(test_killed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
