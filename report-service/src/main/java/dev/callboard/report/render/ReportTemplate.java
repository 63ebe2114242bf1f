package dev.callboard.report.render;

import dev.callboard.report.render.ReportPage.Block;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Documents in one language: what is laid out on a {@link Canvas} becomes a shared prefix and a tail. */
abstract class ReportTemplate<T> implements Template<T> {
    final Words words;
    final Notation notation;
    private final String version;
    private final Frame frame;

    /** @param nameAndVersion {@code tax-report/4} */
    ReportTemplate(String nameAndVersion, Language language) {
        this(nameAndVersion, language, null);
    }

    /** @param logo beside the name of whose it is; a version of its own */
    ReportTemplate(String nameAndVersion, Language language, @Nullable Picture logo) {
        this(nameAndVersion, language, logo, Frame.ofReports(language, logo));
    }

    ReportTemplate(String nameAndVersion, Language language, @Nullable Picture logo, Frame frame) {
        var plain = nameAndVersion + "-" + language.tag();
        version = logo == null ? plain : Template.versionWithLogo(plain, logo.sha256());
        this.frame = frame;
        words = Words.of(language);
        notation = words.notation;
    }

    /**
     * Lays the document out on pages.
     *
     * @return its title, as the reader's window shows it
     */
    abstract String layOut(Canvas canvas, T item);

    Block employer(PaySlip.Employer employer) {
        return new Block(
                words.say(Word.EMPLOYER),
                employer.name(),
                "",
                List.of(employer.address(), words.say(Word.ORGANISATION_NO, employer.organisationNo())),
                true);
    }

    String inCurrency(Word label, String currency) {
        return words.say(Word.IN_CURRENCY, words.say(label), currency);
    }

    String example(boolean example, String scheme) {
        return example ? words.say(Word.EXAMPLE_SCHEME, scheme) : "";
    }

    @Override
    public final String version() {
        return version;
    }

    /**
     * Whether a character that no font has is a reason not to draw it. One person's document waits until her name is
     * mended; a paper about many is there for the others, with a question mark and a note that says for what.
     */
    boolean isOfOnePerson() {
        return false;
    }

    @Override
    public final Tail draw(T item) {
        var canvas = isOfOnePerson() ? frame.canvas() : frame.canvas().replacing();
        var title = layOut(canvas, item);
        return frame.finish(canvas, title);
    }

    @Override
    public final byte[] prefix(String name) {
        return frame.prefix(name);
    }

    @Override
    public final void merge(String title, Set<String> prefixes, Iterator<Tail> tails, OutputStream out)
            throws IOException {
        frame.merge(title, prefixes, tails, out);
    }
}
