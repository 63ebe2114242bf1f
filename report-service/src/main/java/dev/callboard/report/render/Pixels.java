package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/**
 * The pixels of a picture from its top left on, a byte a value.
 *
 * @param colours three of a pixel; one where all are grey
 * @param opacity null where nothing is seen through
 */
record Pixels(boolean grey, byte[] colours, byte @Nullable [] opacity) {
    static Pixels of(BufferedImage image) {
        int count = image.getWidth() * image.getHeight();
        var argb = hasLinearGrey(image) ? grey(image) : rgb(image);
        boolean grey = true;
        boolean opaque = true;
        for (int pixel : argb) {
            grey &= (pixel >> 16 & 0xFF) == (pixel & 0xFF) && (pixel >> 8 & 0xFF) == (pixel & 0xFF);
            opaque &= pixel >>> 24 == 0xFF;
        }
        var colours = new byte[grey ? count : 3 * count];
        var opacity = opaque ? null : new byte[count];
        for (int at = 0; at < count; at++) {
            if (grey) {
                colours[at] = (byte) argb[at];
            } else {
                colours[3 * at] = (byte) (argb[at] >> 16);
                colours[3 * at + 1] = (byte) (argb[at] >> 8);
                colours[3 * at + 2] = (byte) argb[at];
            }
            if (opacity != null) opacity[at] = (byte) (argb[at] >>> 24);
        }
        return new Pixels(grey, colours, opacity);
    }

    private static int[] rgb(BufferedImage image) {
        int width = image.getWidth();
        return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    }

    /** Java takes the values of a grey picture for linear light, and would make them lighter; those of a PNG are not. */
    private static boolean hasLinearGrey(BufferedImage image) {
        var model = image.getColorModel();
        return !(model instanceof IndexColorModel) && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static int[] grey(BufferedImage image) {
        var raster = image.getRaster();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        var argb = new int[width * image.getHeight()];
        var row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int value = row[x * bands] * 255 / most;
                int opacity = bands == 1 ? 255 : row[x * bands + 1] * 255 / most;
                argb[y * width + x] = opacity << 24 | value << 16 | value << 8 | value;
            }
        }
        return argb;
    }

    /**
     * As a PNG has its rows (RFC 2083, 6): a value becomes what it differs by from its neighbours, by that one of five
     * rules which leaves the least in the row. Flate then finds much more that repeats.
     *
     * @param step bytes of a pixel
     */
    static byte[] filtered(byte[] samples, int width, int step) {
        int length = width * step;
        int rows = samples.length / length;
        var out = new byte[rows * (length + 1)];
        var row = new byte[length];
        for (int y = 0; y < rows; y++) {
            long least = Long.MAX_VALUE;
            for (int rule = 0; rule < 5; rule++) {
                long sum = 0;
                for (int x = 0; x < length; x++) {
                    row[x] = (byte) (samples[y * length + x] - foretold(rule, samples, y, x, length, step));
                    sum += Math.abs(row[x]);
                }
                if (sum >= least) continue;
                least = sum;
                out[y * (length + 1)] = (byte) rule;
                System.arraycopy(row, 0, out, y * (length + 1) + 1, length);
            }
        }
        return out;
    }

    private static int foretold(int rule, byte[] samples, int y, int x, int length, int step) {
        int at = y * length + x;
        int left = x < step ? 0 : samples[at - step] & 0xFF;
        int above = y == 0 ? 0 : samples[at - length] & 0xFF;
        int corner = x < step || y == 0 ? 0 : samples[at - length - step] & 0xFF;
        return switch (rule) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> (left + above) / 2;
            default -> nearest(left, above, corner);
        };
    }

    /** Alan Paeth's rule: of the three the one nearest to the plane through them. */
    private static int nearest(int left, int above, int corner) {
        int plane = left + above - corner;
        int toLeft = Math.abs(plane - left);
        int toAbove = Math.abs(plane - above);
        int toCorner = Math.abs(plane - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) return left;
        return toAbove <= toCorner ? above : corner;
    }
}
