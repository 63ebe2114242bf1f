/** Being signed in: sessions in Redis, access tokens that need no look-up, refresh tokens that are good once. */
package dev.callboard.user.session;
