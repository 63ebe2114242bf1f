package dev.callboard.project.call;

import dev.callboard.project.call.Brief.Contact;
import dev.callboard.project.call.Brief.Place;
import dev.callboard.project.call.Brief.Then;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The night of Saturday 30 October 2027 at Slussen, in which the clocks go back. */
public final class SaltRoad {
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    public static final LocalDate SATURDAY = LocalDate.of(2027, 10, 30);
    public static final UUID ACCOUNT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    public static final UUID PROJECT = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    public static final UUID MAIN_UNIT = UUID.fromString("019a0000-0000-7000-8000-000000000003");
    public static final UUID GRIP = UUID.fromString("019a0000-0000-7000-8000-000000000004");
    public static final UUID BO = UUID.fromString("019a0000-0000-7000-8000-000000000005");
    public static final UUID ASA = UUID.fromString("019a0000-0000-7000-8000-000000000006");
    public static final UUID CALL = UUID.fromString("019a0000-0000-7000-8000-000000000007");
    public static final UUID SERIES = UUID.fromString("019a0000-0000-7000-8000-000000000008");
    public static final Instant PUBLISHED = at("2027-10-28T19:05");
    public static final Instant ANSWER_BY = at("2027-10-29T22:00");

    public static final Place SLUSSEN = new Place(
            "Slussen, lower quay",
            "Stockholm",
            "unit base, Stadsgårdskajen 14, gate B",
            null,
            "https://callboard.example/m/slussen-30oct");

    private SaltRoad() {}

    /** Local time at Slussen; of an hour that comes twice, the first. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    public static Brief boAt(String callAt) {
        return night(callAt, "best boy grip", new Contact("Hedda Norén", "key grip", "+46701740624"));
    }

    public static Brief asaAt(String callAt) {
        return night(callAt, "standby painter", new Contact("Agnes Thulin", "art and props", "+46701740627"));
    }

    public static Call call(Brief brief) {
        return call(brief, 1, CALL);
    }

    public static Call call(Brief brief, int revision, UUID id) {
        return Call.publish(
                id,
                SERIES,
                revision,
                new Call.Belongs(ACCOUNT, PROJECT, MAIN_UNIT, BO, GRIP),
                revision,
                brief,
                ANSWER_BY,
                PUBLISHED);
    }

    /** The same but for the production's name, the place and what comes after the call. */
    public static Brief told(Brief brief, String production, Place place, List<Then> then) {
        return new Brief(
                production,
                brief.company(),
                brief.unit(),
                brief.workingDay(),
                brief.zone(),
                brief.callAt(),
                brief.wrapAt(),
                brief.roles(),
                place,
                then,
                brief.ring(),
                brief.officePhone(),
                brief.askedBy());
    }

    private static Brief night(String callAt, String role, Contact ring) {
        return new Brief(
                "The Salt Road",
                "Norrsken Produktion AB",
                "main",
                SATURDAY,
                STOCKHOLM,
                at(callAt),
                at("2027-10-31T06:00"),
                List.of(role),
                SLUSSEN,
                List.of(
                        new Then(at("2027-10-30T19:15"), "first meal", "unit base"),
                        new Then(at("2027-10-30T20:00"), "safety briefing", "everyone"),
                        new Then(at("2027-10-31T01:00"), "hot meal", null)),
                ring,
                "+46701740619",
                "Ana");
    }
}
