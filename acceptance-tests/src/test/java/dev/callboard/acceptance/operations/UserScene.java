package dev.callboard.acceptance.operations;

import java.util.Map;

/** Hedda registers, forgets her password, and looks after her sessions. */
final class UserScene {
    private final Story story;
    private final Actor nobody;

    UserScene(Story story) {
        this.story = story;
        this.nobody = story.nobody;
    }

    void play() {
        var email = story.email("hedda");
        registers(email);
        forgets(email);
        var hedda = new Actor(story.client, email, "forty metres of new track");
        hedda.signIn();
        hedda.get("/me");
        hedda.patch("/me", Map.of("phone", "+46701740605"));
        hedda.get("/me/export");
        sessions(hedda);
        guesses(story.email("nobody"));
    }

    private void registers(String email) {
        nobody.post("/users", Story.registration(email, "forty metres of track"));
        nobody.postIsRefused(422, "/users", Story.registration(email, email));
        nobody.post("/users/verification-mails", Map.of("email", email));
        var token = Map.of("token", story.verification(email));
        nobody.post("/users/verifications", token);
        nobody.postIsRefused(409, "/users/verifications", token);
        nobody.postIsRefused(404, "/users/verifications", Map.of("token", "x".repeat(43)));
    }

    private void forgets(String email) {
        nobody.post("/users/password-resets", Map.of("email", email));
        var completions = "/users/password-resets/completions";
        var token = story.mail(email, "/reset#([\\w-]+)");
        nobody.postIsRefused(422, completions, Map.of("token", token, "password", email));
        var reset = Map.of("token", token, "password", "forty metres of new track");
        nobody.post(completions, reset);
        nobody.postIsRefused(409, completions, reset);
        nobody.postIsRefused(404, completions, Map.of("token", "x".repeat(43), "password", "seven maps and a table"));
    }

    private void sessions(Actor hedda) {
        var signedIn = hedda.signIn();
        var refreshed = nobody.post("/sessions/refresh", Map.of("refreshToken", signedIn.field("refreshToken")));
        nobody.postIsRefused(401, "/sessions/refresh", Map.of("refreshToken", refreshed.field("accessToken")));
        var other = hedda.get("/sessions").json().get("items").get(0).get("id").asText();
        story.client.carryOut(Request.of(hedda, "DELETE", "/sessions/" + other));
        hedda.signIn();
        story.client.carryOut(Request.of(hedda, "DELETE", "/sessions/current"));
    }

    private void guesses(String email) {
        var guess = Map.of("email", email, "password", "open sesame, open sesame");
        nobody.postIsRefused(401, "/sessions", guess);
        Story.until(
                "too many guesses are refused",
                () -> story.client.send(nobody.posted("/sessions", guess)).status() == 429);
    }
}
