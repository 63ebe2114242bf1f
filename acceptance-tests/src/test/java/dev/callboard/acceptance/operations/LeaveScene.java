package dev.callboard.acceptance.operations;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/** Bo asks for leave after the month that was paid; Eva decides, and puts a balance right. */
final class LeaveScene {
    /** One of Bo's two numbers. */
    private static final String NUMBER = "E3";

    private final Story story;
    private final Actor eva;
    private final Actor bo;
    private final String requests;

    LeaveScene(Story story) {
        this.story = story;
        this.eva = story.eva;
        this.bo = story.bo;
        this.requests = story.account("/leave-requests");
    }

    void play() {
        var monday = YearMonth.from(story.shootingDay())
                .plusMonths(2)
                .atDay(1)
                .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        var approved = asked(monday, monday.plusDays(1));
        bo.postIsRefused(409, requests, days(monday.plusDays(1), monday.plusDays(2)));
        bo.postIsRefused(422, requests, days(monday.plusYears(3), monday.plusYears(3)));
        bo.get(requests);
        bo.get(approved);
        eva.change("POST", approved, approved + "/approval", null);

        var refused = asked(monday.plusDays(7), monday.plusDays(7));
        var reason = Map.of("reason", "The night is shot then");
        eva.change("POST", refused, refused + "/refusal", reason);
        eva.changeIsRefused(409, "POST", refused, refused + "/refusal", reason);
        eva.changeIsRefused(409, "POST", refused, refused + "/approval", null);

        var withdrawn = asked(monday.plusDays(8), monday.plusDays(8));
        bo.change("POST", withdrawn, withdrawn + "/withdrawal", null);
        bo.changeIsRefused(409, "POST", withdrawn, withdrawn + "/withdrawal", null);
        askedInSomebodysPlace(monday.plusDays(9));
        adjusted();
    }

    private void askedInSomebodysPlace(LocalDate day) {
        var request = requests + "/" + eva.post(requests, days(day, day)).field("id");
        eva.changeIsRefused(403, "POST", request, request + "/approval", null);
        eva.change("POST", request, request + "/withdrawal", null);
    }

    private void adjusted() {
        var adjustments = story.account("/leave-adjustments");
        eva.postIsRefused(
                409, adjustments, adjustment(YearMonth.from(story.today()).atDay(1)));
        eva.post(adjustments, adjustment(null));
        eva.get(adjustments);

        var unaddressed = adjustment(null);
        unaddressed.put("employeeNo", "E2");
        eva.postIsRefused(409, adjustments, unaddressed);
    }

    /** @param date null: today */
    private static Map<String, Object> adjustment(LocalDate date) {
        var adjustment = new HashMap<String, Object>();
        adjustment.put("employeeNo", NUMBER);
        adjustment.put("balance", "SAVED");
        adjustment.put("daysHundredths", 500);
        adjustment.put("reason", "Saved with the employer before");
        if (date != null) adjustment.put("date", date.toString());
        return adjustment;
    }

    private String asked(LocalDate from, LocalDate to) {
        return requests + "/" + bo.post(requests, days(from, to)).field("id");
    }

    private static Map<String, Object> days(LocalDate from, LocalDate to) {
        return Map.of("employeeNo", NUMBER, "from", from.toString(), "to", to.toString(), "kind", "PAID");
    }
}
