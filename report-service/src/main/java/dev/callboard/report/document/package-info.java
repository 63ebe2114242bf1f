/**
 * Documents that are drawn when they are asked for. What stands on one is for the service to say that owns it: it is asked
 * in the caller's name and decides what she may see.
 */
@org.jspecify.annotations.NullMarked
package dev.callboard.report.document;
