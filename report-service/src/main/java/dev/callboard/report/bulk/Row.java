package dev.callboard.report.bulk;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of a CSV file. Reading a cell that is not as it should be notes it and answers a stand-in, so that all bad
 * cells of a row are found in one go; a file with a bad cell is refused as a whole.
 */
public final class Row {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    /** No exponent: one of some digits is a number that nobody has the memory for. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    private static final int LONGEST_DECIMAL = 20;
    static final int SHOWN = 80;

    private final long line;
    private final Map<String, Integer> columns;
    private final List<String> cells;
    private final BadRows bad;

    Row(long line, Map<String, Integer> columns, List<String> cells, BadRows bad) {
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.bad = bad;
    }

    public long line() {
        return line;
    }

    public boolean has(String column) {
        return !cell(column).isEmpty();
    }

    /** Empty if the cell is. */
    public String text(String column, int max) {
        var cell = cell(column);
        if (cell.length() <= max && cell.chars().noneMatch(Character::isISOControl)) return cell;

        bad(column, "at most " + max + " characters of plain text");
        return "";
    }

    public String required(String column, int max) {
        if (!has(column)) bad(column, "a value");
        return text(column, max);
    }

    /** As {@link #text}, but the value is in no error. */
    public String secret(String column, int max) {
        var cell = cell(column);
        if (cell.length() <= max && cell.chars().noneMatch(Character::isISOControl)) return cell;

        badSecret(column, "at most " + max + " characters of plain text");
        return "";
    }

    public LocalDate date(String column) {
        var date = parsedDate(column);
        if (date != null) return date;

        bad(column, "a date like 2027-10-31");
        return LocalDate.EPOCH;
    }

    /** As {@link #dateOrNone}, but the value is in no error. */
    public @Nullable LocalDate secretDateOrNone(String column) {
        var date = parsedDate(column);
        if (date == null && has(column)) badSecret(column, "a date like 2027-10-31");
        return date;
    }

    private @Nullable LocalDate parsedDate(String column) {
        try {
            var date = LocalDate.parse(cell(column), DATE);
            return date.getYear() >= 1900 && date.getYear() < 2200 ? date : null;
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    public YearMonth month(String column) {
        try {
            var month = YearMonth.parse(cell(column), MONTH);
            if (month.getYear() >= 1900 && month.getYear() < 2200) return month;
        } catch (DateTimeException notOne) {
            // told below
        }
        bad(column, "a month like 2027-10");
        return YearMonth.from(LocalDate.EPOCH);
    }

    public @Nullable LocalDate dateOrNone(String column) {
        return has(column) ? date(column) : null;
    }

    public LocalTime time(String column) {
        try {
            return LocalTime.parse(cell(column), TIME);
        } catch (DateTimeException notOne) {
            bad(column, "a time like 06:30");
            return LocalTime.MIDNIGHT;
        }
    }

    public long whole(String column, long least, long most) {
        try {
            var value = Long.parseLong(cell(column));
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException notOne) {
            // told below
        }
        bad(column, least + " to " + most + ", whole");
        return Math.max(0, least);
    }

    public long wholeOr(long otherwise, String column, long least, long most) {
        return has(column) ? whole(column, least, most) : otherwise;
    }

    /** A decimal number with a point, times {@code scale}, rounded half up: 7.5 hours are 450 minutes. */
    public long scaled(String column, int scale, long least, long most) {
        var cell = cell(column);
        boolean decimal =
                cell.length() <= LONGEST_DECIMAL && DECIMAL.matcher(cell).matches();
        if (decimal) {
            var value = new BigDecimal(cell);
            if (value.compareTo(BigDecimal.valueOf(least)) >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0)
                return value.multiply(BigDecimal.valueOf(scale))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
        }
        bad(column, (decimal ? "" : "a number like 7.5, ") + least + " to " + most);
        return Math.max(0, least);
    }

    public long scaledOr(long otherwise, String column, int scale, long least, long most) {
        return has(column) ? scaled(column, scale, least, most) : otherwise;
    }

    public <E extends Enum<E>> E one(Class<E> type, String column) {
        return one(EnumSet.allOf(type), column);
    }

    /** @param of those that a cell may name, at least one */
    public <E extends Enum<E>> E one(Set<E> of, String column) {
        var cell = cell(column);
        for (var value : of) if (value.name().equals(cell)) return value;

        bad(column, "one of " + String.join(", ", of.stream().map(Enum::name).toList()));
        return of.iterator().next();
    }

    public String currency(String column) {
        try {
            return Currency.getInstance(cell(column)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            bad(column, "an ISO 4217 code like SEK");
            return "XXX";
        }
    }

    public void bad(String column, String expected) {
        var cell = cell(column);
        bad.add(new BadRow(line, column, cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…", expected));
    }

    /** As {@link #bad}, without the value. */
    public void badSecret(String column, String expected) {
        bad.add(new BadRow(line, column, "(not shown)", expected));
    }

    private String cell(String column) {
        var at = columns.get(column);
        return at == null || at >= cells.size() ? "" : cells.get(at).strip();
    }
}
