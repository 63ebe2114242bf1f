package dev.callboard.project.delivery;

import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Spoken;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as an iTIP message, RFC 5546: REQUEST when it is published or replaced, CANCEL when it is withdrawn. The UID stays
 * over all versions and SEQUENCE rises, so that a calendar moves the one event instead of showing two.
 *
 * @param uid of the series
 * @param mailbox organizer; replies of calendars come to it
 * @param link the answer page; null in a cancellation, which has nothing to answer
 */
record Invitation(
        Call call,
        String uid,
        String mailbox,
        Letter.Recipient recipient,
        @Nullable String link) {
    /** Octets, without the line break. */
    private static final int LONGEST_LINE = 75;

    enum Method {
        REQUEST,
        CANCEL,
        /** For a calendar to look at, without a question. */
        PUBLISH
    }

    String text(Method method, Instant stamp) {
        var calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Callboard//Calls 1.0//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        switch (method) {
                            case REQUEST -> ImmutableMethod.REQUEST;
                            case CANCEL -> ImmutableMethod.CANCEL;
                            case PUBLISH -> ImmutableMethod.PUBLISH;
                        })),
                new ComponentList<>(List.of(event(method, stamp))));
        // Not by CalendarOutputter: it folds by characters, not octets, and logs each of them.
        var text = calendar.toString();
        int event = text.indexOf("BEGIN:VEVENT"); // before it stands nothing that a user wrote
        var brief = call.brief();
        return folded(text.substring(0, event)
                + CalendarZone.text(brief.callAt(), brief.wrapAt(), brief.zone())
                + text.substring(event));
    }

    /** RFC 5545 section 3.1: at most 75 octets a line, never within a character; the line break is CR LF. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length() + text.length() / 32);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (c == '\r' || c == '\n') {
                octets = 0;
                folded.appendCodePoint(c);
                continue;
            }
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(c);
            octets += length;
        }
        return folded.toString();
    }

    /** Even numbers ask; the odd one after each is kept for its cancellation, which must outrank it. */
    static int sequence(int revision) {
        return 2 * (revision - 1);
    }

    /** Which version a calendar speaks of that answers with this sequence. */
    static int revision(int sequence) {
        return sequence / 2 + 1;
    }

    private VEvent event(Method method, Instant stamp) {
        var brief = call.brief();
        var properties = new ArrayList<Property>();
        properties.add(new Uid(uid));
        properties.add(new Sequence(sequence(call.revision()) + (method == Method.CANCEL ? 1 : 0)));
        properties.add(new DtStamp(stamp));
        properties.add(new DtStart<>(moment(brief.callAt(), brief.zone())));
        properties.add(new DtEnd<>(moment(brief.wrapAt(), brief.zone())));
        properties.add(new Summary("Call as " + brief.rolesInWords() + " \u00b7 " + brief.production()));
        properties.add(new Location(place(brief)));
        properties.add(new Description(description(brief)));
        properties.add(method == Method.CANCEL ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (method != Method.PUBLISH) {
            properties.add(new Organizer(new ParameterList(List.of(new Cn(brief.production()))), mailto(mailbox)));
            properties.add(new Attendee(
                    new ParameterList(List.of(
                            new Cn(recipient.name()),
                            call.asks() ? PartStat.NEEDS_ACTION : PartStat.ACCEPTED,
                            method == Method.CANCEL || !call.asks() ? Rsvp.FALSE : Rsvp.TRUE)),
                    mailto(recipient.email())));
        }
        if (link != null) properties.add(new Url(URI.create(link)));
        return new VEvent(new PropertyList(properties));
    }

    /**
     * In the location's zone, so that the phone shows the location's time. In an hour that comes twice a local time means
     * the first of the two (RFC 5545 section 3.3.5): the second can only be said in UTC.
     */
    private static Temporal moment(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        var first = local.withEarlierOffsetAtOverlap();
        return first.equals(local) ? local : at;
    }

    /** An address may hold characters that a URI must not; here they are escaped. */
    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no e-mail address: " + address, e);
        }
    }

    private static String place(Brief brief) {
        var report = brief.place().report();
        var set = brief.place().town().isBlank()
                ? brief.place().set()
                : brief.place().set() + ", " + brief.place().town();
        return report == null ? set : Spoken.capital(report) + " (" + set + ")";
    }

    private String description(Brief brief) {
        var lines = new ArrayList<String>();
        lines.add(Spoken.line(brief));
        lines.add(Spoken.cityOf(brief.zone()) + " time. " + Spoken.wrap(brief) + ".");
        if (link != null && call.asks()) lines.add("Answer by accepting, or here: " + link);
        if (brief.ring() != null && brief.ring().phone() != null)
            lines.add("Ring " + brief.ring().name() + ": "
                    + Spoken.phone(brief.ring().phone()));
        return String.join("\n", lines);
    }
}
