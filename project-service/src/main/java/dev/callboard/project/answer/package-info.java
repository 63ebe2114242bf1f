/** The answer page: one signed link, one document, one tap. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.answer;
