/**
 * Report runs: plan, draw in parallel, join in order. A run prints what is approved and never computes. It is cut into
 * chunks; the {@link dev.callboard.report.run.Dispatcher} keeps a few of them on Kafka, the workers of all instances
 * draw them, and each chunk is committed once.
 */
package dev.callboard.report.run;
