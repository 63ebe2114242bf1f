package dev.callboard.gateway.page;

/** What helps against a problem, by its status: the first thing that someone who lands on its page wants to know. */
final class Advice {
    private Advice() {}

    static String on(int status) {
        return switch (status) {
            case 400, 422 -> "Correct the request: detail and errors name each value and what was expected.";
            case 401 -> "Sign in (POST /api/v1/sessions) and send the access token as Authorization: Bearer TOKEN.";
            case 403 -> "Ask someone who holds the right, or who may grant it to you.";
            case 404 -> "Check the address. What you may not see answers like what does not exist.";
            case 405 -> "Use one of the methods that the contract names for this address.";
            case 406, 415 -> "Use one of the media types that the contract names for this address.";
            case 408 -> "Send the request again without a pause.";
            case 409 -> "Read the present state, decide again, and repeat the request if it still makes sense.";
            case 410 -> "It is gone for good; start again from what led here.";
            case 412 -> "Someone else was faster: read it again, merge, and send the new ETag in If-Match.";
            case 413, 414, 431 -> "Send less at once: split the request, or shorten what is named.";
            case 428 -> "Read it first and send its ETag in If-Match.";
            case 429, 503 -> "Wait as long as Retry-After says, then repeat the same request.";
            case 502, 504 -> "The outcome is not known: read the present state before you repeat the request.";
            default -> "Repeat the request later; if it fails again, ask with the trace id.";
        };
    }
}
