package dev.callboard.project.callsheet;

import dev.callboard.project.call.Call;
import dev.callboard.project.callsheet.CallSheet.Certificate;
import dev.callboard.project.callsheet.CallSheet.Channel;
import dev.callboard.project.callsheet.CallSheet.ClockTurn;
import dev.callboard.project.callsheet.CallSheet.CopyKind;
import dev.callboard.project.callsheet.CallSheet.Hospital;
import dev.callboard.project.callsheet.CallSheet.Map;
import dev.callboard.project.callsheet.CallSheet.Medic;
import dev.callboard.project.callsheet.CallSheet.Place;
import dev.callboard.project.callsheet.CallSheet.Safety;
import dev.callboard.project.callsheet.CallSheet.Sky;
import dev.callboard.project.callsheet.CallSheet.Weather;
import dev.callboard.project.location.LocationSummary;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the day is, what the sun and the clocks do there, and what is needed in an emergency. */
final class DayPlace {
    private final Day day;
    private final List<Call> standing;
    private final CopyKind copy;

    DayPlace(Day day, List<Call> standing, CopyKind copy) {
        this.day = day;
        this.standing = standing;
        this.copy = copy;
    }

    Safety safety() {
        return new Safety(
                emergencyNumber(day.zone()),
                day.place()
                        .map(LocationSummary::hospital)
                        .map(hospital ->
                                new Hospital(hospital.name(), orEmpty(hospital.address()), orEmpty(hospital.phone())))
                        .orElse(null),
                medic(),
                certificates(),
                blankToNull(day.working().notes()));
    }

    /**
     * 112 is the number of the European Union, its neighbours and India, and reaches an emergency service from any mobile
     * telephone in the world (3GPP TS 22.101, 10.1.1); in America and Australia people know another.
     */
    static String emergencyNumber(ZoneId zone) {
        var id = zone.getId();
        if (id.startsWith("America/") || id.startsWith("US/") || id.startsWith("Canada/")) return "911";
        return id.startsWith("Australia/") ? "000" : "112";
    }

    /** The first who is called as medic: with her own number for who plans, else with that of her department. */
    private @Nullable Medic medic() {
        return standing.stream()
                .filter(call -> call.brief().roles().stream()
                        .anyMatch(role -> role.toLowerCase(Locale.ROOT).contains("medic")))
                .findFirst()
                .map(call -> {
                    var person = day.crew().get(call.belongs().crewEntryId());
                    var department = day.department(call);
                    var own = copy == CopyKind.COORDINATOR && person != null ? person.phone() : null;
                    var phone = own != null || department == null ? own : department.contact();
                    return new Medic(
                            copy == CopyKind.REDACTED || person == null ? null : person.name(), blankToNull(phone));
                })
                .orElse(null);
    }

    private List<Certificate> certificates() {
        var needed = new TreeMap<String, TreeSet<String>>();
        for (var call : standing) {
            var department = day.department(call);
            for (var role : call.brief().roles()) {
                var known = day.roles().get(role.toLowerCase(Locale.ROOT));
                if (known == null) continue;
                for (var certificate : known.certificates()) {
                    needed.computeIfAbsent(certificate, _ -> new TreeSet<>())
                            .add(department == null ? known.shortName() : department.name());
                }
            }
        }
        return needed.entrySet().stream()
                .map(of -> new Certificate(of.getKey(), List.copyOf(of.getValue())))
                .toList();
    }

    @Nullable
    Place place() {
        return day.place().map(this::place).orElse(null);
    }

    private Place place(LocationSummary location) {
        var contact = location.contact();
        var link = location.mapLink();
        boolean showsPeople = copy != CopyKind.REDACTED;
        return new Place(
                location.name(),
                orEmpty(location.address()),
                blankToNull(location.unitBase()),
                blankToNull(location.parking()),
                blankToNull(location.access()),
                contact == null || !showsPeople ? null : contact.name(),
                contact == null || !showsPeople ? null : contact.phone(),
                blankToNull(location.power()),
                link == null ? null : new Map(link, location.latitude(), location.longitude()));
    }

    /** Of a night the sun that rises at its end. */
    @Nullable
    Sky sky() {
        var place = day.place().orElse(null);
        var weather = weather();
        if (place == null || place.latitude() == null || place.longitude() == null)
            return weather == null ? null : new Sky(null, null, null, weather);

        var date = day.working().date();
        var sun = Sun.at(place.latitude(), place.longitude(), date);
        var rise = sun.rise();
        boolean night = rise != null && rise.isBefore(begins()) && day.working().wrapsNextDay();
        if (night)
            rise = Sun.at(place.latitude(), place.longitude(), date.plusDays(1)).rise();
        return new Sky(
                rise == null ? null : day.local(rise),
                sun.set() == null ? null : day.local(sun.set()),
                sun.dark() == null ? null : day.local(sun.dark()),
                weather);
    }

    private @Nullable Weather weather() {
        var said = day.working().weather();
        return said == null ? null : new Weather(said.words(), said.source(), day.local(said.enteredAt()));
    }

    private Instant begins() {
        return standing.stream()
                .map(call -> call.brief().callAt())
                .findFirst()
                .or(day::generalCall)
                .orElseGet(() -> day.working().date().atStartOfDay(day.zone()).toInstant());
    }

    /** From the night before the day, in which people sleep, to its wrap. */
    @Nullable
    ClockTurn clockTurn() {
        var zone = day.zone();
        var from = day.working().date().atStartOfDay(zone).toInstant();
        var to = day.wrap()
                .orElse(day.working().date().plusDays(1).atStartOfDay(zone).toInstant());
        var turn = zone.getRules().nextTransition(from);
        if (turn == null || turn.getInstant().isAfter(to)) return null;
        return new ClockTurn(
                turn.getDateTimeBefore().toLocalDate(),
                turn.getDateTimeBefore().toLocalTime(),
                turn.getOffsetBefore().getId(),
                turn.getOffsetAfter().getId());
    }

    /** {@code 1 production; 5 safety}: the channel, then its use. */
    List<Channel> radio() {
        var radio = day.place().map(LocationSummary::radio).orElse(null);
        if (radio == null || radio.isBlank()) return List.of();
        var channels = new ArrayList<Channel>();
        for (var part : radio.split("[;\\n]")) {
            var words = part.strip().split(" ", 2);
            if (words[0].isEmpty()) continue;
            boolean numbered = words.length == 2 && Character.isDigit(words[0].charAt(0));
            channels.add(numbered ? new Channel(words[0], words[1]) : new Channel("", part.strip()));
        }
        return channels;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
