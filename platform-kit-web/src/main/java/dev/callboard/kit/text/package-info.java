/** Texts that are read as they come. */
@NullMarked
package dev.callboard.kit.text;

import org.jspecify.annotations.NullMarked;
