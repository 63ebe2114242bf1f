package dev.callboard.report.render;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Everything that stands on the call sheet of one unit's day. Every time is local with its offset, so that nothing here
 * depends on the time zone rules of the machine that draws it. Lists may be empty: their block is then left out, but
 * hospital and contacts always stand there.
 *
 * @param number of this day among the {@code of} days of the unit, from 1
 * @param zone Europe/Stockholm
 * @param own the recipient's call on a personal copy; null on others
 * @param times between general call and wrap: meals and what else the day is known by
 */
public record CallSheet(
        Copy copy,
        String production,
        String company,
        String unit,
        LocalDate date,
        int number,
        int of,
        String zone,
        @Nullable ClockChange clockChange,
        Version version,
        @Nullable OffsetDateTime generalCall,
        @Nullable Own own,
        List<KeyTime> times,
        @Nullable OffsetDateTime wrap,
        Safety safety,
        @Nullable Place place,
        @Nullable Sky sky,
        List<Slot> schedule,
        List<Cast> cast,
        List<Background> background,
        List<Department> crew,
        List<Transport> transport,
        Catering catering,
        List<Channel> radio,
        List<NextDay> next,
        List<Contact> contacts,
        @Nullable String approvedBy) {

    /** Who composes a sheet may know of no transport at all. */
    public CallSheet {
        if (transport == null) transport = List.of();
    }

    /** @param recipient name; null on a redacted copy */
    public record Copy(Kind kind, @Nullable String recipient) {
        public enum Kind {
            /** For one person: her own call above the general one. */
            PERSONAL,
            /** With the answers. */
            COORDINATOR,
            /** To be shown to others: no people's names and no private telephone numbers. */
            REDACTED
        }
    }

    /** @param at what the dial shows when it is turned, by the offset before */
    public record ClockChange(LocalDate date, LocalTime at, ZoneOffset before, ZoneOffset after) {
        boolean back() {
            return after.getTotalSeconds() < before.getTotalSeconds();
        }
    }

    /**
     * @param replaces number of the version before; null for the first
     * @param calledAgain people that have to answer once more
     */
    public record Version(
            int number,
            OffsetDateTime publishedAt,
            @Nullable Integer replaces,
            @Nullable OffsetDateTime replacedAt,
            int calledAgain,
            List<Change> changes) {}

    /**
     * What is new on this sheet, as the head lists it.
     *
     * @param subject which of what it is about: the department, the meal, the number of the activity, the date; may be empty
     * @param before null: it is new
     * @param now null: it is gone, or, without before, to be read in its cell
     * @param cells of the sheet that show it, as JSON Pointers: {@code /schedule/3/at}
     */
    public record Change(
            int number,
            About about,
            String subject,
            @Nullable OffsetDateTime timeBefore,
            @Nullable OffsetDateTime time,
            @Nullable String before,
            @Nullable String now,
            List<String> cells) {

        /** Who composes a sheet may know of no cells. */
        public Change {
            if (cells == null) cells = List.of();
        }

        public enum About {
            /** The subject is a department, its time moved. */
            CALL(Word.CALL_OF),
            GENERAL_CALL(Word.GENERAL_CALL),
            WRAP(Word.ESTIMATED_WRAP),
            MEAL(null),
            EMERGENCY(Word.EMERGENCY),
            HOSPITAL(Word.HOSPITAL),
            MEDIC(Word.UNIT_MEDIC),
            CERTIFICATES(Word.CERTIFICATES),
            NOTES(Word.NOTES),
            SET(Word.SET),
            UNIT_BASE(Word.UNIT_BASE),
            PARKING(Word.PARKING),
            ACCESS(Word.ACCESS),
            SITE_CONTACT(Word.SITE_CONTACT),
            POWER(Word.POWER),
            MAP(Word.MAP_AND_ROUTE),
            ZONE(Word.ZONE),
            WEATHER(Word.WEATHER),
            ACTIVITY(Word.ACTIVITY),
            PEOPLE(Word.PEOPLE),
            MOVE(Word.MOVE_TO),
            PICKUP(Word.PICKUP),
            MAKE_UP(Word.MAKE_UP),
            HOLDING(Word.HOLDING),
            TRANSPORT(Word.TRANSPORT_RUNS),
            CATERING(Word.CATERING),
            DIETS(Word.DIETS),
            RADIO(Word.RADIO_CHANNELS),
            NEXT_DAY(null),
            CONTACT(Word.CONTACTS),
            /** The subject says it. */
            OTHER(null);

            /** Null where the subject alone says it. */
            final @Nullable Word word;

            About(@Nullable Word word) {
                this.word = word;
            }
        }
    }

    /** @param change number of a {@link Change}, of her row; 0 for none */
    public record Own(String role, OffsetDateTime call, int change) {}

    public record KeyTime(String label, OffsetDateTime at, int minutes) {}

    /** @param emergencyNumber of the country */
    public record Safety(
            String emergencyNumber,
            @Nullable Hospital hospital,
            @Nullable Medic medic,
            List<Certificate> certificates,
            @Nullable String notes) {}

    public record Hospital(String name, String address, String phone) {}

    public record Medic(@Nullable String name, @Nullable String phone) {}

    /** Who must hold one today: {@code Work at height: grip, stunts}. */
    public record Certificate(String name, List<String> roles) {}

    /** @param map address of a map; the QR code holds it */
    public record Place(
            String set,
            String address,
            @Nullable String unitBase,
            @Nullable String parking,
            @Nullable String access,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String power,
            @Nullable Map map) {}

    public record Map(String url, double latitude, double longitude, QrCode code) {}

    /** Null where the sun does not do it that day. @param dark end of civil twilight */
    public record Sky(
            @Nullable OffsetDateTime sunrise,
            @Nullable OffsetDateTime sunset,
            @Nullable OffsetDateTime dark,
            @Nullable Weather weather) {}

    public record Weather(String words, String source, OffsetDateTime enteredAt) {}

    /**
     * @param number of the activity; null for what is none, such as a meal
     * @param people in words; else {@code needs} tells how many
     * @param minutes 0: not known
     */
    public record Slot(
            What what,
            OffsetDateTime at,
            @Nullable String number,
            @Nullable String title,
            @Nullable String location,
            @Nullable String people,
            @Nullable Needs needs,
            int minutes,
            @Nullable String notes) {
        public enum What {
            ACTIVITY,
            GENERAL_CALL,
            MEAL,
            MOVE,
            WRAP,
            OTHER
        }
    }

    public record Needs(int crew, int cast, int background) {}

    /** How somebody stands to a call; shown on the coordinator's copy. */
    public enum Mark {
        ACKNOWLEDGED("●", Word.ACKNOWLEDGED),
        PENDING("○", Word.NO_ANSWER),
        NOT_DELIVERED("▲", Word.NOT_DELIVERED),
        DECLINED("×", Word.DECLINED),
        NOT_SHOWN("", null);

        final String sign;

        /** In the key. */
        final @Nullable Word word;

        Mark(String sign, @Nullable Word word) {
            this.sign = sign;
            this.word = word;
        }
    }

    /**
     * @param pickup null beside a make-up time: she comes on her own
     * @param change number of a {@link Change} of her call; 0 for none
     */
    public record Cast(
            @Nullable String number,
            @Nullable String name,
            String role,
            @Nullable OffsetDateTime pickup,
            @Nullable OffsetDateTime makeUp,
            OffsetDateTime onSet,
            Mark mark,
            int change) {}

    public record Background(
            int count,
            String role,
            OffsetDateTime call,
            @Nullable String holding,
            int answered,
            int change) {}

    public record Department(
            String name, @Nullable String head, @Nullable String phone, List<Person> people) {}

    /** @param name null on a redacted copy */
    public record Person(String role, @Nullable String name, OffsetDateTime call, Mark mark, int change) {}

    /** @param who is moved; known is this or the vehicle */
    public record Transport(
            OffsetDateTime at,
            String from,
            String to,
            @Nullable String who,
            @Nullable String vehicle) {}

    /** @param diets of those who are called, as they are to be counted out */
    public record Catering(List<Servings> meals, List<Diet> diets) {
        /** Who composes a sheet may know of none at all. */
        public Catering {
            if (diets == null) diets = List.of();
        }
    }

    public record Diet(String diet, int count) {}

    public record Servings(String meal, int count, OffsetDateTime from) {}

    public record Channel(String channel, String use) {}

    /** @param generalCall null on a day without work: {@code notes} says what it is */
    public record NextDay(
            LocalDate date,
            int number,
            @Nullable OffsetDateTime generalCall,
            @Nullable String place,
            List<String> activities,
            @Nullable String notes) {}

    /** @param what coordinator, or the department */
    public record Contact(
            String what, @Nullable String name, @Nullable String phone) {}
}
