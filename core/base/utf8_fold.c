/* The key under which names are compared, and the slug made of it.
 *
 * Letters are brought to their base by tables in the manner of a compatibility decomposition with
 * the marks taken away, and by hand where Unicode decomposes nothing: o with stroke is o, eth is d,
 * schwa (Azerbaijani) is a. Scripts without case stay as they are. A key is never longer than its
 * text, and the key of a key is the key itself. */
#include "utf8.h"

/* One character for each code point from `first`: 'a' stands for the code point `base`, 'b' for the
 * next one …; '.' for a sign that stays; a capital for two letters, see pair_letters. */
struct letter_table {
    uint32_t first, base;
    const char *letters;
    size_t count;
};
#define LETTERS(first, base, letters) {first, base, letters, sizeof(letters) - 1}

static const struct letter_table letter_tables[] = {
    /* Latin-1 Supplement, Latin Extended-A and -B, IPA Extensions */
    LETTERS(0x00C0, 'a',
        "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTyaaaaaacc"
        "ccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnoooo"
        "ooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbbbboccdddddaaeffgghii"
        "kkllmnnoooggpprssssttttuuuvyyzzzzzz.ss.w....DDDLLLNNNaaiioouuuuuuuuuuaaa"
        "aaAAggggkkoooozzjDDDgghwnnaaAAooaaaaeeeeiiiioooorrrruuuussttyyhhndoozzaa"
        "eeooooooooyylntj..accltsz..buveejjqqrryyaaabocddeaaeeeejgggg.hh.iiilll.m"
        "mmnnnoO..rrrrrrrrrssjssttuuvvwyyzzzz.....beghjklq..DDD........hh"),
    /* Latin Extended Additional */
    LETTERS(0x1E00, 'a',
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnn"
        "nnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyy"
        "zzzzzzhtwyasssSdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooo"
        "oooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy"),
    /* Greek, from alpha; and its Extended block */
    LETTERS(0x0370, 0x03B1,
        "......................a.egi.o.uyiabcdefghijklmnopq.stuvwxyiuaegiuabcdefg"
        "hijklmnopqsstuvwxyiuouy.bhuuuvp.........................jqs.he...s"),
    LETTERS(0x1F00, 0x03B1,
        "aaaaaaaaaaaaaaaaeeeeee..eeeeee..ggggggggggggggggiiiiiiiiiiiiiiiioooooo.."
        "oooooo..uuuuuuuu.u.u.u.uyyyyyyyyyyyyyyyyaaeeggiioouuyy..aaaaaaaaaaaaaaaa"
        "ggggggggggggggggyyyyyyyyyyyyyyyyaaaaa.aaaaaaa.i...ggg.ggeeggg...iiii..ii"
        "iiii....uuuuqquuuuuuq.....yyy.yyooyyy"),
};

/* Cyrillic small letters that are another one and a mark. */
static const uint16_t cyrillic_marked[][2] = {
    {0x439, 0x438}, {0x450, 0x435}, {0x451, 0x435}, {0x453, 0x433}, {0x457, 0x456},
    {0x45C, 0x43A}, {0x45D, 0x438}, {0x45E, 0x443}, {0x477, 0x475}, {0x4C2, 0x436},
    {0x4D1, 0x430}, {0x4D3, 0x430}, {0x4D7, 0x435}, {0x4DB, 0x4D9}, {0x4DD, 0x436},
    {0x4DF, 0x437}, {0x4E3, 0x438}, {0x4E5, 0x438}, {0x4E7, 0x43E}, {0x4EB, 0x4E9},
    {0x4ED, 0x44D}, {0x4EF, 0x443}, {0x4F1, 0x443}, {0x4F3, 0x443}, {0x4F5, 0x447},
    {0x4F9, 0x44B}
};

enum { LETTERS_MAX = 3, DROPPED = 0, SEPARATOR = ' ' };

/* What one code point becomes: up to three; none when it is dropped. */
struct folded {
    uint32_t letters[LETTERS_MAX];
    size_t count;
};

