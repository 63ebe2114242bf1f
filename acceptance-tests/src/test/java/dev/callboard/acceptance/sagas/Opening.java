package dev.callboard.acceptance.sagas;

/**
 * A request to open a project, as written down before it was sent first.
 *
 * @param name     its own, so that a project made twice is found
 * @param key      repeated until an answer was heard
 * @param declines whether the card of the account is one that declines
 */
record Opening(String name, String key, String accountId, boolean declines) {
    String state() {
        return declines ? "REFUSED" : "OPEN";
    }
}
