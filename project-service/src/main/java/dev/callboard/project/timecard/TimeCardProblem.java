package dev.callboard.project.timecard;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of the time card domain. */
enum TimeCardProblem implements ProblemType {
    TIME_CARD_NOT_OPEN(409, "The time card is no longer open for changes"),
    TIME_CARD_NOT_SUBMITTED(409, "Only a submitted time card can be approved"),
    TIME_CARD_LOCKED(409, "A pay run has used this time card; correct it in the next period"),
    TIME_CARD_WITHOUT_EMPLOYEE(409, "The crew entry has no employee number, so nobody could be paid"),
    TIME_CARD_INCOMPLETE(409, "The time card has no wrap yet");

    private final int status;
    private final String title;

    TimeCardProblem(int status, String title) {
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