static struct folded fold_to_text(const char *text) {
    struct folded out = {{0}, 0};
    for (; *text; text++)
        out.letters[out.count++] = (unsigned char)*text;
    return out;
}

static const char *pair_letters(char capital) {
    static const char pairs[][4] = {"Aae", "Ddz", "Iij", "Llj", "Nnj", "Ooe", "Sss", "Tth"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == capital)
            return pairs[i] + 1;
    return "";
}

static bool fold_by_table(uint32_t code_point, struct folded *out) {
    for (size_t i = 0; i < sizeof letter_tables / sizeof *letter_tables; i++) {
        const struct letter_table *table = &letter_tables[i];
        if (code_point < table->first || code_point - table->first >= table->count)
            continue;
        char letter = table->letters[code_point - table->first];
        if (letter == '.')
            return false;
        if (letter >= 'A' && letter <= 'Z')
            *out = fold_to_text(pair_letters(letter));
        else
            *out = (struct folded){{table->base + (uint32_t)(letter - 'a')}, 1};
        return true;
    }
    return false;
}

static uint32_t lower_cyrillic(uint32_t c) {
    if (c <= 0x40F)
        return c + 80;
    if (c <= 0x42F)
        return c + 32;
    if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || c >= 0x4D0)
        return c | 1;
    if (c == 0x4C0)
        return 0x4CF;
    return c >= 0x4C1 && c <= 0x4CE && c % 2 ? c + 1 : c;
}

static uint32_t fold_cyrillic(uint32_t code_point) {
    uint32_t lower = lower_cyrillic(code_point);
    for (size_t i = 0; i < sizeof cyrillic_marked / sizeof *cyrillic_marked; i++)
        if (cyrillic_marked[i][0] == lower)
            return cyrillic_marked[i][1];
    return lower;
}

/* Signs whose code points lie together: [first, last] become one thing. */
static const struct {
    uint32_t first, last, sign;
} sign_ranges[] = {
    {0x00A0, 0x00A0, SEPARATOR}, {0x00AD, 0x00AD, DROPPED},   {0x00B4, 0x00B4, '\''},
    {0x00B7, 0x00B7, SEPARATOR}, {0x02B9, 0x02BF, '\''},      {0x0300, 0x036F, DROPPED},
    {0x1AB0, 0x1AFF, DROPPED},   {0x1DC0, 0x1DFF, DROPPED},   {0x1680, 0x1680, SEPARATOR},
    {0x2000, 0x200A, SEPARATOR}, {0x200B, 0x200F, DROPPED},   {0x2010, 0x2015, SEPARATOR},
    {0x2018, 0x201B, '\''},      {0x201C, 0x201F, '"'},       {0x2022, 0x2022, SEPARATOR},
    {0x2024, 0x2029, SEPARATOR}, {0x202A, 0x202E, DROPPED},   {0x202F, 0x202F, SEPARATOR},
    {0x2032, 0x2032, '\''},      {0x205F, 0x205F, SEPARATOR}, {0x2060, 0x2064, DROPPED},
    {0x20D0, 0x20FF, DROPPED},   {0x2212, 0x2212, SEPARATOR}, {0x3000, 0x3002, SEPARATOR},
    {0x30FB, 0x30FB, SEPARATOR}, {0xFE00, 0xFE0F, DROPPED},   {0xFE20, 0xFE2F, DROPPED},
    {0xFEFF, 0xFEFF, DROPPED},   {0xFF61, 0xFF61, SEPARATOR}, {0xFF64, 0xFF65, SEPARATOR},
};

static bool fold_by_sign(uint32_t code_point, struct folded *out) {
    for (size_t i = 0; i < sizeof sign_ranges / sizeof *sign_ranges; i++) {
        if (code_point < sign_ranges[i].first || code_point > sign_ranges[i].last)
            continue;
        *out = (struct folded){{sign_ranges[i].sign}, sign_ranges[i].sign != DROPPED};
        return true;
    }
    return false;
}

