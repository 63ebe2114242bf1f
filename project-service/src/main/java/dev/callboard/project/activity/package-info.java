/** What is done on a production: where, when, for how long, with whom. */
@NullMarked
package dev.callboard.project.activity;

import org.jspecify.annotations.NullMarked;
