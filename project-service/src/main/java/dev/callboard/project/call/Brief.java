package dev.callboard.project.call;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a call says, frozen when it was published: mail, answer page and calendar tell the same for ever, whatever the
 * plan becomes. It carries no name of the called person: people can be erased.
 *
 * @param production The Salt Road
 * @param company who employs, Norrsken Produktion AB
 * @param workingDay the day by which the call is named; a call at 01:00 may belong to the day before
 * @param zone of the location: every time is said in it
 * @param wrapAt estimated end of the day for this person
 * @param roles in the order of the day, such as best boy grip
 * @param then what comes after the call, in order of time; at most {@link #MOST_TO_COME}
 * @param ring whom to ring with a question
 * @param officePhone E.164, for being late or lost
 * @param askedBy given name of who called, and reads the answer
 */
public record Brief(
        String production,
        String company,
        String unit,
        LocalDate workingDay,
        ZoneId zone,
        Instant callAt,
        Instant wrapAt,
        List<String> roles,
        Place place,
        List<Then> then,
        @Nullable Contact ring,
        @Nullable String officePhone,
        @Nullable String askedBy) {
    /** How much of what comes after it a call tells, wherever it tells it; the call sheet has more. */
    public static final int MOST_TO_COME = 8;

    /**
     * @param set the location's name, Slussen, lower quay
     * @param town Stockholm; empty when it is not known
     * @param report where to go first, unit base, Stadsgårdskajen 14, gate B
     */
    public record Place(
            String set,
            String town,
            @Nullable String report,
            @Nullable String parking,
            @Nullable String map) {
        /** The place in a few words, for a subject line: Slussen, Stockholm. */
        public String brief() {
            int comma = set.indexOf(',');
            var name = comma < 0 ? set : set.substring(0, comma);
            return town.isBlank() || name.equals(town) ? name : name + ", " + town;
        }
    }

    /** @param what first meal; lower case, it may stand inside a sentence */
    public record Then(Instant at, String what, @Nullable String where) {}

    /** @param title key grip; or the department, art and props */
    public record Contact(
            String name, String title, @Nullable String phone) {}

    public String rolesInWords() {
        return switch (roles.size()) {
            case 0 -> "crew";
            case 1 -> roles.getFirst();
            default -> String.join(", ", roles.subList(0, roles.size() - 1)) + " and " + roles.getLast();
        };
    }

    /**
     * Whether a person who said yes to the other need not be asked again. Whom to ring, the office, the wording of what
     * comes next and the name of the production may change without a new call.
     */
    public boolean asksTheSameAs(Brief other) {
        return workingDay.equals(other.workingDay)
                && zone.equals(other.zone)
                && callAt.equals(other.callAt)
                && wrapAt.equals(other.wrapAt)
                && roles.equals(other.roles)
                && place.equals(other.place)
                && times().equals(other.times());
    }

    /** Whether something at that moment would be in {@link #then}. */
    boolean tellsOf(Instant at) {
        return at.isAfter(callAt) && at.isBefore(wrapAt) && then.size() < MOST_TO_COME;
    }

    private List<Instant> times() {
        return then.stream().map(Then::at).toList();
    }
}
