package dev.callboard.account.provider;

import java.util.UUID;

/**
 * Takes money from cards. Every call waits on a network: never inside a transaction. Every operation carries a key that
 * makes it repeatable: the same key is the same operation, carried out once.
 */
public interface PaymentProvider {
    /** @param number digits only; like the code on the back it is passed on and never stored nor logged */
    record Card(String number, int expMonth, int expYear, String cvc) {
        @Override
        public String toString() {
            return "Card";
        }
    }

    /** What an operation came to. */
    sealed interface Outcome {
        /** @param reference the provider's id of what was made */
        record Succeeded(String reference) implements Outcome {}

        /** For good. @param reason stable and machine-readable, such as {@code card_declined} */
        record Refused(String reason, String detail) implements Outcome {}

        /** No answer, or none that says anything: it may have been carried out. Never read as a refusal. */
        record Unknown(String why) implements Outcome {}

        /** The provider has not seen an operation of this key. */
        record NeverSeen() implements Outcome {}
    }

    /** What the provider gave for a card. */
    sealed interface Registration {
        record Registered(String token, String brand, String last4) implements Registration {}

        record Refused(String reason, String detail) implements Registration {}

        record Unknown(String why) implements Registration {}
    }

    Registration register(UUID key, Card card);

    /** @param reference comes back in webhooks */
    Outcome authorise(UUID key, String token, long amountMinor, String currency, String reference);

    /** The whole authorised amount. */
    Outcome capture(UUID key, String authorization);

    Outcome giveUp(UUID key, String authorization);

    Outcome refund(UUID key, String authorization, long amountMinor);

    /** How an operation ended whose answer was lost. */
    Outcome outcomeOf(UUID key);
}
