package dev.callboard.local.process;

/** Why something cannot start, in one line that says what to do. The command line prints it as it is, without a trace. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartFailure(String line) {
        super(line);
    }

    public StartFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
