package dev.callboard.report.run;

import dev.callboard.kit.problem.ProblemType;

/** Every refusal of report runs. */
enum RunProblem implements ProblemType {
    PAY_RUN_UNKNOWN(422, "There is no such pay run"),
    EMPLOYEES_UNKNOWN(422, "There is no document for some of the employees"),
    NOTHING_TO_PRINT(409, "There is nothing to print"),
    REPORT_RUN_NOT_FINISHED(409, "The report run is not finished"),
    REPORT_RUN_FINISHED(409, "The report run is finished and never changes"),
    NOTHING_TO_RETRY(409, "No report of the run failed"),
    TOO_MANY_RENDERS(409, "Too many images are still being drawn"),
    SLIPS_NOT_RELEASED(409, "Only slips of a released pay run are mailed"),
    RANGE_OUTSIDE(416, "The document is shorter than the range"),
    PASSWORD_MISSING(409, "The document opens with a birth date, which is not known"),
    DOCUMENTS_PROTECTED(409, "Documents with a password each cannot be one document"),
    REPORT_DAMAGED(500, "The stored document is damaged"),
    REPORT_NOT_DRAWN(409, "The report is not drawn"),
    TEMPLATE_CHANGED(
            409, "The reports were drawn by another version of the template and are only to be had one by one");

    private final int status;
    private final String title;

    RunProblem(int status, String title) {
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
