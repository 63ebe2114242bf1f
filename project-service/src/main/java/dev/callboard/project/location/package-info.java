/** Where a production works: places with their zones, and what one has to know to get in and be safe there. */
@NullMarked
package dev.callboard.project.location;

import org.jspecify.annotations.NullMarked;
