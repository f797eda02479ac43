/* Decimal numbers without a locale.
 *
 * A number is read as an integer of at most 15 digits times a power of ten, and printed by finding
 * that integer again. Up to 10^22 a power of ten is exact in a double, so the way in rounds once;
 * far below one it rounds twice. The way out adds as many roundings: together below half a unit of
 * the 15th digit, which is why the same integer is found. */
#include "number.h"

enum { DIGITS_MAX = 15, POWER_EXACT = 22 };

/* value = digits * 10^exponent */
struct decimal {
    bool negative;
    int64_t digits;
    int64_t exponent;
};

static const double powers[POWER_EXACT + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                               1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                               1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Collects digits up to the 15th and what must be known of the rest to round. */
struct collector {
    int64_t digits;
    int count;          /* significant digits held */
    int next;           /* the 16th, -1 while there is none */
    bool more;          /* something other than zero behind it */
    int64_t exponent;   /* of the last digit held */
};

static void collect_digit(struct collector *c, int digit, bool fraction) {
    if (c->count < DIGITS_MAX) {
        c->digits = c->digits * 10 + digit;
        c->count += c->digits != 0;
        c->exponent -= fraction;
        return;
    }
    if (c->next < 0)
        c->next = digit;
    else
        c->more = c->more || digit != 0;
    c->exponent += !fraction;
}

static void round_digits(struct collector *c) {
    bool up = c->next > 5 || (c->next == 5 && (c->more || c->digits % 2 != 0));
    c->digits += up;
}

/* Reads digits into the collector; returns how many. */
static size_t read_digits(struct slice text, size_t *i, struct collector *c, bool fraction) {
    size_t start = *i;
    for (; *i < text.size && is_digit(text.data[*i]); (*i)++)
        collect_digit(c, text.data[*i] - '0', fraction);
    return *i - start;
}

/* [eE][+-]?digits, if it stands there. Far out exponents are held at a value that is out anyway. */
static bool read_exponent(struct slice text, size_t *i, int64_t *exponent) {
    const int64_t far_out = INT64_C(1000000000000000000);
    if (*i == text.size || (text.data[*i] != 'e' && text.data[*i] != 'E'))
        return true;
    (*i)++;
    bool negative = *i < text.size && text.data[*i] == '-';
    if (*i < text.size && (text.data[*i] == '-' || text.data[*i] == '+'))
        (*i)++;
    size_t start = *i;
    int64_t value = 0;
    for (; *i < text.size && is_digit(text.data[*i]); (*i)++)
        value = value < far_out / 10 ? value * 10 + (text.data[*i] - '0') : far_out;
    *exponent += negative ? -value : value;
    return *i > start;
}

static bool read_decimal(struct slice text, struct decimal *out) {
    struct collector c = {0, 0, -1, false, 0};
    size_t i = 0, digits;
    out->negative = text.size && text.data[0] == '-';
    if (text.size && (text.data[0] == '-' || text.data[0] == '+'))
        i++;
    digits = read_digits(text, &i, &c, false);
    if (i < text.size && text.data[i] == '.') {
        i++;
        digits += read_digits(text, &i, &c, true);
    }
    if (!digits || !read_exponent(text, &i, &c.exponent) || i != text.size)
        return false;
    round_digits(&c);
    out->digits = c.digits;
    out->exponent = c.exponent;
    return true;
}

/* No zero at the right end: fewer powers of ten are needed. Returns the number of digits. */
static int strip_zeros(struct decimal *d) {
    int count = 0;
    while (d->digits && d->digits % 10 == 0) {
        d->digits /= 10;
        d->exponent++;
    }
    for (int64_t rest = d->digits; rest; rest /= 10)
        count++;
    return count;
}

/* value * 10^exponent for -44 <= exponent <= 44. */
static double scale_value(double value, int exponent) {
    int size = exponent < 0 ? -exponent : exponent;
    while (size > 0) {
        int step = size < POWER_EXACT ? size : POWER_EXACT;
        value = exponent < 0 ? value / powers[step] : value * powers[step];
        size -= step;
    }
    return value;
}

bool number_parse(struct slice text, double *value) {
    struct decimal d;
    if (!read_decimal(text, &d))
        return false;
    int count = strip_zeros(&d);
    if (count == 0) {
        *value = 0;
        return true;
    }
    int64_t leading = d.exponent + count - 1; /* the power of ten of the first digit */
    if (leading >= DIGITS_MAX || leading < -DIGITS_MAX)
        return false;
    double magnitude = scale_value((double)d.digits, (int)d.exponent);
    *value = d.negative ? -magnitude : magnitude;
    return true;
}

bool number_parse_integer(struct slice text, int64_t *value) {
    bool negative = text.size && text.data[0] == '-';
    size_t i = negative;
    /* Counted below zero, where there is one value more. */
    int64_t result = 0;
    if (i == text.size)
        return false;
    for (; i < text.size; i++) {
        if (!is_digit(text.data[i]))
            return false;
        int digit = text.data[i] - '0';
        if (result < (INT64_MIN + digit) / 10)
            return false;
        result = result * 10 - digit;
    }
    if (!negative && result == INT64_MIN)
        return false;
    *value = negative ? result : -result;
    return true;
}

/* The integer of at most 15 digits and its power of ten that stand for a magnitude in
 * [1e-15, 1e30). */
static struct decimal find_decimal(double magnitude) {
    int exponent = 0;
    if (magnitude < 1e15 && (double)(int64_t)magnitude == magnitude)
        return (struct decimal){false, (int64_t)magnitude, 0};
    while (scale_value(magnitude, exponent) >= 1e15)
        exponent--;
    while (scale_value(magnitude, exponent) < 1e14)
        exponent++;
    struct decimal d = {false, (int64_t)(scale_value(magnitude, exponent) + 0.5), -exponent};
    strip_zeros(&d);
    return d;
}

static size_t write_zeros(char *out, size_t count) {
    memset(out, '0', count);
    return count;
}

/* Digits of a value above zero, as they are; returns their number. */
static size_t write_digits(int64_t value, char *out) {
    char reversed[20];
    size_t count = 0;
    for (; value; value /= 10)
        reversed[count++] = (char)('0' + value % 10);
    for (size_t i = 0; i < count; i++)
        out[i] = reversed[count - 1 - i];
    return count;
}

static size_t write_decimal(struct decimal d, char *out) {
    char digits[20];
    size_t count = write_digits(d.digits, digits), size = 0;
    if (d.exponent >= 0) {
        memcpy(out, digits, count);
        return count + write_zeros(out + count, (size_t)d.exponent);
    }
    size_t decimals = (size_t)-d.exponent, whole = count > decimals ? count - decimals : 0;
    if (whole == 0)
        out[size++] = '0';
    memcpy(out + size, digits, whole);
    size += whole;
    out[size++] = '.';
    size += write_zeros(out + size, decimals - (count - whole));
    memcpy(out + size, digits + whole, count - whole);
    return size + count - whole;
}

size_t number_format(double value, char out[NUMBER_SIZE]) {
    double magnitude = value < 0 ? -value : value;
    size_t size = 0;
    if (!(magnitude < 1e30)) {
        memcpy(out, "null", 5);
        return 4;
    }
    if (magnitude < 1e-15) {
        memcpy(out, "0", 2);
        return 1;
    }
    if (value < 0)
        out[size++] = '-';
    size += write_decimal(find_decimal(magnitude), out + size);
    out[size] = '\0';
    return size;
}

size_t number_format_integer(int64_t value, char out[NUMBER_SIZE]) {
    size_t size = 0;
    if (value == 0)
        out[size++] = '0';
    if (value < 0)
        out[size++] = '-';
    /* The smallest value has no positive counterpart: its last digit is written apart. */
    int64_t front = value < 0 ? -(value / 10) : value / 10;
    int last = (int)(value < 0 ? -(value % 10) : value % 10);
    if (value) {
        size += write_digits(front, out + size);
        out[size++] = (char)('0' + last);
    }
    out[size] = '\0';
    return size;
}
