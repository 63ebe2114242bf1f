package dev.callboard.acceptance.operations;

import java.util.List;
import java.util.Map;

/** Stina's account: who belongs to it, what it pays with, and what becomes of it when it does not. */
final class AccountScene {
    private final Story story;
    private final Actor stina;

    AccountScene(Story story) {
        this.story = story;
        this.stina = story.stina;
    }

    void play() {
        var touring = stina.post("/accounts", Map.of("name", "Norrsken Turné AB", "currency", "SEK"))
                .field("id");
        stina.get("/accounts");
        stina.patch(story.account(""), Map.of("vatNumber", "559000-0000"));
        for (var part : List.of("audit", "balance", "ledger", "invoices", "quota", "quote", "rights"))
            stina.get(story.account("/" + part));
        invitations();
        members();
        owner();
        cards();
        webhook();
        suspension("/accounts/" + touring);
    }

    private void invitations() {
        var members = story.account("/members");
        var hedda = story.register("hedda2");
        var asked = Map.of("email", hedda.email(), "rights", List.of("BILLING"));
        var invited = stina.post(members, asked).field("id");
        var invitations = story.account("/invitations");
        stina.get(invitations);
        stina.get(invitations + "/" + invited);
        stina.delete(invitations + "/" + invited);
        story.nobody.get(members + "/acceptances", "text/html");
        story.nobody.isRefused(
                406, Request.of(story.nobody, "GET", members + "/acceptances").with("Accept", "application/json"));

        var withdrawn = story.invitation(hedda.email());
        hedda.postIsRefused(410, members + "/acceptances", Map.of("token", withdrawn));
        stina.post(members, asked);
        Story.until("another invitation is there", () -> !story.invitation(hedda.email())
                .equals(withdrawn));
        var token = Map.of("token", story.invitation(hedda.email()));
        story.fred.postIsRefused(403, members + "/acceptances", token);
        hedda.postIsRefused(404, members + "/acceptances", Map.of("token", "x".repeat(43)));
        hedda.post(members + "/acceptances", token);
        stina.postIsRefused(409, members, asked);
        stina.postIsRefused(422, members, Map.of("email", story.email("hugo"), "rights", List.of("OWNER")));
    }

    private void members() {
        var members = story.account("/members");
        for (var member : stina.get(members).json().get("items")) {
            var path = members + "/" + member.get("userId").asText();
            if (member.get("email").asText().startsWith("hedda2")) {
                stina.patch(path, Map.of("rights", List.of("VIEWER")));
                stina.changeIsRefused(422, "PATCH", path, path, Map.of("rights", List.of("OWNER")));
                stina.delete(path);
            } else if (member.get("email").asText().equals(stina.email())) {
                stina.changeIsRefused(409, "PATCH", path, path, Map.of("rights", List.of("VIEWER")));
                stina.changeIsRefused(409, "DELETE", path, path, null);
            }
        }
    }

    private void owner() {
        var owner = story.account("/owner");
        var account = story.account("");
        var stinasId = stina.get("/me").field("id");
        stina.changeIsRefused(
                422,
                "PUT",
                account,
                owner,
                Map.of("userId", story.fred.get("/me").field("id")));
        stina.change(
                "PUT", account, owner, Map.of("userId", story.ana.get("/me").field("id")));
        story.ana.change("PUT", account, owner, Map.of("userId", stinasId));
    }

    private void cards() {
        var methods = story.account("/payment-methods");
        stina.postIsRefused(422, methods, card("1234 5678 9012 3456"));
        var first = stina.post(methods, card("4242 4242 4242 4242")).field("id");
        stina.get(methods);
        stina.patch(methods + "/" + first, Map.of("default", true));
        stina.delete(methods + "/" + first);
    }

    /** The provider signs what it says. */
    private void webhook() {
        var body = "{\"type\": \"authorization.captured\", \"data\": {\"id\": \"nobody's\"}}";
        story.client.carryOut(Request.of(story.nobody, "POST", "/webhooks/payments")
                .body("application/json", body)
                .with("Payment-Signature", story.signature(body)));
    }

    static Map<String, Object> card(String number) {
        return Map.of("number", number, "expMonth", 12, "expYear", 2099, "cvc", "123", "default", true);
    }

    private void suspension(String account) {
        var suspension = account + "/suspension";
        var etag = stina.get(account).header("ETag");
        var reinstated = Request.of(story.olga, "DELETE", suspension).with("If-Match", etag);
        stina.postIsRefused(403, suspension, Map.of("reason", "We are on holiday"));
        stina.isRefused(403, reinstated.by(stina));
        story.olga.post(suspension, Map.of("reason", "The invoices of March are not paid"));
        story.client.carryOut(reinstated.with("If-Match", stina.get(account).header("ETag")));
    }
}