static struct folded fold_ascii(uint32_t c) {
    if (c >= 'A' && c <= 'Z')
        c += 'a' - 'A';
    else if (c == ' ' || (c >= '\t' && c <= '\r') || c == '.' || c == ',' || c == '-')
        c = SEPARATOR;
    else if (c == '`')
        c = '\'';
    return (struct folded){{c}, 1};
}

static struct folded fold_code_point(uint32_t c) {
    static const char ligatures[][4] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    struct folded out;
    if (c < 0x80)
        return fold_ascii(c);
    if (c >= 0xFF01 && c <= 0xFF5E) /* full width forms of ASCII */
        return fold_ascii(c - 0xFF01 + 0x21);
    if (c >= 0x400 && c <= 0x52F)
        return (struct folded){{fold_cyrillic(c)}, 1};
    if (c >= 0xFB00 && c <= 0xFB06)
        return fold_to_text(ligatures[c - 0xFB00]);
    if (fold_by_table(c, &out) || fold_by_sign(c, &out))
        return out;
    return (struct folded){{c}, 1};
}

/* Writes into memory of the text's own size, which is enough: no code point folds to more bytes
 * than it has, and a separator is written only where one was read. */
struct key_writer {
    char *out;
    size_t size;
    bool separated; /* a separator waits for the next letter */
};

static void write_letter(struct key_writer *writer, uint32_t letter) {
    if (letter == SEPARATOR) {
        writer->separated = writer->size > 0;
        return;
    }
    if (writer->separated)
        writer->out[writer->size++] = SEPARATOR;
    writer->separated = false;
    writer->size += utf8_encode(letter, writer->out + writer->size);
}

/* A byte that is not UTF-8 becomes a question mark. */
static void write_key(struct key_writer *writer, struct slice text) {
    size_t position = 0;
    while (position < text.size) {
        uint32_t code_point = '?';
        if (!utf8_next(text, &position, &code_point))
            position++;
        struct folded folded = fold_code_point(code_point);
        for (size_t i = 0; i < folded.count; i++)
            write_letter(writer, folded.letters[i]);
    }
}

bool utf8_fold(struct arena *arena, struct slice text, struct slice *key) {
    *key = SLICE_NONE;
    if (text.size > SIZE_MAX - UTF8_SIZE)
        return false;
    /* Behind the text's size there is room to encode into, and for a NUL. */
    struct key_writer writer = {arena_alloc(arena, text.size + UTF8_SIZE), 0, false};
    if (!writer.out)
        return false;
    write_key(&writer, text);
    writer.out[writer.size] = '\0';
    *key = (struct slice){writer.out, writer.size};
    return true;
}

static bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Turns a key into a slug where it stands. */
static size_t rewrite_as_slug(char *text, size_t size) {
    size_t kept = 0;
    for (size_t i = 0; i < size; i++) {
        if (is_slug_letter(text[i]))
            text[kept++] = text[i];
        else if (kept && text[kept - 1] != '-')
            text[kept++] = '-';
    }
    return kept && text[kept - 1] == '-' ? kept - 1 : kept;
}

/* The longest run of whole words within `limit`; a first word that is longer is cut. */
static size_t cut_at_word(const char *slug, size_t size, size_t limit) {
    if (size <= limit)
        return size;
    size_t end = limit;
    while (end > 0 && slug[end] != '-')
        end--;
    return end ? end : limit;
}

bool utf8_slug(struct arena *arena, struct slice text, size_t limit, struct slice *slug) {
    struct slice key;
    *slug = SLICE_NONE;
    if (!utf8_fold(arena, text, &key))
        return false;
    char *copy = arena_string(arena, key);
    if (!copy)
        return false;
    size_t size = cut_at_word(copy, rewrite_as_slug(copy, key.size), limit);
    copy[size] = '\0';
    *slug = (struct slice){copy, size};
    return true;
}
