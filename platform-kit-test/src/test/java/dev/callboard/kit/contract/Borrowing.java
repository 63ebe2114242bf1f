package dev.callboard.kit.contract;

import dev.callboard.kit.contract.Borrowing.BorrowingCommand.NoteOnBoard;
import dev.callboard.kit.contract.Borrowing.BorrowingCommand.ReleaseKey;
import dev.callboard.kit.contract.Borrowing.BorrowingCommand.ReserveKey;
import dev.callboard.kit.contract.Borrowing.BorrowingReply.KeyRefused;
import dev.callboard.kit.contract.Borrowing.BorrowingReply.KeyReserved;
import dev.callboard.kit.contract.Borrowing.BorrowingReply.NotAnswered;
import dev.callboard.kit.contract.Borrowing.BorrowingReply.Noted;
import dev.callboard.kit.contract.Borrowing.State.Asking;
import dev.callboard.kit.contract.Borrowing.State.Borrowed;
import dev.callboard.kit.contract.Borrowing.State.Noting;
import dev.callboard.kit.contract.Borrowing.State.Refused;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.saga.Next;
import dev.callboard.kit.saga.SagaDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Somebody borrows the key of the store room: reserve it elsewhere, note it here. */
@ApplicationScoped
class Borrowing implements SagaDefinition<Borrowing.State, Borrowing.BorrowingReply> {
    static final String KIND = "borrowing";
    static final String COMMANDS = "suite-commands";

    sealed interface State {
        record Asking(String who) implements State {}

        record Noting(String who, int key) implements State {}

        record Borrowed(String who, int key) implements State {}

        record Refused(String who) implements State {}
    }

    sealed interface BorrowingReply {
        record KeyReserved(int key) implements BorrowingReply {}

        record KeyRefused(String reason) implements BorrowingReply {}

        record Noted() implements BorrowingReply {}

        record NotAnswered() implements BorrowingReply {}
    }

    sealed interface BorrowingCommand {
        record ReserveKey(UUID sagaId) implements BorrowingCommand {}

        record ReleaseKey(UUID sagaId) implements BorrowingCommand {}

        record NoteOnBoard(String who) implements BorrowingCommand {}
    }

    private record Turn(State state, BorrowingReply reply) {}

    @Inject
    Database database;

    static Next first(UUID id, String who, Duration patience) {
        return Next.to(new Asking(who), new ReserveKey(id)).within(patience);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<State> states() {
        return State.class;
    }

    @Override
    public Class<BorrowingReply> replies() {
        return BorrowingReply.class;
    }

    @Override
    public Next after(State state, BorrowingReply reply) {
        return switch (new Turn(state, reply)) {
            case Turn(Asking(var who), KeyReserved(var key)) -> Next.to(new Noting(who, key), new NoteOnBoard(who));
            case Turn(Asking(var who), KeyRefused(var reason)) ->
                Next.to(new Refused(who)).parked(reason);
            case Turn(Asking(var who), NotAnswered()) ->
                Next.to(new Refused(who), new ReleaseKey(UUID.nameUUIDFromBytes(new byte[] {1})))
                        .compensated();
            case Turn(Noting(var who, var key), Noted()) ->
                Next.to(new Borrowed(who, key)).completed();
            case Turn(Refused refused, KeyReserved(var late)) ->
                Next.to(refused, new ReleaseKey(UUID.nameUUIDFromBytes(new byte[] {2}))); // came too late
            case Turn(var unmoved, var repeated) -> Next.to(unmoved);
        };
    }

    @Override
    public String topicOf(Object command) {
        return command instanceof NoteOnBoard ? null : COMMANDS;
    }

    @Override
    public UUID keyOf(Object command) {
        return UUID.nameUUIDFromBytes(new byte[] {3});
    }

    @Override
    public Optional<BorrowingReply> applied(UUID sagaId, Object command) {
        database.update("insert into note (id, text) values (?, ?)", Ids.next(), "saga " + sagaId);
        return Optional.of(new Noted());
    }

    @Override
    public BorrowingReply deadlinePassed(UUID sagaId, State state) {
        return new NotAnswered();
    }

    @Override
    public Next compensate(UUID sagaId, State state) {
        return Next.to(new Refused("by hand"), new ReleaseKey(sagaId)).compensated();
    }
}
