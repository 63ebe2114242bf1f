/** Who a person is to Callboard: her address, her password, her sessions. Rights belong to account-service. */
package dev.callboard.user;
