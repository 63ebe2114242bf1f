package dev.callboard.project.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Changed;
import dev.callboard.project.call.ClockChange;
import dev.callboard.project.call.Spoken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What the page shows, for programs.
 *
 * @param changes from the version before; none of a first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnswerView(
        UUID id,
        int revision,
        String production,
        String name,
        List<String> roles,
        LocalDate workingDay,
        Moment call,
        Moment wrap,
        @Nullable String clockChange,
        Brief.Place place,
        List<Next> then,
        Brief.@Nullable Contact ring,
        Instant answerBy,
        List<Changed> changes,
        Given answer,
        List<String> allowed) {

    /** @param local time at the location. @param said as people read it, 02:30 (+1) */
    @Schema(name = "AnswerMoment")
    record Moment(LocalDateTime local, String zone, Instant instant, String said) {}

    record Next(Moment at, String what, @Nullable String where) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnswerGiven")
    record Given(
            Answer.State state,
            @Nullable Instant at,
            @Nullable Instant claimedAt,
            @Nullable String channel,
            @Nullable Boolean late,
            Answer.@Nullable Reason reason) {}

    /** @param before what was asked before, if the call was changed */
    static AnswerView of(Call call, @Nullable Brief before, String name) {
        var brief = call.brief();
        return new AnswerView(
                call.id(),
                call.revision(),
                brief.production(),
                name,
                brief.roles(),
                brief.workingDay(),
                moment(brief, brief.callAt()),
                moment(brief, brief.wrapAt()),
                ClockChange.between(brief.callAt(), brief.wrapAt(), brief.zone())
                        .map(ClockChange::inOneLine)
                        .orElse(null),
                brief.place(),
                brief.then().stream()
                        .map(then -> new Next(moment(brief, then.at()), then.what(), then.where()))
                        .toList(),
                brief.ring(),
                call.answerBy(),
                before == null ? List.of() : Changed.between(before, brief),
                given(call.tracks().answer()),
                call.isPublished() && call.asks() ? List.of("acknowledge", "decline") : List.of());
    }

    private static Moment moment(Brief brief, Instant at) {
        return new Moment(
                at.atZone(brief.zone()).toLocalDateTime(),
                brief.zone().getId(),
                at,
                Spoken.clockOn(brief.workingDay(), at, brief.zone()));
    }

    private static Given given(Answer answer) {
        return switch (answer) {
            case Answer.Pending _ -> new Given(answer.state(), null, null, null, null, null);
            case Answer.Acknowledged(var given) ->
                new Given(
                        answer.state(),
                        given.at(),
                        given.claimedAt(),
                        given.channel().name(),
                        given.late(),
                        null);
            case Answer.Declined(var given, var reason, var _) ->
                new Given(
                        answer.state(),
                        given.at(),
                        given.claimedAt(),
                        given.channel().name(),
                        given.late(),
                        reason);
        };
    }
}
