package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.leave.LeaveBalances.Balance;
import dev.callboard.report.payroll.payrun.SlipOf.Line;
import dev.callboard.report.payroll.payrun.SlipOf.Result;
import dev.callboard.report.payroll.rule.Section;
import dev.callboard.report.payroll.rule.Unit;
import dev.callboard.report.payroll.scheme.PaySchemes;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.PaySlip;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Bo's slip of October 2027. */
class SlipOfTest {
    private static final Result BO = new Result(
            "4711",
            UUID.randomUUID().toString(),
            "Bo Ekdahl",
            "best boy grip",
            "",
            "E-32",
            "",
            "",
            480,
            0,
            228_000,
            228_000,
            0,
            228_000,
            0,
            0,
            0,
            new Balance(1_050, 208, 100, 900, 500, LocalDate.of(2028, 3, 31)),
            228_000,
            228_000,
            0,
            228_000);

    @Test
    void the_periods_of_all_corrections_are_named_in_their_order() {
        assertThat(slip(null, "2027-09-01", "2026-12-01", "2027-09-01").run().corrects())
                .isEqualTo("December 2026 and September");
        assertThat(slip(null, "2027-09-01").run().corrects()).isEqualTo("September");
        assertThat(slip((String) null).run().corrects()).isNull();
    }

    @Test
    void paid_and_saved_leave_stand_apart() {
        assertThat(slip((String) null).leave())
                .isEqualTo(new PaySlip.Leave(
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2028, 3, 31),
                        LocalDate.of(2027, 10, 31),
                        List.of(
                                new PaySlip.Balance("Paid", 1_050, 208, -100, 1_158, null),
                                new PaySlip.Balance("Saved", 900, 0, -500, 400, "oldest expires 31 Mar 2028"))));
    }

    private static PaySlip slip(@Nullable String... corrects) {
        var run = new PayRun(
                UUID.randomUUID(),
                UUID.randomUUID(),
                YearMonth.of(2027, 10),
                LocalDate.of(2027, 11, 25),
                "SEK",
                UUID.randomUUID(),
                Instant.EPOCH);
        run.terms = new Terms(
                PaySchemes.NORD_1, 1, "Nord 1", true, "Norrsken Produktion AB", "", "", "Eva Strand", "", "", 10, 4);
        var words = new SlipWords(Language.EN, new PaySchemes().get(PaySchemes.NORD_1));
        return new SlipOf(run, words)
                .slip(BO, Stream.of(corrects).map(SlipOfTest::worked).toList());
    }

    private static Line worked(@Nullable String corrects) {
        var month = corrects == null ? null : LocalDate.parse(corrects);
        var day = month == null ? LocalDate.of(2027, 10, 20) : month.plusDays(19);
        return new Line(
                Section.EARNING,
                month,
                "",
                "",
                "ordinary",
                "",
                day,
                day,
                1,
                480,
                Unit.MINUTES,
                28_500,
                10_000,
                228_000,
                null);
    }
}
