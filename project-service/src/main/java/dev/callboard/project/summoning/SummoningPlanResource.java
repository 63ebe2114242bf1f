package dev.callboard.project.summoning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.idempotency.Idempotent;
import dev.callboard.kit.security.Caller;
import dev.callboard.project.crew.CrewEntries;
import dev.callboard.project.crew.CrewEntrySummary;
import dev.callboard.project.project.ProjectRight;
import dev.callboard.project.project.ProjectRights;
import dev.callboard.project.project.Standing;
import dev.callboard.project.summoning.SummoningVersions.Change;
import dev.callboard.project.summoning.SummoningVersions.Kind;
import dev.callboard.project.summoning.SummoningVersions.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import static dev.callboard.project.summoning.SummoningPlan.Status;

/** The summoning plan: looked at, tried out, published. */
@Path("/projects/{projectId}/summoning-plan")
@Tag(name = "Summoning")
@Authenticated
@RunOnVirtualThread
@Extension(name = "x-consistency", value = "primary")
class SummoningPlanResource {
    @Inject
    SummoningPlans plans;

    @Inject
    SummoningVersions versions;

    @Inject
    Drafting drafting;

    @Inject
    Publication publication;

    @Inject
    CrewEntries crew;

    @Inject
    ProjectRights rights;

    @Inject
    Caller caller;

    @Inject
    InstantSource clock;

    @Schema(name = "SummoningPlanView")
    record PlanView(UUID projectId, Status status, int number, long version, List<String> allowed) {
        static PlanView of(SummoningPlan plan, Standing standing) {
            return new PlanView(
                    plan.projectId,
                    plan.status,
                    plan.number,
                    plan.version,
                    standing.plans() ? List.of("edit", "preview", "publish") : List.of());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            Kind kind,
            UUID crewEntryId,
            String name,
            LocalDate workingDay,
            @Nullable String before,
            @Nullable String now) {}

    /** @param missing how many more people the role needs */
    record OpenRoleView(UUID roleCallId, UUID activityId, String role, int count, int booked, int missing) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ViolationView(
            String key,
            Violation.Rule rule,
            @Nullable UUID crewEntryId,
            @Nullable String name,
            LocalDate day,
            String detail) {}

    /**
     * What a publication does, or would do.
     *
     * @param told of those called again, who are there already: they are told what is different, and asked nothing
     * @param unaffected people whose call stays as it is
     * @param gaps what the call sheets would lack: no publication while there is one
     * @param warnings what stops no publication: activities that the plan was not published with
     */
    record PreviewView(
            int version,
            int called,
            int calledAgain,
            int told,
            int withdrawn,
            int unaffected,
            List<ChangeView> changes,
            List<OpenRoleView> open,
            List<ViolationView> violations,
            List<Gap> gaps,
            List<Warning> warnings) {}

    /** @param dates the working days to look at; none: all */
    public record PreviewRequest(@Nullable Set<@NotNull LocalDate> dates) {}

    public record OverrideRequest(
            @NotBlank @Size(max = 200) String violation,
            @NotBlank @Size(max = 400) String reason) {}

    /** @param overrides one for each broken rule that is accepted */
    @Schema(name = "SummoningPublicationRequest")
    public record PublicationRequest(
            @Nullable Set<@NotNull LocalDate> dates,
            @Nullable @Size(max = 500) List<@NotNull @Valid OverrideRequest> overrides) {}

    @GET
    @Operation(operationId = "getSummoningPlan", summary = "Where the summoning plan stands")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "404", description = "No such project")
    public Response get(@RestPath UUID projectId) {
        var standing = rights.require(projectId, caller);
        var plan = plans.get(projectId);
        var view = PlanView.of(plan, standing);
        return Conditional.ok(Etag.of(plan.version, view), view);
    }

    @POST
    @Path("preview")
    @Transactional
    @Operation(
            operationId = "previewSummoningPlan",
            summary = "Dry run: who would be called, what stays open, breaks rules or is missing; nothing is sent")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(responseCode = "409", description = "The project is closed")
    public Response preview(@RestPath UUID projectId, @Nullable @Valid PreviewRequest request) {
        var standing = planner(projectId);
        var plan = plans.get(projectId);
        var dates = request == null || request.dates == null ? Set.<LocalDate>of() : request.dates;
        var draft = drafting.draft(standing.project(), dates, givenName(), clock.instant());
        return Response.ok(preview(plan.number + 1, draft))
                .tag(Etag.of(plan.version, PlanView.of(plan, standing)))
                .build();
    }

