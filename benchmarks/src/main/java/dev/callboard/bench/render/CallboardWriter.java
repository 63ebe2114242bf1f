package dev.callboard.bench.render;

import dev.callboard.report.render.PaySlip;
import dev.callboard.report.render.PaySlipTemplate;
import dev.callboard.report.render.Tail;
import dev.callboard.report.render.Template;

import java.util.Arrays;

/** Ours: what is stored is the tail, what is served is prefix and tail, and the copy that joins them is measured too. */
final class CallboardWriter implements Writer {
    private final Template<PaySlip> template = new PaySlipTemplate();

    @Override
    public String name() {
        return "Callboard";
    }

    @Override
    public byte[] write(Item item) {
        return document(template.draw(item.slip()));
    }

    byte[] document(PaySlip slip) {
        return document(template.draw(slip));
    }

    int storedBytes(Item item) {
        return template.draw(item.slip()).bytes().length;
    }

    private byte[] document(Tail tail) {
        var prefix = template.prefix(tail.prefix());
        var document = Arrays.copyOf(prefix, prefix.length + tail.bytes().length);
        System.arraycopy(tail.bytes(), 0, document, prefix.length, tail.bytes().length);
        return document;
    }
}
