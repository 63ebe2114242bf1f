/** The board of calls: who is called, who has answered, who is there, and what people do about it. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.board;