    @POST
    @Path("publication")
    @Idempotent
    @Operation(
            operationId = "publishSummoningPlan",
            summary = "Call everybody who is not yet called so: one mail per person and day that changed")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    @APIResponse(responseCode = "404", description = "No such project")
    @APIResponse(
            responseCode = "409",
            description = "Nobody to call, nothing changed, a rule is broken and not overridden, or a call sheet would"
                    + " lack its nearest hospital or its contacts")
    @APIResponse(responseCode = "412", description = "The plan was changed since it was looked at")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "422", description = "An override of what is not violated")
    public Response publish(
            @RestPath UUID projectId,
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @Nullable @Valid PublicationRequest request) {
        var standing = planner(projectId).mustBeOpen();
        var dates = request == null || request.dates == null ? Set.<LocalDate>of() : request.dates;
        var overrides = request == null || request.overrides == null
                ? List.<Publication.Waiver>of()
                : request.overrides.stream()
                        .map(override -> new Publication.Waiver(override.violation, override.reason))
                        .toList();
        var published = publication.publish(
                standing.project(), ifMatch, new Publication.Order(dates, overrides, caller.userId(), givenName()));
        var plan = published.plan();
        return Response.ok(preview(plan.number, published.draft()))
                .tag(Etag.of(plan.version, PlanView.of(plan, standing)))
                .build();
    }

    @GET
    @Path("versions/{number}")
    @Operation(operationId = "getSummoningVersion", summary = "One publication: when, by whom, what was overridden")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Version.class)))
    @APIResponse(responseCode = "404", description = "No such project or version")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public Response version(@RestPath UUID projectId, @RestPath int number) {
        reader(projectId);
        var version = versions.get(projectId, number);
        return Conditional.ok(Etag.of(number, version), version);
    }

    record ChangeList(List<ChangeView> items) {}

    @GET
    @Path("versions/{number}/changes")
    @Operation(operationId = "listSummoningChanges", summary = "What one publication changed, person by person")
    @APIResponse(responseCode = "200", description = "Every change of the version")
    @APIResponse(responseCode = "404", description = "No such project or version")
    @APIResponse(responseCode = "403", description = "Neither coordinator nor planner")
    public ChangeList changes(@RestPath UUID projectId, @RestPath int number) {
        reader(projectId);
        return new ChangeList(named(versions.changes(projectId, number)));
    }

    /** What was published can be read when the project is closed, too. */
    private void reader(UUID projectId) {
        rights.require(projectId, caller).must(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
    }

    private Standing planner(UUID projectId) {
        return rights.require(projectId, caller).mustEdit(ProjectRight.COORDINATOR, ProjectRight.PLANNER);
    }

    private PreviewView preview(int version, Draft draft) {
        var difference = draft.difference();
        var people = crew.byId(draft.violations().stream()
                .map(Violation::crewEntryId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new PreviewView(
                version,
                difference.called().size(),
                difference.calledAgain().size(),
                difference.told(),
                difference.withdrawn().size(),
                difference.kept(),
                named(SummoningVersions.changes(difference)),
                draft.open().stream()
                        .map(open -> new OpenRoleView(
                                open.roleCallId(),
                                open.activityId(),
                                open.role(),
                                open.count(),
                                open.booked(),
                                open.count() - open.booked()))
                        .toList(),
                draft.violations().stream()
                        .map(violation -> new ViolationView(
                                violation.key(),
                                violation.rule(),
                                violation.crewEntryId(),
                                violation.crewEntryId() == null ? null : name(people.get(violation.crewEntryId())),
                                violation.day(),
                                violation.detail()))
                        .toList(),
                draft.gaps(),
                draft.warnings());
    }

    private List<ChangeView> named(List<Change> changes) {
        var people = crew.byId(changes.stream().map(Change::crewEntryId).collect(Collectors.toSet()));
        return changes.stream()
                .map(change -> new ChangeView(
                        change.kind(),
                        change.crewEntryId(),
                        Objects.requireNonNullElse(name(people.get(change.crewEntryId())), ""),
                        change.workingDay(),
                        change.before(),
                        change.now()))
                .toList();
    }

    private static @Nullable String name(@Nullable CrewEntrySummary person) {
        return person == null ? null : person.name();
    }

    /** Of who publishes, as the answer page addresses her. */
    private String givenName() {
        return caller.name().strip().split(" ", 2)[0];
    }
}
