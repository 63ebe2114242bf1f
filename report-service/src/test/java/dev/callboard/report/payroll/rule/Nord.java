package dev.callboard.report.payroll.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callboard.report.payroll.rule.Work.Spell;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged schemes and their page, and Bo's work of October 2027, at 285.00 an hour. */
final class Nord {
    static final YearMonth OCTOBER = YearMonth.of(2027, 10);
    static final LocalDate WEDNESDAY = LocalDate.of(2027, 10, 20);
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .build();

    static final PayScheme NORD_1 = scheme("nord-1", _ -> {});
    static final PayScheme NORD_2 = scheme("nord-2", _ -> {});
    /** With one space for any blank. */
    static final String PAGE = page();

    static void worked(String rule, Pay pay, String example) {
        assertThat(printed(line(rule, pay))).isEqualTo(example);
        assertThat(PAGE).contains(example);
    }

    static List<String> rules(Pay pay) {
        return pay.lines().stream()
                .filter(line -> line.section() == Section.EARNING)
                .map(line -> line.rule() + " " + line.quantity())
                .toList();
    }

    static PayLine line(String rule, Pay pay) {
        return pay.lines().stream()
                .filter(line -> line.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + rule + " in " + pay.lines()));
    }

    static String printed(PayLine line) {
        var factor = BigDecimal.valueOf(line.factor(), 4).stripTrailingZeros();
        var shown = number(factor.scale() < 2 ? factor.setScale(2) : factor);
        var amount = " = " + money(line.amount());
        return switch (line.unit()) {
            case MONEY -> money(line.quantity()) + " × " + shown + amount;
            case MINUTES ->
                number(BigDecimal.valueOf(line.quantity())
                                .divide(BigDecimal.valueOf(60))
                                .setScale(2)) + " h × " + money(line.rate()) + " × " + shown + amount;
            case METRES ->
                number(BigDecimal.valueOf(line.quantity(), 3).setScale(2)) + " km × " + money(line.rate()) + " × "
                        + shown + amount;
            default ->
                line.quantity() + " " + line.unit().symbol() + " × " + money(line.rate()) + " × " + shown + amount;
        };
    }

    static String money(long minor) {
        return number(BigDecimal.valueOf(minor, 2));
    }

    static String number(BigDecimal value) {
        return String.format(Locale.ROOT, "%,." + value.scale() + "f", value).replace('-', '−');
    }

    static Pay pay(PayScheme scheme, PaidPerson person, Work... works) {
        return pay(scheme, person, List.of(works));
    }

    static Pay pay(PayScheme scheme, PaidPerson person, List<Work> works) {
        return PayCalculation.of(scheme, OCTOBER, person, works, Earlier.NOTHING);
    }

    static Earlier after(List<Work> paid) {
        return Earlier.NOTHING.withPaid(paid);
    }

    static PaidPerson hourly() {
        return person(PayKind.HOURLY, 28_500, LocalDate.of(2020, 1, 1));
    }

    static PaidPerson person(PayKind kind, long rate, LocalDate startedOn) {
        return new PaidPerson("4711", kind, rate, startedOn, 1200, "E-32", "", "410-20");
    }

    static Work clock(LocalDate day, String from, String to) {
        return work(day, WorkedTime.between(day, LocalTime.parse(from), LocalTime.parse(to), 0, STOCKHOLM));
    }

    static Work work(LocalDate day, List<Spell> spells) {
        return new Work(
                UUID.randomUUID(),
                day,
                WorkKind.WORK,
                spells,
                STOCKHOLM,
                0,
                0,
                "The Salt Road",
                "410-20",
                0,
                0,
                0,
                "",
                "");
    }

    static Work hours(WorkKind kind, long minutes, String note) {
        return new Work(
                UUID.randomUUID(),
                WEDNESDAY,
                kind,
                List.of(),
                STOCKHOLM,
                minutes,
                0,
                "The Salt Road",
                "410-20",
                0,
                0,
                0,
                note,
                "");
    }

    /** @param quantity days of a kit rental */
    static Work counted(WorkKind kind, long quantity) {
        return new Work(
                UUID.randomUUID(),
                WEDNESDAY,
                kind,
                List.of(),
                STOCKHOLM,
                0,
                quantity,
                "The Salt Road",
                "410-20",
                0,
                0,
                0,
                "",
                "");
    }

    /** @param minor its worth, or by how much it is put right */
    static Work benefit(String kind, YearMonth month, long minor) {
        return new Work(
                UUID.randomUUID(),
                month.atDay(1),
                WorkKind.BENEFIT,
                List.of(),
                STOCKHOLM,
                0,
                minor,
                "",
                "",
                0,
                0,
                0,
                "",
                kind);
    }

    /** 08:00–16:30 with half an hour for the meal, called off. */
    static Work cancelled(long noticeMinutes) {
        return new Work(
                UUID.randomUUID(),
                WEDNESDAY,
                WorkKind.CANCELLATION,
                WorkedTime.between(WEDNESDAY, LocalTime.of(8, 0), LocalTime.of(16, 30), 30, STOCKHOLM),
                STOCKHOLM,
                0,
                noticeMinutes,
                "The Salt Road",
                "410-20",
                0,
                0,
                0,
                "",
                "");
    }

    /** Eight hours of each day from the first to the last. */
    static List<Work> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> clock(day, "08:00", "16:00"))
                .toList();
    }

    /** A packaged scheme, changed. */
    static PayScheme scheme(String id, Consumer<ObjectNode> change) {
        var json = (ObjectNode) json(id);
        change.accept(json);
        return JSON.convertValue(json, PayScheme.class);
    }

    static JsonNode json(String id) {
        try (var json = PayScheme.class.getResourceAsStream("/pay-schemes/" + id + ".json")) {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/pay-rules.md")).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Nord() {}
}
