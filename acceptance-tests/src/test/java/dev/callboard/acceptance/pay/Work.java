package dev.callboard.acceptance.pay;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code hours.csv} or an approved time card.
 *
 * @param kind   WORK, LEAVE, CORRECTION, PER_DIEM, MILEAGE
 * @param day    the working day it is named by
 * @param spells of work without breaks, rounded to 3 minutes, in the clock of the place; empty where only an amount is known
 * @param amount hours, days or kilometres; of WORK nothing
 */
record Work(
        String employee,
        String kind,
        LocalDate day,
        String production,
        String costCode,
        List<Spell> spells,
        BigDecimal amount,
        int mealPenalties,
        int perDiems,
        BigDecimal kilometres) {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final long STEP = Duration.ofMinutes(3).toSeconds();

    /** From, inclusive, to, exclusive. */
    record Spell(ZonedDateTime from, ZonedDateTime to) {
        static Spell rounded(ZonedDateTime from, ZonedDateTime to) {
            return new Spell(toStep(from), toStep(to));
        }

        private static ZonedDateTime toStep(ZonedDateTime time) {
            long steps = Math.floorDiv(2 * time.toEpochSecond() + STEP, 2 * STEP);
            return java.time.Instant.ofEpochSecond(steps * STEP).atZone(time.getZone());
        }
    }

    static Work of(NamedCsvRecord row) {
        var kind = row.getField("kind");
        boolean timed = !row.getField("start").isEmpty();
        return new Work(
                row.getField("employee_no"),
                kind,
                LocalDate.parse(row.getField("date")),
                row.getField("project"),
                row.getField("cost_code"),
                timed ? spells(row) : List.of(),
                timed ? BigDecimal.ZERO : new BigDecimal(row.getField("hours")),
                0,
                0,
                BigDecimal.ZERO);
    }

    /** The break is taken out of the middle: half of the paid time before it, in whole minutes rounded down. */
    private static List<Spell> spells(NamedCsvRecord row) {
        var date = LocalDate.parse(row.getField("date"));
        var start = at(date, row.getField("start"));
        var end = at(date, row.getField("end"));
        if (!end.isAfter(start)) end = at(date.plusDays(1), row.getField("end"));
        long rest = Long.parseLong(row.getField("break_minutes"));
        if (rest == 0) return List.of(Spell.rounded(start, end));
        long paid = Duration.between(start, end).toMinutes() - rest;
        var out = start.plusMinutes(paid / 2);
        return List.of(Spell.rounded(start, out), Spell.rounded(out.plusMinutes(rest), end));
    }

    private static ZonedDateTime at(LocalDate date, String time) {
        return LocalDateTime.of(date, LocalTime.parse(time)).atZone(STOCKHOLM);
    }

    /** @param card as {@code GET /projects/{id}/time-cards} shows it */
    static Work of(JsonNode card, String production) {
        var zone = ZoneId.of(card.get("zone").asText());
        var spells = new ArrayList<Spell>();
        var from = at(card.get("start"), zone);
        for (var meal : card.get("meals")) {
            spells.add(Spell.rounded(from, at(meal.get("out"), zone)));
            from = at(meal.get("in"), zone);
        }
        spells.add(Spell.rounded(from, at(card.get("wrap"), zone)));
        return new Work(
                card.get("employeeNo").asText(),
                "WORK",
                LocalDate.parse(card.get("workingDay").asText()),
                production,
                card.get("costCode").asText(),
                spells,
                BigDecimal.ZERO,
                card.get("mealPenalties").asInt(),
                card.get("perDiems").asInt(),
                BigDecimal.valueOf(card.get("mileageMetres").asLong()).movePointLeft(3));
    }

    /** Local; with its offset only where the clock shows it twice. */
    private static ZonedDateTime at(JsonNode time, ZoneId zone) {
        var text = time.asText();
        return text.matches(".*([+-]\\d\\d:\\d\\d|Z)")
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone)
                : LocalDateTime.parse(text).atZone(zone);
    }

    ZonedDateTime start() {
        return spells.getFirst().from();
    }
}
