package dev.callboard.acceptance.operations;

import java.util.Map;

/** The Salt Road is refused without a card and opened with one; operators look after what hangs. */
final class ProjectScene {
    private final Story story;
    private final Actor ana;

    ProjectScene(Story story) {
        this.story = story;
        this.ana = story.ana;
    }

    void play() {
        Story.until(
                "project-service knows Ana as a planner",
                () -> story.client
                                .send(Request.of(ana, "GET", story.account("/projects")))
                                .status()
                        == 200);
        story.project = ana.post("/projects", project(story.account)).field("id");
        state(story.project, "REFUSED");
        story.arvid.postIsRefused(403, "/projects", project(story.account));
        story.fred.postIsRefused(404, "/projects", project(story.account));
        card("4242 4242 4242 4242");
        sagas();
        ana.post(story.project("/opening"), null);
        state(story.project, "OPEN");
        ana.postIsRefused(409, story.project("/opening"), null);
        suspended();
        changes();
        closed();
        paidFor();
    }

    static Map<String, Object> project(String account) {
        return Map.of("accountId", account, "name", "The Salt Road", "zone", "Europe/Stockholm");
    }

    private void state(String project, String state) {
        Story.until(
                "the project is " + state,
                () -> ana.get("/projects/" + project).field("state").equals(state));
    }

    private void card(String number) {
        story.client
                .send(story.stina.posted(story.account("/payment-methods"), AccountScene.card(number)))
                .mustBe(201);
    }

    /** While the provider hangs, a saga can be asked again, undone, and taken for done. */
    private void sagas() {
        story.platform.signal("payments", "STOP");
        try {
            lookedAfter();
        } finally {
            story.platform.signal("payments", "CONT");
        }
    }

    private void lookedAfter() {
        var undone = "/sagas/" + ana.post("/projects", project(story.account)).field("opening");
        var accepted = "/sagas/" + ana.post("/projects", project(story.account)).field("opening");
        ana.get(undone);
        var olga = story.olga;
        olga.get("/sagas");
        story.arvid.isRefused(403, Request.of(story.arvid, "GET", "/sagas"));
        olga.post(undone + "/retry", null);
        olga.post(undone + "/compensate", null);
        olga.post(accepted + "/accept", null);
        for (var action : new String[] {"retry", "compensate", "accept"})
            olga.postIsRefused(409, accepted + "/" + action, null);
    }

    /** An account that does not pay opens nothing new. */
    private void suspended() {
        var suspension = "/accounts/" + story.fredsAccount + "/suspension";
        var refused = story.fred.post("/projects", project(story.fredsAccount)).field("id");
        Story.until(
                "Fred's project is refused, he has no card",
                () -> story.fred.get("/projects/" + refused).field("state").equals("REFUSED"));
        story.olga.post(suspension, Map.of("reason", "The invoices of April are not paid"));
        Story.until(
                "project-service knows of the suspension",
                () -> story.client
                                .send(story.fred.posted("/projects", project(story.fredsAccount)))
                                .status()
                        == 409);
        story.fred.postIsRefused(409, "/projects/" + refused + "/opening", null);
    }

    private void changes() {
        ana.get("/projects");
        ana.get(story.account("/projects"));
        ana.patch(story.project(""), Map.of("goal", "A feature film in three countries"));
        story.client
                .send(story.stina.posted(
                        story.project("/members"), Map.of("email", story.ana.email(), "right", "COORDINATOR")))
                .mustBe(201);
        story.client
                .send(ana.posted(story.project("/crew"), Map.of("email", story.bo.email(), "givenName", "Bo")))
                .mustBe(201);
        story.client.send(story.bo.posted(story.project("/crew/claims"), null)).mustBe(200);
        var project = story.project("");
        ana.changeIsRefused(409, "POST", project, story.project("/phase"), Map.of("phase", "DELIVERED"));
        ana.change("POST", project, story.project("/phase"), Map.of("phase", "EXECUTION"));
    }

    /** A short film is made and closed. */
    private void closed() {
        var shortFilm = "/projects/"
                + story.stina.post("/projects", project(story.account)).field("id");
        Story.until(
                "the short film is open",
                () -> story.stina.get(shortFilm).field("state").equals("OPEN"));
        story.stina.change("POST", shortFilm, shortFilm + "/closure", null);
        story.stina.changeIsRefused(409, "POST", shortFilm, shortFilm + "/closure", null);
    }

    private void paidFor() {
        var invoices = story.account("/invoices");
        Story.until(
                "an invoice is written",
                () -> !story.stina.get(invoices).json().get("items").isEmpty());
        var number = story.stina.get(invoices).json().at("/items/0/number").asText();
        story.stina.get(invoices + "/" + number);
        story.stina.get(story.account("/documents/invoices/" + number), "application/pdf");
        for (var form : Story.TABULAR) story.stina.get(story.account("/documents/statement"), form);
    }
}
