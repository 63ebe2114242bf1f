/** How much memory an instance gives to what people wait for: a leaf, so that whoever makes something large can ask. */
@org.jspecify.annotations.NullMarked
package dev.callboard.report.room;
