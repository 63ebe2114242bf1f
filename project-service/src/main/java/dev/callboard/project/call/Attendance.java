package dev.callboard.project.call;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

import static dev.callboard.project.call.CallProblem.ATTENDANCE_ORDER;

/** Whether the called person was there. Each state offers the steps that may follow it. */
public sealed interface Attendance {
    @Schema(name = "AttendanceState")
    enum State {
        EXPECTED,
        ARRIVED,
        WRAPPED,
        NO_SHOW
    }

    State state();

    /** Who has come cannot be told not to. */
    default boolean hasCome() {
        return switch (state()) {
            case ARRIVED, WRAPPED -> true;
            case EXPECTED, NO_SHOW -> false;
        };
    }

    /** The work is done: what is planned now is for others. */
    default boolean hasLeft() {
        return state() == State.WRAPPED;
    }

    /** @throws dev.callboard.kit.problem.Problem ATTENDANCE_ORDER */
    default Attendance arrived(Instant at) {
        throw ATTENDANCE_ORDER.because("someone who is " + state() + " cannot arrive");
    }

    /** @throws dev.callboard.kit.problem.Problem ATTENDANCE_ORDER */
    default Attendance wrapped(Instant at) {
        throw ATTENDANCE_ORDER.because("someone who is " + state() + " cannot wrap");
    }

    /** @throws dev.callboard.kit.problem.Problem ATTENDANCE_ORDER */
    default Attendance missed() {
        throw ATTENDANCE_ORDER.because("someone who is " + state() + " is no no-show");
    }

    record Expected() implements Attendance {
        @Override
        public State state() {
            return State.EXPECTED;
        }

        @Override
        public Attendance arrived(Instant at) {
            return new Arrived(at);
        }

        @Override
        public Attendance missed() {
            return new NoShow();
        }
    }

    record Arrived(Instant at) implements Attendance {
        @Override
        public State state() {
            return State.ARRIVED;
        }

        /** The time was typed wrong: the later word counts. */
        @Override
        public Attendance arrived(Instant corrected) {
            return new Arrived(corrected);
        }

        @Override
        public Attendance wrapped(Instant wrap) {
            if (!wrap.isAfter(at))
                throw ATTENDANCE_ORDER.because("wrap " + wrap + " (expected: after arrival " + at + ")");
            return new Wrapped(at, wrap);
        }
    }

    record Wrapped(Instant arrivedAt, Instant at) implements Attendance {
        @Override
        public State state() {
            return State.WRAPPED;
        }

        @Override
        public Attendance wrapped(Instant corrected) {
            return new Arrived(arrivedAt).wrapped(corrected);
        }
    }

    record NoShow() implements Attendance {
        @Override
        public State state() {
            return State.NO_SHOW;
        }

        /** Came after all. */
        @Override
        public Attendance arrived(Instant at) {
            return new Arrived(at);
        }

        @Override
        public Attendance missed() {
            return this;
        }
    }
}
