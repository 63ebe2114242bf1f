/** Payment methods: what is left of a card once the provider has it. */
@org.jspecify.annotations.NullMarked
package dev.callboard.account.card;
