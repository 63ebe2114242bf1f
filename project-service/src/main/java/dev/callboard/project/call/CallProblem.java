package dev.callboard.project.call;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of the summoning domain: bookings, summoning plan, calls and answers. */
public enum CallProblem implements ProblemType {
    SUMMONING_PLAN_EMPTY(409, "The summoning plan calls nobody"),
    SUMMONING_PLAN_UNCHANGED(409, "Nobody is called differently than in the published version"),
    SUMMONING_PLAN_BREAKS_RULES(409, "The summoning plan breaks rules that nobody has overridden"),
    SUMMONING_PLAN_INCOMPLETE(409, "A call sheet would lack its nearest hospital or its contacts"),
    UNKNOWN_VIOLATION(422, "An override names a violation that the plan does not have"),
    BOOKING_OVERLAPS(409, "This person is already booked in this role for some of these days"),
    BOOKING_RELEASED(409, "The booking has been released"),
    ROLE_CALL_EXISTS(409, "This activity already calls this role"),
    CALL_SUPERSEDED(409, "This call has been replaced by a newer one"),
    CALL_WITHDRAWN(409, "This call has been withdrawn"),
    CALL_NOT_PUBLISHED(409, "This call is not published"),
    CALL_ATTENDED(409, "The called person has come"),
    CALL_OVER(409, "This call is over"),
    ATTENDANCE_ORDER(409, "That step cannot follow"),
    LINK_EXPIRED(410, "This link has expired, the call is over");

    private final int status;
    private final String title;

    CallProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
