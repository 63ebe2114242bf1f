package dev.callboard.report.render;

import java.util.BitSet;

/**
 * The modules of a QR code, row by row from the top left, dark ones set. Whoever makes the item encodes it: drawing needs
 * no encoder.
 *
 * @param size modules on a side
 */
public record QrCode(int size, BitSet dark) {
    boolean isDark(int column, int row) {
        return dark.get(row * size + column);
    }
}
