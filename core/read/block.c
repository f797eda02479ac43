/* Reads blocks and checks their encoding. Invariant: data[0, size) is well-formed UTF-8 without
 * NUL, data[size, size + held) was read but is not handed out. */
#include "block.h"

#include <stdlib.h>

#include "../base/utf8.h"

enum { LEAST_BYTES = 16 };

enum status block_open(struct block *block, struct input *input, struct error *error) {
    *block = (struct block){.input = input, .data = malloc(BLOCK_SIZE)};
    return block->data ? STATUS_OK : error_set(error, STATUS_NO_MEMORY, "out of memory");
}

void block_free(struct block *block) {
    free(block->data);
    block->data = NULL;
}

enum status block_rewind(struct block *block, struct error *error) {
    *block = (struct block){.input = block->input, .data = block->data};
    if (!block->input->rewind)
        return error_set(error, STATUS_ENVIRONMENT, "%s cannot be read twice", block->input->name);
    return block->input->rewind(block->input->context, error);
}

/* Reads behind the bytes that are held: at least so many, if the input has them. */
static enum status fill_block(struct block *block, size_t least, struct error *error) {
    struct input *input = block->input;
    while (block->held < least && !block->ended) {
        size_t got = 0;
        enum status status = input->read(input->context, block->data + block->held,
                                         BLOCK_SIZE - block->held, &got, error);
        if (status != STATUS_OK)
            return status;
        block->ended = got == 0;
        block->held += got;
    }
    return STATUS_OK;
}

/* The byte order marks of UTF-16, and what its plain letters look like without one. */
static bool looks_like_utf16(struct slice start) {
    if (start.size < 2)
        return false;
    unsigned char a = (unsigned char)start.data[0], b = (unsigned char)start.data[1];
    return (a == 0xFF && b == 0xFE) || (a == 0xFE && b == 0xFF) || (a == 0) != (b == 0);
}

/* What people hand in by mistake, by the first bytes of its format. */
static const char *name_binary(struct slice start) {
    static const struct {
        const char *bytes, *name;
    } kinds[] = {{"%PDF", "a PDF"},
                 {"PK\x03\x04", "a workbook or an archive (Excel, OpenDocument, ZIP)"},
                 {"\xD0\xCF\x11\xE0", "an old Excel or Word file"},
                 {"SQLite format 3", "an SQLite database"},
                 {"\x1F\x8B", "a compressed file"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_starts_with(start, slice_from(kinds[i].bytes)))
            return kinds[i].name;
    return NULL;
}

/* The mark of UTF-8 is no text; that of UTF-16 is a fault with its own remedy. */
static enum status begin_text(struct block *block, struct error *error) {
    struct slice start = {block->data, block->held};
    block->started = true;
    if (name_binary(start)) {
        error_set(error, STATUS_BAD_INPUT, "the file is %s, not text", name_binary(start));
        error_advise(error, "save it as CSV in UTF-8, or give a dossier, JSON or JSON Lines");
        error_locate(error, block->input->name, 1, 1);
        return STATUS_BAD_INPUT;
    }
    if (looks_like_utf16(start)) {
        error_set(error, STATUS_BAD_INPUT, "the text is UTF-16, not UTF-8");
        error_advise(error, "convert it, for example: iconv -f UTF-16 -t UTF-8 OLD > NEW; or read the table by a profile with "
                            "\"encoding\": \"utf-16\"");
        error_locate(error, block->input->name, 1, 1);
        return STATUS_BAD_INPUT;
    }
    if (!slice_starts_with(start, SLICE_OF("\xEF\xBB\xBF")))
        return STATUS_OK;
    block->held -= 3;
    block->offset = 3;
    memmove(block->data, block->data + 3, block->held);
    return fill_block(block, LEAST_BYTES, error);
}

/* Is this the beginning of a sequence that only the end of the block cuts short? */
static bool is_cut_short(struct slice rest) {
    unsigned char lead = (unsigned char)rest.data[0];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (rest.size >= need)
        return false;
    for (size_t i = 1; i < rest.size; i++)
        if (((unsigned char)rest.data[i] & 0xC0) != 0x80)
            return false;
    return true;
}

static enum status report_bad_byte(struct block *block, struct error *error) {
    unsigned byte = (unsigned char)block->data[0];
    unsigned long long offset = block->offset;
    if (byte == 0) {
        error_set(error, STATUS_BAD_INPUT, "a NUL byte at offset %llu: this is no text", offset);
        error_advise(error, "export the file again as plain text in UTF-8");
    } else {
        error_set(error, STATUS_BAD_INPUT, "byte 0x%02X at offset %llu is not UTF-8", byte, offset);
        error_advise(error, "convert the file to UTF-8, for example: "
                            "iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW; or read the table by a "
                            "profile with \"encoding\": \"windows-1252\"");
    }
    return STATUS_BAD_INPUT;
}

/* Splits what was read into checked bytes and held ones. */
static enum status check_block(struct block *block, struct error *error) {
    struct slice text = {block->data, block->held};
    text.size = slice_find(text, '\0');
    block->size = utf8_validate(text);
    block->held -= block->size;
    if (block->size > 0 || block->held == 0)
        return STATUS_OK;
    return report_bad_byte(block, error);
}

enum status block_next(struct block *block, struct error *error) {
    if (block->held)
        memmove(block->data, block->data + block->size, block->held);
    block->offset += block->size;
    block->size = 0;
    if (!block->held || is_cut_short((struct slice){block->data, block->held})) {
        /* The first block is a whole one: what is told from it must not hang on how the bytes come in. */
        enum status status = fill_block(block, block->started ? LEAST_BYTES : BLOCK_SIZE, error);
        if (status == STATUS_OK && !block->started)
            status = begin_text(block, error);
        if (status != STATUS_OK)
            return status;
    }
    return check_block(block, error);
}
