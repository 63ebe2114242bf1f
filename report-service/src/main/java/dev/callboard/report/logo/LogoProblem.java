package dev.callboard.report.logo;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of logos. */
enum LogoProblem implements ProblemType {
    LOGO_REFUSED(422, "That file cannot be a logo");

    private final int status;
    private final String title;

    LogoProblem(int status, String title) {
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
