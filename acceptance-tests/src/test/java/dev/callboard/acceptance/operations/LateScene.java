package dev.callboard.acceptance.operations;

import java.util.List;
import java.util.Map;

/** A fortnight later every link has expired, and The Salt Road is closed: nothing in it can be changed any more. */
final class LateScene {
    private final Story story;

    LateScene(Story story) {
        this.story = story;
    }

    void play() {
        var late = story.email("late");
        var nobody = story.nobody;
        nobody.post("/users", Story.registration(late, "better late than never"));
        var verification = Map.of("token", story.verification(late));
        nobody.post("/users/password-resets", Map.of("email", story.bo.email()));
        var reset = Map.of(
                "token", story.mail(story.bo.email(), "/reset#([\\w-]+)"), "password", "one bar of late reception");
        story.stina.post(story.account("/members"), Map.of("email", story.fred.email(), "rights", List.of("VIEWER")));
        var invitation = Map.of("token", story.invitation(story.fred.email()));

        story.platform.clock("+14d");
        nobody.postIsRefused(410, "/users/verifications", verification);
        nobody.postIsRefused(410, "/users/password-resets/completions", reset);
        story.fred.postIsRefused(410, story.account("/members/acceptances"), invitation);
        CallScene.linkIsRefused(story, 410, story.bosLink);
        closed();
    }

    private void closed() {
        story.stina.change("POST", story.project(""), story.project("/closure"), null);
        story.ana.isRefused(409, story.ana.changed("DELETE", "/crew/" + story.zoe, "\"1\"", null));
        var roleCalls = story.project("/summoning-plan/role-calls");
        var roleCall = story.ana.get(roleCalls).json().at("/items/0/id").asText();
        story.ana.isRefused(409, story.ana.changed("DELETE", roleCalls + "/" + roleCall, "\"1\"", null));
        story.client.carriedOut().forEach((operation, request) -> {
            if (operation.documents(409) && !operation.method().equals("GET") && isOfTheProject(operation))
                story.client.send(request.without("Idempotency-Key"));
        });
    }

    private static boolean isOfTheProject(Operation operation) {
        return operation.path().matches("/api/v1/(projects/.*|activities/.*|locations/.*|crew/.*|bookings/.*)");
    }
}
