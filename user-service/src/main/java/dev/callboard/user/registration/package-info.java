/** How a person proves that an address is hers: registration, verification, and a password forgotten. */
package dev.callboard.user.registration;
