package dev.callboard.account;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal that is account-service's own. */
public enum AccountProblem implements ProblemType {
    OWNER_STAYS(409, "The owner cannot be removed or reduced; give the account to another member first"),
    OWNER_IS_NOT_GRANTED(422, "OWNER cannot be granted; the account is given to another member instead"),
    NOT_A_MEMBER(422, "The new owner is no member of the account"),
    ALREADY_A_MEMBER(409, "This address belongs to a member"),
    INVITATION_EXPIRED(410, "The invitation has expired; ask for a new one"),
    INVITATION_USED(410, "The invitation was used or withdrawn"),
    INVITATION_IS_ANOTHERS(403, "The invitation was sent to another address than yours"),
    CARD_REFUSED(422, "The card was not accepted"),
    PAYMENT_PROVIDER_AWAY(
            503, "The payment provider does not answer; repeat the request under the same Idempotency-Key"),
    SIGNATURE_INVALID(400, "The message is not signed by the payment provider");

    private final int status;
    private final String title;

    AccountProblem(int status, String title) {
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
