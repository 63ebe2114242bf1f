package dev.callboard.report.render;

/**
 * How often {@code z = z² + c} is repeated from zero before |z| reaches 2, for the points of an image of
 * −2.5 ≤ re &lt; 1, −1 ≤ im &lt; 1. The counts are those of the plain loop in double precision, to the last one: who
 * comes back to a value that he had goes round for ever, and in the two largest bulbs nobody gets out.
 */
public final class Mandelbrot {
    private Mandelbrot() {}

    /** @return one count for each point of the row, from 0 to {@code iterations} */
    public static int[] row(int y, int width, int height, int iterations) {
        var counts = new int[width];
        double im = y * (2.0 / height) - 1;
        double step = 3.5 / width;
        for (int x = 0; x < width; x++) counts[x] = count(x * step - 2.5, im, iterations);
        return counts;
    }

    private static int count(double re, double im, int iterations) {
        return inBulb(re, im) ? iterations : escape(re, im, iterations);
    }

    /** The cardioid and the disc left of it: no point in them escapes. */
    private static boolean inBulb(double re, double im) {
        double square = im * im;
        double right = re - 0.25;
        double q = right * right + square;
        double left = re + 1;
        return q * (q + right) <= 0.25 * square || left * left + square <= 0.0625;
    }

    /** Brent: a value is kept for twice as long each time; a cycle of any length is found. */
    private static int escape(double re, double im, int iterations) {
        double x = 0;
        double y = 0;
        double keptX = 0;
        double keptY = 0;
        int renewal = 8;
        for (int count = 0; count < iterations; count++) {
            double xx = x * x;
            double yy = y * y;
            if (xx + yy >= 4) return count;

            y = 2 * x * y + im;
            x = xx - yy + re;
            if (x == keptX && y == keptY) return iterations;
            if (count == renewal) {
                keptX = x;
                keptY = y;
                renewal *= 2;
            }
        }
        return iterations;
    }
}
