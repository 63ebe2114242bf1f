/** The production itself: its life, its departments, units, roles, members and working days. */
@NullMarked
package dev.callboard.project.project;

import org.jspecify.annotations.NullMarked;
