/** Who works on a production: single entries, lists by CSV, and the claim by which a person takes hers. */
@NullMarked
package dev.callboard.project.crew;

import org.jspecify.annotations.NullMarked;
