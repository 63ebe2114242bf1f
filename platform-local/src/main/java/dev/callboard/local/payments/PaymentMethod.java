package dev.callboard.local.payments;

/** A card as the provider shows it again; its number is never stored, only what the sandbox shall do with it. */
record PaymentMethod(String id, TestCard card, String brand, String last4, int expMonth, int expYear) {}
