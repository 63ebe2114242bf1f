package dev.callboard.report.webhook;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of webhooks. */
enum WebhookProblem implements ProblemType {
    WEBHOOK_REFUSED(422, "That address cannot be told"),
    TOO_MANY_WEBHOOKS(409, "The account has as many webhooks as it can");

    private final int status;
    private final String title;

    WebhookProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
