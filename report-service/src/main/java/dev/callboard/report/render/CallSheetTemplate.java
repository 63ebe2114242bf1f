package dev.callboard.report.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

/** The call sheet of a unit's day, A4: what is needed when lost on page 1, the crew behind it. */
public final class CallSheetTemplate implements Template<CallSheet> {
    private final Words words;
    private final Frame frame;

    public CallSheetTemplate(Language language) {
        words = Words.of(language);
        frame = Frame.ofReports(language);
    }

    @Override
    public String version() {
        return "call-sheet/2-" + words.language.tag();
    }

    @Override
    public Tail draw(CallSheet item) {
        var page = new CallSheetPage(frame.canvas(), words, item);
        page.draw();
        return frame.finish(page.canvas, page.title());
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
