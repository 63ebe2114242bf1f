package dev.callboard.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;

/**
 * The pay slip, A4. One column runs from the first earning to the net and adds up by eye; measures are those
 * of the reference design (8 pt text on 15 pt rows, net 30 pt between two 1.5 pt rules).
 */
public final class PaySlipTemplate implements Template<PaySlip> {
    private final Words words;
    private final Frame frame;

    /** In English. */
    public PaySlipTemplate() {
        this(Language.EN);
    }

    /** Compiles the template: the fonts are cut at the first one in a process, about half a second. */
    public PaySlipTemplate(Language language) {
        words = Words.of(language);
        frame = new Frame(language.tag(), SlipPart.drawn(words), sample());
    }

    @Override
    public String version() {
        return "pay-slip/3-" + words.language.tag();
    }

    @Override
    public Tail draw(PaySlip slip) {
        var page = new PaySlipPage(frame.canvas(), words, slip);
        page.draw();
        return frame.finish(page.canvas, page.title());
    }

    /** Content of a slip as it is drawn; what is in it decides which bytes take few bits, so it belongs to the version. */
    static byte[] sample() {
        try (var in = PaySlipTemplate.class.getResourceAsStream("pay-slip-content.txt")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] prefix(String name) {
        return frame.prefix(name);
    }

    @Override
    public void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out) throws IOException {
        frame.merge(title, prefixes, tails, out);
    }
}
