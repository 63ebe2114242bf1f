package dev.callboard.acceptance.operations;

import java.time.YearMonth;
import java.util.Map;

/** Eva pays the month; Stina releases it. */
final class PayScene {
    private static final String EMPLOYEES = """
            employee_no,given_name,family_name,email,birth_date,street,postal_code,city,country,iban,tax_id,tax_table,pay_kind,rate_minor,currency,started_on,annual_leave_days,department,job_title,agreement,holiday_pay_bp,cost_code
            E1,Bo,Nyström,BO_ADDRESS,1980-07-20,Notvägen 59,171 62,Solna,SE,SE7499900000052001000003,X1,E-34,HOURLY,20300,SEK,2020-03-01,25,Grip,grip,CREW,1200,210
            E2,Zoë,Müller,,1990-10-07,Skeppargränd 72,972 31,Luleå,SE,SE4099900000052002000006,X2,E-34,HOURLY,27900,SEK,2019-09-01,30,Grip,grip,CREW,1200,210
            E3,Li,Berg,BO_ADDRESS,1990-10-07,Skeppargränd 72,972 31,Luleå,SE,SE4099900000052002000006,X3,E-34,HOURLY,27900,SEK,2019-09-01,30,Grip,grip,CREW,1200,210
            """;
    private static final String HOURS = """
            employee_no,date,start,end,break_minutes,hours,kind,project,cost_code,note
            E1,%s,09:00,17:30,60,7.50,WORK,Northbound,210,
            E3,%s,09:00,17:30,60,7.50,WORK,李,210,
            """;

    private final Story story;
    private final Actor eva;

    PayScene(Story story) {
        this.story = story;
        this.eva = story.eva;
    }

    void play() {
        var month = YearMonth.from(story.shootingDay());
        employees();
        scheme();
        var hours = HOURS.formatted(month.atDay(1), month.atDay(1));
        eva.csv(story.account("/hours/import"), hours);
        eva.isRefused(
                409, Request.of(eva, "POST", story.account("/hours/import")).body("text/csv", hours));
        eva.csv(
                story.account("/benefits/import"),
                "employee_no,period,kind,amount_minor\nE1,%s,meals,10000\n".formatted(month));
        var period = Map.of(
                "month",
                month.toString(),
                "payDate",
                month.plusMonths(1).atDay(25).toString());
        eva.post(story.account("/pay-periods"), period);
        eva.get(story.account("/pay-periods"));
        paid(month);
        eva.postIsRefused(409, story.account("/pay-periods"), period);
    }

    private void employees() {
        eva.csv(story.account("/employees/import"), EMPLOYEES.replace("BO_ADDRESS", story.bo.email()));
        eva.csv(
                story.account("/opening-balances/import"),
                "employee_no,year,gross_minor,taxable_minor,tax_minor,deductions_minor,net_minor,hours,leave_days\nE1,%d,1000000,1000000,300000,0,700000,50.00,2.00\n"
                        .formatted(story.today().getYear()));
        eva.get(story.account("/employees"));
        eva.patch(story.account("/employees/E2"), Map.of("city", "Boden"));
    }

    private void scheme() {
        eva.patch(
                story.account("/pay-scheme"),
                Map.of(
                        "scheme", "nord-2",
                        "employerAddress", "Hamnmagasinet 3, 116 30 Stockholm",
                        "organisationNo", "559000-0000",
                        "contact", "payroll@norrsken.example",
                        "approverDiffers", true));
        eva.changeIsRefused(
                422,
                "PATCH",
                story.account("/pay-scheme"),
                story.account("/pay-scheme"),
                Map.of("scheme", "of another country"));
    }

    private void paid(YearMonth month) {
        var runs = story.account("/pay-runs");
        var wanted = Map.of(
                "period",
                month.toString(),
                "payDate",
                month.plusMonths(1).atDay(25).toString());
        var run = "/pay-runs/" + eva.post(runs, wanted).field("id");
        eva.postIsRefused(409, runs, wanted);
        eva.get(runs);
        calculated(run);
        eva.isRefused(409, Request.of(eva, "GET", run + "/journal"));
        eva.isRefused(409, Request.of(eva, "GET", run + "/payment-file"));
        eva.postIsRefused(409, run + "/release", null);
        eva.patch(story.account("/pay-scheme"), Map.of("debtorIban", "SE4099900000052002000006"));
        eva.post(run + "/calculation", null);
        calculated(run);
        withZoe(run);
        for (var part : new String[] {"exceptions", "register"}) {
            eva.get(run + "/" + part);
            eva.get(run + "/" + part, "text/csv");
        }
        eva.get(run + "/employees/E1");
        story.payRun = run;
        eva.postIsRefused(409, "/report-runs", ReportScene.slips(run));
        eva.post(run + "/review", null);
        eva.postIsRefused(403, run + "/approval", null);
        story.stina.post(run + "/approval", null);
        for (var step : new String[] {"calculation", "review"}) eva.postIsRefused(409, run + "/" + step, null);
        story.stina.post(run + "/release", null);
        eva.postIsRefused(409, run + "/approval", null);
        eva.get(run + "/journal");
        eva.get(run + "/payment-file");
        slips();
        locked();
    }

    /** One of Bo's two slips is for a production whose name the fonts cannot set. */
    private void slips() {
        for (var slip : story.bo.get("/me/pay-slips").json().get("items")) {
            var document = "/me/pay-slips/" + slip.get("id").asText();
            story.bo.get(document + "/lines");
            if (slip.get("number").asText().endsWith("E3")) {
                story.bo.isRefused(409, Request.of(story.bo, "GET", document));
            } else {
                story.bo.get(document);
            }
        }
    }

    /** Her time card comes by an event; until it is there she has no lines. */
    private void withZoe(String run) {
        Story.until("Zoë's time card is in the run", () -> {
            if (story.client.send(Request.of(eva, "GET", run + "/employees/E2")).status() == 200) return true;
            eva.post(run + "/calculation", null);
            calculated(run);
            return false;
        });
    }

    private void calculated(String run) {
        Story.until(
                "the pay run is calculated", () -> eva.get(run).field("state").equals("CALCULATED"));
    }

    /** What was paid is not argued about any more: it is corrected in the next month. */
    private void locked() {
        var dispute = story.zoesCard + "/dispute";
        Story.until(
                "the time card is locked",
                () -> story.ana.get(story.zoesCard).field("state").equals("LOCKED"));
        story.ana.postIsRefused(409, dispute, Map.of("comment", "Too late"));
    }
}
