/** A call on its way: the mail with its invitation goes out, answers and bounces come in. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.delivery;
