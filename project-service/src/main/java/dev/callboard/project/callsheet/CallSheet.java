package dev.callboard.project.callsheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The call sheet of one unit's day as one reader may see it. Every time is the location's, with its offset. A block of
 * which nothing is known is empty.
 *
 * @param number of this day among the {@code of} days of the unit, from 1
 * @param clockChange the clocks are changed on this day or in its night
 * @param own the reader's call, on a personal copy
 * @param times meals, in order of time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallSheet(
        Copy copy,
        String production,
        String company,
        String unit,
        LocalDate date,
        int number,
        int of,
        ZoneId zone,
        @Nullable ClockTurn clockChange,
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
        List<Team> crew,
        List<Transport> transport,
        Catering catering,
        List<Channel> radio,
        List<NextDay> next,
        List<Contact> contacts,
        @Nullable String approvedBy) {

    enum CopyKind {
        /** For one person, with her own call. */
        PERSONAL,
        /** With the answers: for who plans. */
        COORDINATOR,
        /** To be shown to others: without names of people and their numbers. */
        REDACTED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Copy(CopyKind kind, @Nullable String recipient) {}

    /**
     * @param at what the dial shows when it is turned
     * @param before offset from UTC, {@code +02:00}
     */
    record ClockTurn(LocalDate date, LocalTime at, String before, String after) {}

    /** @param number counts what was published for this day, from 1. @param calledAgain asked once more by this version */
    @Schema(name = "CallSheetVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int number,
            OffsetDateTime publishedAt,
            @Nullable Integer replaces,
            @Nullable OffsetDateTime replacedAt,
            int calledAgain,
            List<Change> changes) {}

    /** What a change is about; the subject says which of it, where there are several. */
    @Schema(name = "CallSheetAbout")
    enum About {
        /** The call of a department moved; the subject is the department. */
        CALL,
        GENERAL_CALL,
        WRAP,
        MEAL,
        EMERGENCY,
        HOSPITAL,
        MEDIC,
        CERTIFICATES,
        NOTES,
        SET,
        UNIT_BASE,
        PARKING,
        ACCESS,
        SITE_CONTACT,
        POWER,
        MAP,
        ZONE,
        WEATHER,
        /** By its number. */
        ACTIVITY,
        /** Whom an activity needs, by its number: crew + cast + background. */
        PEOPLE,
        /** To where. */
        MOVE,
        /** Of whom. */
        PICKUP,
        MAKE_UP,
        HOLDING,
        /** From where to where. */
        TRANSPORT,
        /** How many eat which meal. */
        CATERING,
        DIETS,
        /** On which channel. */
        RADIO,
        /** By its date. */
        NEXT_DAY,
        /** Of which department. */
        CONTACT,
        /** A department's people: who is called now, or no longer, and as what. */
        OTHER
    }

    /**
     * What is different from the sheet that this version replaces, or has been changed since it was published; of a first
     * version only the latter. Without before it is new, without now it is gone; with neither, the cell says it all.
     *
     * @param cells of this sheet that show it, as JSON Pointers (RFC 6901). Rows of people carry the number themselves.
     */
    @Schema(name = "CallSheetChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            int number,
            About about,
            String subject,
            @Nullable OffsetDateTime timeBefore,
            @Nullable OffsetDateTime time,
            @Nullable String before,
            @Nullable String now,
            List<String> cells) {}

    record Own(String role, OffsetDateTime call, int change) {}

    record KeyTime(String label, OffsetDateTime at, int minutes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Safety(
            String emergencyNumber,
            @Nullable Hospital hospital,
            @Nullable Medic medic,
            List<Certificate> certificates,
            @Nullable String notes) {}

    @Schema(name = "CallSheetHospital")
    record Hospital(String name, String address, String phone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Medic(@Nullable String name, @Nullable String phone) {}

    /** @param roles departments of the people who need it */
    record Certificate(String name, List<String> roles) {}

    @Schema(name = "CallSheetPlace")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String set,
            String address,
            @Nullable String unitBase,
            @Nullable String parking,
            @Nullable String access,
            @Nullable String contactName,
            @Nullable String contactPhone,
            @Nullable String power,
            @Nullable Map map) {}

    record Map(String url, double latitude, double longitude) {}

    /** @param dark end of civil twilight. A time that the sun does not keep on this day is missing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sky(
            @Nullable OffsetDateTime sunrise,
            @Nullable OffsetDateTime sunset,
            @Nullable OffsetDateTime dark,
            @Nullable Weather weather) {}

    @Schema(name = "CallSheetWeather")
    record Weather(String words, String source, OffsetDateTime enteredAt) {}

    enum What {
        ACTIVITY,
        GENERAL_CALL,
        MEAL,
        MOVE,
        WRAP
    }

    /** @param number of the activity */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Slot(
            What what,
            OffsetDateTime at,
            @Nullable String number,
            @Nullable String title,
            @Nullable String location,
            @Nullable Needs needs,
            int minutes,
            @Nullable String notes) {}

    /** People that an activity needs. */
    record Needs(int crew, int cast, int background) {}

    enum Mark {
        ACKNOWLEDGED,
        PENDING,
        NOT_DELIVERED,
        DECLINED,
        NOT_SHOWN
    }

    /**
     * @param pickup null beside a make-up time: she comes on her own; on a redacted copy of everybody
     * @param change number of a {@link Change}; 0 for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cast(
            @Nullable String number,
            @Nullable String name,
            String role,
            @Nullable OffsetDateTime pickup,
            @Nullable OffsetDateTime makeUp,
            OffsetDateTime onSet,
            Mark mark,
            int change) {}

    /** @param holding where they wait */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Background(
            int count,
            String role,
            OffsetDateTime call,
            @Nullable String holding,
            int answered,
            int change) {}

    /** @param head and telephone of the department */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Team(
            String name, @Nullable String head, @Nullable String phone, List<Person> people) {}

    @Schema(name = "CallSheetPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String role, @Nullable String name, OffsetDateTime call, Mark mark, int change) {}

    /** Where people are fetched and brought is on no redacted copy. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Transport(
            OffsetDateTime at,
            String from,
            String to,
            @Nullable String who,
            @Nullable String vehicle) {}

    /** @param diets of those who are called, the most frequent first; none on a redacted copy */
    record Catering(List<Servings> meals, List<Diet> diets) {}

    record Diet(String diet, int count) {}

    /** @param count people who are at work then */
    record Servings(String meal, int count, OffsetDateTime from) {}

    @Schema(name = "CallSheetChannel")
    record Channel(String channel, String use) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextDay(
            LocalDate date,
            int number,
            @Nullable OffsetDateTime generalCall,
            @Nullable String place,
            List<String> activities) {}

    @Schema(name = "CallSheetContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            String what, @Nullable String name, @Nullable String phone) {}
}
