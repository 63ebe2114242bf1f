package dev.callboard.local.demo;

import dev.callboard.local.platform.DemoPerson;

import java.util.Map;

/** Before the month is paid: leave that was approved elsewhere comes by CSV, Bo asks for his, and others decide. */
final class LeaveScene {
    private final Walk walk;

    LeaveScene(Walk walk) {
        this.walk = walk;
    }

    void play() {
        var eva = walk.who("Eva");
        var rows = walk.gateway
                .csv(eva, walk.account("/leave/import"), walk.packaged.file("payroll/leave.csv"))
                .mustBe(200)
                .json()
                .get("imported")
                .asInt();
        savedDays(eva);
        var bos = asked(walk.who("Bo"), Map.of("from", "2027-12-20", "to", "2027-12-23", "kind", "PAID"));
        walk.stage.checkEquals(
                "Bo does not approve his own leave",
                403,
                walk.gateway
                        .changeAt(walk.who("Bo"), "POST", bos, bos + "/approval", null)
                        .status());
        approved(eva, bos);
        var zolcs = asked(
                eva,
                Map.of(
                        "employeeNo", PaySums.SHOWN,
                        "from", "2027-12-20",
                        "to", "2027-12-22",
                        "kind", "SAVED",
                        "note", "By telephone"));
        approved(walk.who("Stina"), zolcs);
        walk.stage.checkEquals(
                "what was approved is asked for no longer",
                0,
                walk.items(eva, walk.account("/leave-requests?state=REQUESTED")).size());
        walk.stage.say(
                "%d bookings of leave imported · Bo asked for four days in December, Eva approved".formatted(rows));
    }

    /** They were saved where payroll was done before; and half a day in September was worked after all. */
    private void savedDays(DemoPerson eva) {
        adjusted(eva, "SAVED", 500, "saved days of 2026/27 taken over");
        adjusted(eva, "PAID", 50, "half a day worked on 17 September");
    }

    private void adjusted(DemoPerson eva, String balance, int hundredths, String reason) {
        walk.gateway
                .post(
                        eva,
                        walk.account("/leave-adjustments"),
                        Map.of(
                                "employeeNo",
                                PaySums.SHOWN,
                                "date",
                                "2027-10-01",
                                "balance",
                                balance,
                                "daysHundredths",
                                hundredths,
                                "reason",
                                reason))
                .mustBe(201);
    }

    /** @return path of the request */
    private String asked(DemoPerson who, Map<String, String> days) {
        var requests = walk.account("/leave-requests");
        return requests + "/"
                + walk.gateway
                        .post(who, requests, days)
                        .mustBe(201)
                        .json()
                        .get("id")
                        .asText();
    }

    private void approved(DemoPerson by, String request) {
        walk.gateway.changeAt(by, "POST", request, request + "/approval", null).mustBe(200);
    }
}
