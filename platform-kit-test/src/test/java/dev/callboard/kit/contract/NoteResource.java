package dev.callboard.kit.contract;

import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notes on the board: the smallest thing that must not be made twice. */
@Path("/notes")
@Authenticated
@RunOnVirtualThread
class NoteResource {
    static volatile CountDownLatch slowUntil = new CountDownLatch(0);
    static volatile CountDownLatch begun = new CountDownLatch(0);

    @Inject
    Database database;

    record NoteRequest(String text) {}

    record NoteView(UUID id, String text) {}

    @POST
    @Idempotent
    public Response create(NoteRequest request) {
        return stored(request);
    }

    @POST
    @Path("with-key")
    @Idempotent(required = true)
    public Response createWithKey(NoteRequest request) {
        return stored(request);
    }

    private Response stored(NoteRequest request) {
        var note = new NoteView(Ids.next(), request.text());
        database.update("insert into note (id, text) values (?, ?)", note.id(), note.text());
        switch (request.text()) {
            case "broken" -> throw new IllegalStateException("after the insert");
            case "refused" -> {
                return Response.status(409).build();
            }
            case "slow" -> await();
            default -> {}
        }
        return Response.created(URI.create("/api/v1/notes/" + note.id()))
                .tag("1.a")
                .entity(note)
                .build();
    }

    private static void await() {
        begun.countDown();
        try {
            if (!slowUntil.await(60, TimeUnit.SECONDS)) throw new IllegalStateException("nobody let it go on");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
