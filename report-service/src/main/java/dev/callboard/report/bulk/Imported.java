package dev.callboard.report.bulk;

/**
 * What an import answers with.
 *
 * @param imported rows
 */
public record Imported(long imported) {}
