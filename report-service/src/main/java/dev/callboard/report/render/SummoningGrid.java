package dev.callboard.report.render;

import dev.callboard.report.render.CallSheet.Mark;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Who is called when: people × working days.
 *
 * @param version of the summoning plan
 * @param days in order; every call is on one of them
 */
public record SummoningGrid(String production, int version, OffsetDateTime asOf, List<Day> days, List<Team> teams) {

    /** @param number of the main unit's days; 0 where it does not work */
    public record Day(LocalDate date, int number) {}

    public record Team(String name, List<Person> people) {}

    public record Person(String name, String role, List<Call> calls) {}

    /** @param at local; after midnight it is the day's all the same */
    public record Call(
            LocalDate day, OffsetDateTime at, @Nullable Mark mark) {}
}
