/** One person's call to one working day: what it says, its life, and what became of it on the way, in answer and on the day. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.call;
