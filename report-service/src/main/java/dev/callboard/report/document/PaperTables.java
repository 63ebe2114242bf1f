package dev.callboard.report.document;

import dev.callboard.report.bulk.Table;
import dev.callboard.report.render.AccountStatement;
import dev.callboard.report.render.AccountStatement.Kind;
import dev.callboard.report.render.SummoningGrid;
import dev.callboard.report.render.SummoningGrid.Call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;

/** The figures of tabular documents as rows. Heads and words of a row are the same in every language. */
final class PaperTables {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private PaperTables() {}

    /**
     * A row per call, in the order of the paper, rather than a column per day: so each answer has a cell of its own that
     * can be filtered, and a pivot table makes the grid of it. A call after midnight has the date of the day after its
     * working day.
     */
    static void write(SummoningGrid grid, Table table) {
        table.header(
                "department",
                "name",
                "role",
                "working_day",
                "day_number",
                "call_date",
                "call_time",
                "utc_offset",
                "answer");
        var numbers = new HashMap<LocalDate, Integer>();
        grid.days().forEach(day -> numbers.put(day.date(), day.number()));
        for (var team : grid.teams())
            for (var person : team.people())
                person.calls().stream().sorted(Comparator.comparing(Call::day)).forEach(call -> {
                    table.text(team.name()).text(person.name()).text(person.role());
                    call(call, numbers.get(call.day()), table);
                });
    }

    /** @param number 0 where the main unit does not work */
    private static void call(Call call, int number, Table table) {
        table.text(call.day().toString());
        if (number == 0) table.text("");
        else table.number(number);
        table.text(call.at().toLocalDate().toString())
                .text(CLOCK.format(call.at()))
                .text(offset(call.at()))
                .text(call.mark() == null ? "" : call.mark().name())
                .end();
    }

    /** {@code UTC+02:00}: what begins with a sign would be taken for a formula. */
    private static String offset(OffsetDateTime at) {
        var offset = at.getOffset().getId();
        return offset.equals("Z") ? "UTC" : "UTC" + offset;
    }

    /**
     * The lines between two rows that have a balance alone, so that the columns can be added up: balance = opening + Σ
     * owed. Days are those of UTC.
     */
    static void write(AccountStatement statement, Table table) {
        table.header("date", "kind", "for", "held", "owed", "balance", "currency");
        balance(statement.from(), "OPENING_BALANCE", statement.opening(), statement, table);
        for (var line : statement.lines()) {
            boolean holds = line.kind() == Kind.HOLD || line.kind() == Kind.RELEASE;
            table.text(line.at().toLocalDate().toString())
                    .text(line.kind().name())
                    .text(line.text());
            if (holds)
                table.number(amount(statement, line.kind() == Kind.HOLD ? line.amount() : -line.amount()))
                        .text("");
            else table.text("").number(amount(statement, line.owed()));
            table.number(amount(statement, line.balance()))
                    .text(statement.currency())
                    .end();
        }
        balance(statement.to(), "CLOSING_BALANCE", statement.closing(), statement, table);
    }

    private static void balance(LocalDate date, String what, long owed, AccountStatement statement, Table table) {
        table.text(date.toString())
                .text(what)
                .text("")
                .text("")
                .text("")
                .number(amount(statement, owed))
                .text(statement.currency())
                .end();
    }

    private static BigDecimal amount(AccountStatement statement, long minor) {
        return BigDecimal.valueOf(minor, statement.fractionDigits());
    }
}
