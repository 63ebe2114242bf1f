/** Each operation of the contracts, and each answer that they document, through the gateway. */
package dev.callboard.acceptance.operations;
