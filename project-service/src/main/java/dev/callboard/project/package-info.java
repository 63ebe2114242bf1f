/**
 * Productions: who works on them, what is to be done where and when, and who is called. Each package is a domain with
 * tables of its own; across domains go ids and summaries, never entities.
 */
@NullMarked
package dev.callboard.project;

import org.jspecify.annotations.NullMarked;
