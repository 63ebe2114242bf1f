package dev.callboard.kit.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static dev.callboard.kit.problem.CommonProblem.NOT_FOUND;

/** A resource as services write them, to hold the kit against. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class NoteResource {
    private final Caller caller;
    private final MergePatch patches;

    public NoteResource(Caller caller, MergePatch patches) {
        this.caller = caller;
        this.patches = patches;
    }

    public record Note(
            @NotNull @Size(max = 20) String text,
            @PositiveOrZero int hours,
            @Nullable LocalDate date,
            @Nullable Kind kind,
            @Nullable @Size(min = 8) String password) {}

    public enum Kind {
        PLAN,
        CALL
    }

    @POST
    public Note add(@Valid @NotNull Note note) {
        return note;
    }

    @GET
    @Path("{id}")
    public Response get(@RestPath UUID id) {
        var note = new Note("by " + caller.name(), 1, null, Kind.CALL, null);
        return Conditional.ok(Etag.of(3, note), note);
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", "application/json"})
    public Note change(@RestPath UUID id, @RestHeader(IfMatch.IF_MATCH) IfMatch ifMatch, JsonNode patch) {
        ifMatch.mustBe(3);
        return patches.apply(new Note("old", 1, LocalDate.of(2027, 10, 30), Kind.CALL, null), patch, Note.class);
    }

    @GET
    public Response list(@BeanParam PageRequest page, UriInfo uri) {
        var numbers = List.of(1, 2, 3);
        return Pages.response(uri, Page.of(numbers, Math.min(page.limit(), 2), String::valueOf));
    }

    @POST
    @Path("{id}/acknowledgement")
    public Note acknowledge(@RestPath UUID id, @Valid @Nullable Note remark) {
        return remark == null ? new Note("acknowledged", 0, null, Kind.CALL, null) : remark;
    }

    @GET
    @Path("missing")
    public Note missing() {
        throw NOT_FOUND.of("note");
    }

    @GET
    @Path("broken")
    @PermitAll
    public Note broken() {
        throw new IllegalStateException("jdbc:postgresql://secret");
    }

    @GET
    @Path("operators")
    @RolesAllowed("OPERATOR")
    public String operators() {
        return "ok";
    }
}
