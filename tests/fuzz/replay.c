/* Replays inputs through a fuzz target without a fuzzer: every file named, or all files of a folder. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return perror(path), 1;
    size_t size = 0, capacity = 1 << 16;
    uint8_t *data = malloc(capacity);
    for (size_t got; data && (got = fread(data + size, 1, capacity - size, file)) > 0;) {
        size += got;
        if (size == capacity) data = realloc(data, capacity *= 2);
    }
    fclose(file);
    if (!data) return 1;
    /* A copy of exactly that size, so that a sanitizer sees a read behind the end. */
    uint8_t *exact = malloc(size ? size : 1);
    if (exact) memcpy(exact, data, size);
    free(data);
    if (!exact) return 1;
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
    return 0;
}

static int replay_path(const char *path, long *count) {
    struct stat status;
    if (stat(path, &status) != 0) return perror(path), 1;
    if (!S_ISDIR(status.st_mode)) return (*count)++, replay_file(path);
    DIR *folder = opendir(path);
    if (!folder) return perror(path), 1;
    int failed = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char name[4096];
        if (entry->d_name[0] == '.') continue;
        if (snprintf(name, sizeof name, "%s/%s", path, entry->d_name) >= (int)sizeof name) continue;
        failed |= replay_path(name, count);
    }
    closedir(folder);
    return failed;
}

int main(int argc, char **argv) {
    long count = 0;
    int failed = 0;
    for (int i = 1; i < argc; i++) failed |= replay_path(argv[i], &count);
    printf("%ld inputs\n", count);
    return failed || count == 0;
}
