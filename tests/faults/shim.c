/* The failing file system. */
#include "shim.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

const char *const shim_fault_names[SHIM_FAULTS] = {"write", "full disk", "sync", "truncate", "read", "open", "delete"};

static struct {
    enum shim_fault fault;
    long nth, calls;
    bool stays, failed;
} state;

void shim_arm(enum shim_fault fault, long nth, bool stays) {
    state.fault = fault;
    state.nth = nth;
    state.calls = 0;
    state.stays = stays;
    state.failed = false;
}
long shim_calls(void) { return state.calls; }
bool shim_has_failed(void) { return state.failed; }

static bool is_writing(enum shim_fault fault) { return fault != SHIM_READ && fault != SHIM_OPEN; }

/* Counts a call; says whether it fails. */
static bool fails(enum shim_fault fault) {
    if (state.nth == 0) return false;
    if (state.failed && state.stays && is_writing(fault)) return true;
    bool same = fault == state.fault || (fault == SHIM_WRITE && state.fault == SHIM_FULL);
    if (!same || ++state.calls != state.nth) return false;
    state.failed = true;
    return true;
}

/* ---- files: the real one lies behind ours ------------------------------------------------------------------- */

struct file {
    sqlite3_file base;
    sqlite3_file *real;
};
static sqlite3_file *real_of(sqlite3_file *file) { return ((struct file *)file)->real; }
#define REAL(file) (real_of(file)->pMethods)

static int close_file(sqlite3_file *file) {
    int code = REAL(file) ? REAL(file)->xClose(real_of(file)) : SQLITE_OK;
    sqlite3_free(real_of(file));
    return code;
}
static int read_file(sqlite3_file *file, void *data, int size, sqlite3_int64 at) {
    if (fails(SHIM_READ)) return SQLITE_IOERR_READ;
    return REAL(file)->xRead(real_of(file), data, size, at);
}
static int write_file(sqlite3_file *file, const void *data, int size, sqlite3_int64 at) {
    if (!fails(SHIM_WRITE)) return REAL(file)->xWrite(real_of(file), data, size, at);
    /* A part of it may have reached the disk. */
    if (size > 1) REAL(file)->xWrite(real_of(file), data, size / 2, at);
    return state.fault == SHIM_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    return fails(SHIM_TRUNCATE) ? SQLITE_IOERR_TRUNCATE : REAL(file)->xTruncate(real_of(file), size);
}
static int sync_file(sqlite3_file *file, int flags) {
    return fails(SHIM_SYNC) ? SQLITE_IOERR_FSYNC : REAL(file)->xSync(real_of(file), flags);
}
static int size_of_file(sqlite3_file *file, sqlite3_int64 *size) { return REAL(file)->xFileSize(real_of(file), size); }
static int lock_file(sqlite3_file *file, int level) { return REAL(file)->xLock(real_of(file), level); }
static int unlock_file(sqlite3_file *file, int level) { return REAL(file)->xUnlock(real_of(file), level); }
static int check_lock(sqlite3_file *file, int *held) { return REAL(file)->xCheckReservedLock(real_of(file), held); }
static int control_file(sqlite3_file *file, int what, void *with) { return REAL(file)->xFileControl(real_of(file), what, with); }
static int sector_size(sqlite3_file *file) { return REAL(file)->xSectorSize(real_of(file)); }
static int characteristics(sqlite3_file *file) { return REAL(file)->xDeviceCharacteristics(real_of(file)); }
static int map_memory(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return REAL(file)->xShmMap(real_of(file), page, size, extend, memory);
}
static int lock_memory(sqlite3_file *file, int offset, int count, int flags) {
    return REAL(file)->xShmLock(real_of(file), offset, count, flags);
}
static void memory_barrier(sqlite3_file *file) { REAL(file)->xShmBarrier(real_of(file)); }
static int unmap_memory(sqlite3_file *file, int drop) { return REAL(file)->xShmUnmap(real_of(file), drop); }

/* Version 2: shared memory, but no reading past us through a map of the file. */
static const sqlite3_io_methods methods = {
    .iVersion = 2, .xClose = close_file, .xRead = read_file, .xWrite = write_file, .xTruncate = truncate_file,
    .xSync = sync_file, .xFileSize = size_of_file, .xLock = lock_file, .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock, .xFileControl = control_file, .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics, .xShmMap = map_memory, .xShmLock = lock_memory,
    .xShmBarrier = memory_barrier, .xShmUnmap = unmap_memory,
};

/* ---- the file system ------------------------------------------------------------------------------------------ */

static sqlite3_vfs shim;
static sqlite3_vfs *default_vfs;

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *opened, int flags, int *out_flags) {
    struct file *file = (struct file *)opened;
    (void)vfs;
    file->base.pMethods = NULL;
    if (fails(SHIM_OPEN)) return SQLITE_CANTOPEN;
    file->real = sqlite3_malloc(default_vfs->szOsFile);
    if (!file->real) return SQLITE_NOMEM;
    memset(file->real, 0, (size_t)default_vfs->szOsFile);
    int code = default_vfs->xOpen(default_vfs, name, file->real, flags, out_flags);
    if (code == SQLITE_OK) file->base.pMethods = &methods;
    else sqlite3_free(file->real);
    return code;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    return fails(SHIM_DELETE) ? SQLITE_IOERR_DELETE : default_vfs->xDelete(default_vfs, name, sync);
}

void shim_install(void) {
    default_vfs = sqlite3_vfs_find(NULL);
    shim = *default_vfs;
    shim.szOsFile = (int)sizeof(struct file);
    shim.zName = "detente-test-shim";
    shim.pNext = NULL;
    shim.xOpen = open_file;
    shim.xDelete = delete_file;
    sqlite3_vfs_register(&shim, 1);
}
