package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.rule.Unit;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.Word;
import dev.callboard.report.render.Words;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static dev.callboard.report.payroll.rule.Section.TAX;

/** What stands on a slip in words, in its language. Results keep the rule of each line; its text is the scheme's. */
final class SlipWords {
    private static final String CORRECTION = "correction";

    private final Words words;
    private final PayScheme scheme;
    private final Map<String, String> texts;

    SlipWords(Language language, PayScheme scheme) {
        words = Words.of(language);
        this.scheme = scheme;
        texts = scheme.texts().getOrDefault(language.tag(), Map.of());
    }

    /** A correction is in the words of who entered it; of a rule without a text in this language the stored one is left. */
    String text(SlipOf.Line line) {
        return line.rule().equals(CORRECTION)
                        && !line.text().equals(scheme.correction().text())
                ? line.text()
                : texts.getOrDefault(line.rule(), line.text());
    }

    /** A line of a progressive table, which is stored in English: its brackets are filled one after the other. */
    String tax(SlipOf.Line line, List<SlipOf.Line> all) {
        if (texts.isEmpty()) return line.text();

        var table = scheme.taxTables().get(line.rule().substring("tax-".length()));
        int at = all.stream().filter(other -> other.section() == TAX).toList().indexOf(line);
        if (table == null || at >= table.brackets().size()) return line.text();

        var from = at == 0 ? 0 : table.brackets().get(at - 1).upTo().orElseThrow();
        return table.brackets()
                .get(at)
                .upTo()
                .map(to -> words.say(Word.TAX_BETWEEN, table.text(), words.whole(from / 100), words.whole(to / 100)))
                .orElseGet(() -> words.say(Word.TAX_ABOVE, table.text(), words.whole(from / 100)));
    }

    String taxableBenefit(SlipOf.Line line) {
        return words.say(Word.TAXABLE_BENEFIT, benefit(line));
    }

    String receivedInKind(SlipOf.Line line) {
        return words.say(Word.RECEIVED_IN_KIND, benefit(line));
    }

    /** {@code lodging}. */
    private String benefit(SlipOf.Line line) {
        var named = scheme.benefit(line.rule()).map(PayScheme.Benefit::text).orElse(line.text());
        return texts.getOrDefault(line.rule(), named);
    }

    String costCode(String code) {
        return words.say(Word.COST_CODE, code);
    }

    String corrections() {
        return words.say(Word.CORRECTIONS);
    }

    String correctionsInSum() {
        return words.say(Word.CORRECTIONS_SUM);
    }

    String correctedPeriod(LocalDate period) {
        return words.say(Word.CORRECTED_PERIOD, words.monthYear(period));
    }

    String general() {
        return words.say(Word.GENERAL);
    }

    String daysWorked(String text, int days) {
        return words.say(Word.DAYS_WORKED, text, days);
    }

    String unit(Unit unit) {
        return switch (unit) {
            case DAYS -> words.say(Word.UNIT_D);
            case WEEKS -> words.say(Word.UNIT_WK);
            case MONTHS -> words.say(Word.UNIT_MO);
            case PIECES -> words.say(Word.UNIT_PC);
            default -> unit.symbol();
        };
    }

    String days(long count) {
        return words.say(count == 1 ? Word.UNIT_DAY : Word.UNIT_DAYS);
    }

    String paidLeave() {
        return words.say(Word.LEAVE_PAID);
    }

    String savedLeave() {
        return words.say(Word.SAVED_DAYS);
    }

    String oldestExpires(LocalDate day) {
        return words.say(Word.OLDEST_EXPIRES, words.date(day));
    }

    String percent(int basisPoints) {
        return words.percent(basisPoints);
    }

    String month(LocalDate day) {
        return words.month(day);
    }

    String list(List<String> names) {
        return words.list(names);
    }

    String monthYear(LocalDate day) {
        return words.monthYear(day);
    }
}
