/** The activities as they were published: numbered versions, their differences, the lock. */
@NullMarked
package dev.callboard.project.plan;

import org.jspecify.annotations.NullMarked;
