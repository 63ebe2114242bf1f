package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The pay slip, A4. One column runs from the first earning to the net and adds up by eye; measures are those
 * of the reference design (8 pt text on 15 pt rows, net 30 pt between two 1.5 pt rules).
 */
public final class PaySlipTemplate extends ReportTemplate<PaySlip> {
    /** In English. */
    public PaySlipTemplate() {
        this(Language.EN);
    }

    public PaySlipTemplate(Language language) {
        this(language, null);
    }

    /** Compiles the template: the fonts are cut at the first one in a process, about half a second. */
    public PaySlipTemplate(Language language, @Nullable Picture logo) {
        super(
                "pay-slip/4",
                language,
                logo,
                new Frame(language.tag(), SlipPart.drawn(Words.of(language), logo), sample(), logo));
    }

    @Override
    boolean isOfOnePerson() {
        return true;
    }

    @Override
    String layOut(Canvas canvas, PaySlip slip) {
        var page = new PaySlipPage(canvas, words, slip);
        page.draw();
        return page.title();
    }

    /** Content of a slip as it is drawn; what is in it decides which bytes take few bits, so it belongs to the version. */
    static byte[] sample() {
        try (var in = PaySlipTemplate.class.getResourceAsStream("pay-slip-content.txt")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
