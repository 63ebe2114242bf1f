package dev.callboard.project.delivery;

import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A zone as a calendar reads it, written from the JDK's own rules, the same by which the instants were computed. It holds
 * the transitions from a year before to a year after the event, one by one, and no repetition rule: those of the past are
 * not needed, and those of the future may yet be changed by a parliament.
 */
final class CalendarZone {
    /** A publication names a handful of days a thousand times. */
    private static final int KEPT = 64;

    private record Around(ZoneId zone, LocalDate from, LocalDate to) {}

    private static final Map<Around, String> TEXTS =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Around, String> eldest) {
                    return size() > KEPT;
                }
            });

    private CalendarZone() {}

    /** The VTIMEZONE of an event, unfolded, with its last line break. */
    static String text(Instant from, Instant to, ZoneId zone) {
        var days = new Around(zone, LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone));
        return TEXTS.computeIfAbsent(days, _ -> around(from, to, zone).toString());
    }

    private static VTimeZone around(Instant from, Instant to, ZoneId zone) {
        var rules = zone.getRules();
        var observances = new ArrayList<Observance>();
        var start = from.minus(366, ChronoUnit.DAYS);
        observances.add(before(start, rules));
        for (var next = rules.nextTransition(start);
                next != null && next.getInstant().isBefore(to.plus(366, ChronoUnit.DAYS));
                next = rules.nextTransition(next.getInstant())) {
            observances.add(observance(next, rules));
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(observances));
    }

    private static Observance before(Instant start, ZoneRules rules) {
        var offset = rules.getOffset(start);
        return observance(
                LocalDateTime.ofInstant(start, offset).truncatedTo(ChronoUnit.DAYS),
                offset,
                offset,
                rules.isDaylightSavings(start));
    }

    private static Observance observance(ZoneOffsetTransition transition, ZoneRules rules) {
        return observance(
                transition.getDateTimeBefore(),
                transition.getOffsetBefore(),
                transition.getOffsetAfter(),
                rules.isDaylightSavings(transition.getInstant()));
    }

    /** @param onset as the dial shows it before it is turned */
    private static Observance observance(LocalDateTime onset, ZoneOffset from, ZoneOffset to, boolean daylight) {
        var properties =
                new PropertyList(List.<Property>of(new DtStart<>(onset), new TzOffsetFrom(from), new TzOffsetTo(to)));
        return daylight ? new Daylight(properties) : new Standard(properties);
    }
}
