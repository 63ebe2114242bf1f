/** What stands on the call sheet of a unit's day: composed from what was published, for one reader. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.callsheet;
