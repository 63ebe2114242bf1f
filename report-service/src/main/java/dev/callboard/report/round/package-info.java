/** Work that an instance does on its own, because somebody asked for it before or another instance left it. */
package dev.callboard.report.round;
