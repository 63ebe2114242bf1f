/** The saga that opens a project: the account pays, or everything that was entered waits. */
@NullMarked
package dev.callboard.project.opening;

import org.jspecify.annotations.NullMarked;
