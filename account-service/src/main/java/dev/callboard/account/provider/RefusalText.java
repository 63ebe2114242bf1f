package dev.callboard.account.provider;

/** What a code of refusal means to the person who pays. */
final class RefusalText {
    private RefusalText() {}

    static String of(String code) {
        return switch (code) {
            case "card_declined" -> "The bank that issued the card declined it";
            case "insufficient_funds" -> "There is not enough money on the card";
            case "expired_card" -> "The card has expired";
            case "capture_refused" -> "The bank that issued the card refused to pay what it had set aside";
            default -> "The payment provider refused: " + code;
        };
    }
}
