/* Exact decimals with a fixed point: sums digit by digit. */
#include "decimal.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static struct decimal negate(struct decimal value) {
    int carry = 1;
    for (int i = 0; i < DECIMAL_DIGITS; i++) {
        int digit = 9 - value.digits[i] + carry;
        carry = digit > 9;
        value.digits[i] = (signed char)(carry ? digit - 10 : digit);
    }
    return value;
}

/* Digits [from, to) of the text; the last one stands at `lowest`. */
static bool take_digits(struct slice text, size_t from, size_t to, int lowest, struct decimal *value) {
    int at = lowest;
    for (size_t i = to; i > from; i--, at++) {
        if (!is_digit(text.data[i - 1]) || at < 0 || at >= DECIMAL_DIGITS - 1)
            return false;
        value->digits[at] = (signed char)(text.data[i - 1] - '0');
    }
    return true;
}

bool decimal_parse(struct slice text, struct decimal *value) {
    struct decimal read = {{0}};
    bool sign = text.size && (text.data[0] == '-' || text.data[0] == '+');
    bool negative = sign && text.data[0] == '-';
    size_t start = sign, point = slice_find(text, '.');
    size_t fraction = point < text.size ? text.size - point - 1 : 0;
    if (point - start + fraction == 0 || point - start > DECIMAL_WHOLE || fraction > DECIMAL_FRACTION)
        return false;
    if (!take_digits(text, start, point, DECIMAL_FRACTION, &read))
        return false;
    if (fraction && !take_digits(text, point + 1, text.size, DECIMAL_FRACTION - (int)fraction, &read))
        return false;
    *value = negative ? negate(read) : read;
    return true;
}

struct decimal decimal_add(struct decimal a, struct decimal b) {
    int carry = 0;
    for (int i = 0; i < DECIMAL_DIGITS; i++) {
        int digit = a.digits[i] + b.digits[i] + carry;
        carry = digit > 9;
        a.digits[i] = (signed char)(carry ? digit - 10 : digit);
    }
    return a;
}

bool decimal_is_negative(const struct decimal *value) {
    return value->digits[DECIMAL_DIGITS - 1] >= 5;
}

int decimal_compare(const struct decimal *a, const struct decimal *b) {
    bool below = decimal_is_negative(a), other = decimal_is_negative(b);
    if (below != other)
        return below ? -1 : 1;
    for (int i = DECIMAL_DIGITS; i-- > 0;)
        if (a->digits[i] != b->digits[i])
            return a->digits[i] < b->digits[i] ? -1 : 1;
    return 0;
}

size_t decimal_format(const struct decimal *value, char out[DECIMAL_SIZE]) {
    struct decimal shown = *value;
    size_t size = 0;
    int first = DECIMAL_DIGITS - 1, last = 0;
    if (decimal_is_negative(value)) {
        shown = negate(shown);
        out[size++] = '-';
    }
    while (first > DECIMAL_FRACTION && shown.digits[first] == 0)
        first--;
    while (last < DECIMAL_FRACTION && shown.digits[last] == 0)
        last++;
    for (int i = first; i >= last; i--) {
        if (i == DECIMAL_FRACTION - 1)
            out[size++] = '.';
        out[size++] = (char)('0' + shown.digits[i]);
    }
    out[size] = '\0';
    return size;
}
