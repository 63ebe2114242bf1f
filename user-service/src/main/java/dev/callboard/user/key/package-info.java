/** The keys that sign access tokens: made once, kept encrypted, published before they are used. */
package dev.callboard.user.key;
