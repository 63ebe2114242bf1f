package dev.callboard.report.document;

import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.Table;
import dev.callboard.report.render.AccountStatement;
import dev.callboard.report.render.AccountStatement.Customer;
import dev.callboard.report.render.AccountStatement.Kind;
import dev.callboard.report.render.AccountStatement.Line;
import dev.callboard.report.render.CallSheet.Mark;
import dev.callboard.report.render.SummoningGrid;
import dev.callboard.report.render.SummoningGrid.Call;
import dev.callboard.report.render.SummoningGrid.Day;
import dev.callboard.report.render.SummoningGrid.Person;
import dev.callboard.report.render.SummoningGrid.Team;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PaperTablesTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2027-10-29T12:00:00+02:00");
    private static final LocalDate NIGHT = LocalDate.parse("2027-10-30");

    @Test
    void a_grid_is_a_row_per_call_with_the_local_time_and_the_answer_in_cells_of_their_own() {
        var grid = grid(new Person(
                "Bo Ekdahl",
                "best boy grip",
                List.of(
                        new Call(NIGHT.plusDays(1), OffsetDateTime.parse("2027-11-01T01:30:00+01:00"), Mark.PENDING),
                        new Call(NIGHT, OffsetDateTime.parse("2027-10-30T20:00:00+02:00"), Mark.ACKNOWLEDGED))));

        assertThat(rows(table -> PaperTables.write(grid, table)))
                .containsExactly(
                        "department,name,role,working_day,day_number,call_date,call_time,utc_offset,answer",
                        "Grip,Bo Ekdahl,best boy grip,2027-10-30,18,2027-10-30,20:00,UTC+02:00,ACKNOWLEDGED",
                        "Grip,Bo Ekdahl,best boy grip,2027-10-31,,2027-11-01,01:30,UTC+01:00,PENDING");
    }

    @Test
    void a_call_in_universal_time_says_so_and_an_answer_that_is_not_shown_is_an_empty_cell() {
        var grid = grid(new Person(
                "Unnur Bryggja",
                "runner",
                List.of(new Call(NIGHT, OffsetDateTime.parse("2027-10-30T07:00:00Z"), null))));

        assertThat(rows(table -> PaperTables.write(grid, table)))
                .last()
                .isEqualTo("Grip,Unnur Bryggja,runner,2027-10-30,18,2027-10-30,07:00,UTC,");
    }

    @Test
    void a_name_that_a_spreadsheet_would_run_is_text_in_the_grid() {
        var grid = grid(new Person(
                "=cmd|' /C calc'!A0",
                "@SUM(A1)",
                List.of(new Call(NIGHT, OffsetDateTime.parse("2027-10-30T20:00:00+02:00"), Mark.DECLINED))));

        assertThat(rows(table -> PaperTables.write(grid, table)))
                .last()
                .asString()
                .startsWith("Grip,'=cmd|' /C calc'!A0,'@SUM(A1),2027-10-30,18,");
    }

    @Test
    void a_statement_leads_from_its_opening_balance_to_its_closing_one_and_its_columns_add_up() {
        var statement = statement(
                "SEK",
                2,
                249_000,
                List.of(
                        line("2027-10-04T09:00:00Z", Kind.HOLD, 50_000, 0, 249_000),
                        line("2027-10-04T09:00:01Z", Kind.INVOICE, 50_000, 50_000, 299_000),
                        line("2027-10-04T09:00:02Z", Kind.CAPTURE, 50_000, -50_000, 249_000),
                        line("2027-10-04T09:00:02Z", Kind.RELEASE, 50_000, 0, 249_000)),
                249_000);

        assertThat(rows(table -> PaperTables.write(statement, table)))
                .containsExactly(
                        "date,kind,for,held,owed,balance,currency",
                        "2027-10-01,OPENING_BALANCE,,,,2490.00,SEK",
                        "2027-10-04,HOLD,'=1+1,500.00,,2490.00,SEK",
                        "2027-10-04,INVOICE,'=1+1,,500.00,2990.00,SEK",
                        "2027-10-04,CAPTURE,'=1+1,,-500.00,2490.00,SEK",
                        "2027-10-04,RELEASE,'=1+1,-500.00,,2490.00,SEK",
                        "2027-10-31,CLOSING_BALANCE,,,,2490.00,SEK");
    }

    @Test
    void a_currency_without_cents_is_written_without_them() {
        assertThat(rows(table -> PaperTables.write(statement("ISK", 0, 249_000, List.of(), 249_000), table)))
                .last()
                .isEqualTo("2027-10-31,CLOSING_BALANCE,,,,249000,ISK");
    }

    /** The main unit works on the first of two days. */
    private static SummoningGrid grid(Person person) {
        return new SummoningGrid(
                "The Salt Road",
                4,
                NOW,
                List.of(new Day(NIGHT, 18), new Day(NIGHT.plusDays(1), 0)),
                List.of(new Team("Grip", List.of(person))));
    }

    /** Of a project with a hostile name. */
    private static Line line(String at, Kind kind, long amount, long owed, long balance) {
        return new Line(OffsetDateTime.parse(at), kind, "=1+1", amount, owed, balance);
    }

    private static AccountStatement statement(
            String currency, int fractionDigits, long opening, List<Line> lines, long closing) {
        return new AccountStatement(
                new Customer("Norrsken Produktion AB", null, null),
                LocalDate.parse("2027-10-01"),
                LocalDate.parse("2027-10-31"),
                NOW,
                currency,
                fractionDigits,
                opening,
                lines,
                50_000,
                closing,
                0);
    }

    private static List<String> rows(Consumer<Table> written) {
        var out = new ByteArrayOutputStream();
        var table = new CsvTable(out);
        written.accept(table);
        try {
            table.finish();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return out.toString(UTF_8).lines().toList();
    }
}
