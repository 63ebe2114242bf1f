package dev.callboard.local.payments;

/**
 * Money set aside on a card. A declined one holds nothing and never changes.
 *
 * @param capturedMinor what has been taken of {@code amountMinor}, in minor units of the currency
 */
record Authorization(
        String id,
        Status status,
        String paymentMethod,
        TestCard card,
        long amountMinor,
        String currency,
        String reference,
        String declineCode,
        long capturedMinor,
        long refundedMinor) {

    enum Status {
        AUTHORIZED,
        DECLINED,
        CAPTURED,
        VOIDED
    }

    static Authorization of(String id, PaymentMethod method, long amountMinor, String currency, String reference) {
        var card = method.card();
        var status = card.declines() ? Status.DECLINED : Status.AUTHORIZED;
        return new Authorization(
                id, status, method.id(), card, amountMinor, currency, reference, card.declineCode(), 0, 0);
    }

    /** @throws PaymentRefused when nothing is authorised, or less than that */
    Authorization capture(long minor) {
        if (status != Status.AUTHORIZED) throw PaymentRefused.conflict("not_authorized", "status", status);
        if (minor < 1 || minor > amountMinor) throw PaymentRefused.invalid("amountMinor", minor, "1 to " + amountMinor);
        return with(Status.CAPTURED, minor, 0);
    }

    Authorization voided() {
        if (status == Status.VOIDED) return this;
        if (status != Status.AUTHORIZED) throw PaymentRefused.conflict("not_authorized", "status", status);
        return with(Status.VOIDED, 0, 0);
    }

    Authorization refund(long minor) {
        if (status != Status.CAPTURED) throw PaymentRefused.conflict("not_captured", "status", status);
        long left = capturedMinor - refundedMinor;
        if (minor < 1 || minor > left) throw PaymentRefused.invalid("amountMinor", minor, "1 to " + left);
        return with(status, capturedMinor, refundedMinor + minor);
    }

    private Authorization with(Status changed, long captured, long refunded) {
        return new Authorization(
                id, changed, paymentMethod, card, amountMinor, currency, reference, declineCode, captured, refunded);
    }
}
