package dev.callboard.kit.web;

import dev.callboard.kit.web.NoteResource.Note;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** A resource that says nothing of media types. */
@Path("/plain-notes")
@Authenticated
public class PlainNoteResource {
    @GET
    public Response get() {
        return Response.ok(new Note("plain", 1, null, null, null)).build();
    }
}
