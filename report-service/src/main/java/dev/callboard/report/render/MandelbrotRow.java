package dev.callboard.report.render;

/**
 * One row of an image.
 *
 * @param y from the top, from 0
 */
public record MandelbrotRow(int width, int height, int iterations, int y) {}
