package dev.callboard.contracts;

/** One topic per publisher and purpose. Facts are keyed by their owning root, commands by the root they are about. */
public final class Topics {
    /** {@link dev.callboard.contracts.user.UserFact}; key: user id. */
    public static final String USER_EVENTS = "user-events";

    /** {@link dev.callboard.contracts.account.AccountFact} and {@link dev.callboard.contracts.account.FundsReply}; key: account id. */
    public static final String ACCOUNT_EVENTS = "account-events";

    /** The groups of {@link dev.callboard.contracts.project}; key: project id. */
    public static final String PROJECT_EVENTS = "project-events";

    /** What project-service asks of others, {@link dev.callboard.contracts.account.FundsCommand}; key: account id. */
    public static final String PROJECT_COMMANDS = "project-commands";

    /** {@link dev.callboard.contracts.report.PayrollFact} and {@link dev.callboard.contracts.report.ReportRunFact}; key: account id. */
    public static final String REPORT_EVENTS = "report-events";

    /** {@link dev.callboard.contracts.report.RenderTask}, to the workers of report-service; key: run id and chunk, spread over all partitions. */
    public static final String REPORT_TASKS = "report-tasks";

    private Topics() {}
}
