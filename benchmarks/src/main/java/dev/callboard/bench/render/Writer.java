package dev.callboard.bench.render;

import java.io.IOException;

/** One way to make the PDF of a slip. What can be loaded once is loaded when the writer is made. */
interface Writer {
    String name();

    byte[] write(Item item) throws IOException;
}
