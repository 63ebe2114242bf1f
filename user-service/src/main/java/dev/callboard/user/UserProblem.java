package dev.callboard.user;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of this service that is not one of the kit's. None of them tells whether an address is known. */
public enum UserProblem implements ProblemType {
    SIGN_IN_FAILED(401, "The address or the password is not right"),
    SESSION_ENDED(401, "This session has ended"),
    LINK_UNKNOWN(404, "This link is not one of ours"),
    LINK_USED(409, "This link was used before"),
    LINK_EXPIRED(410, "This link has expired"),
    PASSWORD_REFUSED(422, "This password cannot be taken"),
    USER_NOT_ACTIVE(409, "This user is not active"),
    SIGN_IN_LIMITED(429, "Too many attempts to sign in");

    private final int status;
    private final String title;

    UserProblem(int status, String title) {
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
