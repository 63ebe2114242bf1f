/** Lists that arrive as CSV: read as a stream, every bad row named, all or nothing. */
@NullMarked
package dev.callboard.project.rows;

import org.jspecify.annotations.NullMarked;
