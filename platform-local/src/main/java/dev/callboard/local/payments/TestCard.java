package dev.callboard.local.payments;

import java.util.Arrays;

/** What a card number stands for. Any other number of a valid form succeeds. */
enum TestCard {
    SUCCEEDS("4242424242424242"),
    DECLINED("4000000000000002", "card_declined"),
    INSUFFICIENT_FUNDS("4000000000009995", "insufficient_funds"),
    /** The authorisation succeeds, but its first answer never comes. */
    SILENT("4000000000000259"),
    /** Authorises; every capture is refused. */
    CAPTURE_REFUSED("4000000000000341");

    private final String number;
    private final String declineCode;

    TestCard(String number) {
        this(number, null);
    }

    TestCard(String number, String declineCode) {
        this.number = number;
        this.declineCode = declineCode;
    }

    static TestCard of(String number) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(number))
                .findFirst()
                .orElse(SUCCEEDS);
    }

    boolean declines() {
        return declineCode != null;
    }

    String declineCode() {
        return declineCode;
    }

    /** The check digit of ISO/IEC 7812 (Luhn). */
    static boolean isNumber(String number) {
        if (!number.matches("\\d{12,19}")) return false;
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    static String brand(String number) {
        return switch (number.charAt(0)) {
            case '4' -> "visa";
            case '5', '2' -> "mastercard";
            case '3' -> "amex";
            default -> "other";
        };
    }
}
