package dev.callboard.local.platform;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --port N} of the verbs that start a platform. */
public final class GatewayPort {
    private static final int HIGHEST = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private int number;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "where the gateway listens (default: ${DEFAULT-VALUE})")
    void number(int wanted) {
        if (wanted < 1 || wanted > HIGHEST)
            throw new ParameterException(
                    command.commandLine(), "--port: " + wanted + " (expected: 1 to " + HIGHEST + ")");
        number = wanted;
    }

    public int number() {
        return number;
    }
}
