package dev.callboard.report.render;

/**
 * What only this document has, from its first own object to {@code %%EOF}.
 *
 * @param prefix name of the shared part that stands before it; see {@link Template#prefix}
 */
public record Tail(String prefix, byte[] bytes, int pages) {}
