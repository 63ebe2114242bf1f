package dev.callboard.project.summoning;

import dev.callboard.project.summoning.Roster.Booked;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import static dev.callboard.project.call.CallProblem.BOOKING_RELEASED;

/** A person held for a role on these days. Only a confirmed booking is called. */
@Entity
@Table(name = "booking")
class Booking {
    @Schema(name = "BookingState")
    enum State {
        ENQUIRED,
        PENCILLED,
        CONFIRMED,
        RELEASED
    }

    @Id
    UUID id;

    UUID accountId;
    UUID projectId;
    UUID crewEntryId;
    String role;

    @Column(name = "from_date")
    LocalDate from;

    /** Last day, inclusive. */
    @Column(name = "to_date")
    LocalDate to;

    @Enumerated(EnumType.STRING)
    State state;

    Instant madeAt;
    UUID madeBy;

    @Version
    long version;

    protected Booking() {}

    static Booking confirmed(UUID id, UUID accountId, UUID projectId, Booked booked, UUID madeBy, Instant now) {
        var booking = new Booking();
        booking.id = id;
        booking.accountId = accountId;
        booking.projectId = projectId;
        booking.crewEntryId = booked.crewEntryId();
        booking.role = booked.role();
        booking.from = booked.from();
        booking.to = booked.to();
        booking.state = State.CONFIRMED;
        booking.madeAt = now;
        booking.madeBy = madeBy;
        return booking;
    }

    /** @throws dev.callboard.kit.problem.Problem BOOKING_RELEASED */
    void release() {
        if (state == State.RELEASED) throw BOOKING_RELEASED.of(role);
        state = State.RELEASED;
    }

    boolean overlaps(Booking other) {
        return state != State.RELEASED
                && crewEntryId.equals(other.crewEntryId)
                && role.equals(other.role)
                && !from.isAfter(other.to)
                && !to.isBefore(other.from);
    }

    Booked booked() {
        return new Booked(id, crewEntryId, role, from, to);
    }
}
