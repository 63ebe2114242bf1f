/** Fifty projects are opened while everything under them is killed; the verdict is over what is left in the end. */
package dev.callboard.acceptance.sagas;
