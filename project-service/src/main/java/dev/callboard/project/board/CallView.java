package dev.callboard.project.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callboard.project.call.Actor;
import dev.callboard.project.call.Answer;
import dev.callboard.project.call.Attendance;
import dev.callboard.project.call.Brief;
import dev.callboard.project.call.Call;
import dev.callboard.project.call.Channel;
import dev.callboard.project.call.ClockChange;
import dev.callboard.project.call.Delivery;
import dev.callboard.project.call.Life;
import dev.callboard.project.call.Spoken;
import dev.callboard.project.call.Step;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A call as the one who asks may see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallView(
        UUID id,
        UUID projectId,
        int revision,
        int planNumber,
        Life life,
        @Nullable UUID successor,
        Person person,
        UUID unitId,
        String unit,
        LocalDate workingDay,
        List<String> roles,
        Moment call,
        Moment wrap,
        @Nullable String clockChange,
        Brief.Place place,
        Instant answerBy,
        Instant publishedAt,
        List<Message> delivery,
        @Nullable Instant openedAt,
        Given answer,
        Attended attendance,
        @Nullable List<Happened> steps,
        List<String> allowed) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            UUID crewEntryId,
            String name,
            @Nullable UUID departmentId,
            @Nullable String phone) {}

    /** @param said as people read it, 02:30 (+1) */
    @Schema(name = "CallMoment")
    record Moment(LocalDateTime local, String zone, Instant instant, String said) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            Channel channel,
            Delivery state,
            Instant at,
            @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CallAnswer")
    record Given(
            Answer.State state,
            @Nullable Instant at,
            @Nullable Instant claimedAt,
            @Nullable Channel channel,
            Actor.@Nullable Kind by,
            @Nullable Boolean late,
            Answer.@Nullable Reason reason,
            @Nullable String note) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attended(
            Attendance.State state,
            @Nullable Instant arrivedAt,
            @Nullable Instant wrappedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happened(
            Step.Track track,
            String what,
            Channel channel,
            Actor.Kind by,
            Instant at,
            @Nullable Instant meantAt,
            @Nullable String note) {}

    static CallView of(Call call, @Nullable CrewEntrySummary person, Standing standing, Instant now) {
        return of(call, person, standing, null, now);
    }

    static CallView of(
            Call call, @Nullable CrewEntrySummary person, Standing standing, @Nullable List<Step> steps, Instant now) {
        var brief = call.brief();
        var belongs = call.belongs();
        var mail = call.tracks().mail();
        boolean mayRing = standing.mayRing(belongs.crewEntryId(), belongs.departmentId());
        return new CallView(
                call.id(),
                belongs.projectId(),
                call.revision(),
                call.planNumber(),
                call.standing().life(),
                call.standing().successor(),
                new Person(
                        belongs.crewEntryId(),
                        person == null ? "" : person.name(),
                        belongs.departmentId(),
                        person == null || !mayRing ? null : person.phone()),
                belongs.unitId(),
                brief.unit(),
                brief.workingDay(),
                brief.roles(),
                moment(brief, brief.callAt()),
                moment(brief, brief.wrapAt()),
                ClockChange.between(brief.callAt(), brief.wrapAt(), brief.zone())
                        .map(ClockChange::inOneLine)
                        .orElse(null),
                brief.place(),
                call.answerBy(),
                call.publishedAt(),
                List.of(new Message(Channel.MAIL, mail.state(), mail.at(), mail.reason())),
                call.tracks().openedAt(),
                given(call.tracks().answer()),
                attended(call.tracks().attendance()),
                steps == null ? null : steps.stream().map(CallView::happened).toList(),
                allowed(call, standing, now));
    }

    private static List<String> allowed(Call call, Standing standing, Instant now) {
        if (!call.isPublished()) return List.of();
        boolean leads = standing.leads(call.belongs().departmentId());
        var allowed = new ArrayList<String>();
        if (leads || standing.isSelf(call.belongs().crewEntryId())) {
            allowed.add("acknowledge");
            allowed.add("decline");
        }
        if (leads) {
            switch (call.tracks().attendance()) {
                case Attendance.Expected _ -> allowed.addAll(List.of("arrival", "no-show"));
                case Attendance.Arrived _ -> allowed.addAll(List.of("arrival", "wrap"));
                case Attendance.Wrapped _ -> allowed.add("wrap");
                case Attendance.NoShow _ -> allowed.add("arrival");
            }
        }
        if (standing.plans()) {
            allowed.add("resend");
            if (call.isWithdrawable(now)) allowed.add("withdraw");
        }
        return List.copyOf(allowed);
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
            case Answer.Pending _ -> new Given(answer.state(), null, null, null, null, null, null, null);
            case Answer.Acknowledged(var given) -> given(answer, given, null, null);
            case Answer.Declined(var given, var reason, var note) -> given(answer, given, reason, note);
        };
    }

    private static Given given(
            Answer answer, Answer.Given given, Answer.@Nullable Reason reason, @Nullable String note) {
        return new Given(
                answer.state(),
                given.at(),
                given.claimedAt(),
                given.channel(),
                given.actor().kind(),
                given.late(),
                reason,
                note);
    }

    private static Attended attended(Attendance attendance) {
        return switch (attendance) {
            case Attendance.Expected _, Attendance.NoShow _ -> new Attended(attendance.state(), null, null);
            case Attendance.Arrived(var at) -> new Attended(attendance.state(), at, null);
            case Attendance.Wrapped(var arrived, var at) -> new Attended(attendance.state(), arrived, at);
        };
    }

    private static Happened happened(Step step) {
        return new Happened(
                step.track(), step.what(), step.channel(), step.actor().kind(), step.at(), step.meantAt(), step.note());
    }
}
