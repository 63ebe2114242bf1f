package dev.callboard.local;

import dev.callboard.local.demo.Demo;
import dev.callboard.local.process.StartFailure;
import dev.callboard.local.verb.Bench;
import dev.callboard.local.verb.Check;
import dev.callboard.local.verb.Clock;
import dev.callboard.local.verb.Down;
import dev.callboard.local.verb.Logs;
import dev.callboard.local.verb.Reset;
import dev.callboard.local.verb.Restart;
import dev.callboard.local.verb.Scale;
import dev.callboard.local.verb.Status;
import dev.callboard.local.verb.Token;
import dev.callboard.local.verb.Train;
import dev.callboard.local.verb.Up;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The verbs of {@code ./callboard}. Whatever goes wrong for a known reason is one line and an exit code. */
@Command(
        name = "./callboard",
        description = "Runs the whole platform on this machine.",
        synopsisSubcommandLabel = "VERB",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Also, from the script itself: test (every test of every module), gallery (the pictures of docs/gallery).",
            "up --no-build starts what is built, though the sources have changed."
        },
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Scale.class,
            Restart.class,
            Logs.class,
            Reset.class,
            Clock.class,
            Token.class,
            Train.class,
            Bench.class,
            Check.class,
            Demo.class
        })
public final class Callboard {
    private static final List<String> OF_THE_SCRIPT = List.of("test", "gallery");

    private Callboard() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Callboard())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, _) -> {
                    var commandLine = wrong.getCommandLine();
                    commandLine.getErr().println("callboard: " + said(wrong));
                    commandLine
                            .getErr()
                            .println("Usage: "
                                    + commandLine.getHelp().synopsis(0).strip());
                    return 2;
                })
                .setExecutionExceptionHandler((failed, commandLine, _) -> {
                    if (!(failed instanceof StartFailure)) failed.printStackTrace(commandLine.getErr());
                    else commandLine.getErr().println("callboard: " + failed.getMessage());
                    return 1;
                });
    }

    /** What stands where a verb should is told with the verbs that there are. */
    private static String said(ParameterException wrong) {
        var commandLine = wrong.getCommandLine();
        boolean unknownVerb = commandLine.getParent() == null
                && wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption();
        if (!unknownVerb) return wrong.getMessage();
        var verb = ((UnmatchedArgumentException) wrong).getUnmatched().getFirst();
        var known = Stream.concat(commandLine.getSubcommands().keySet().stream(), OF_THE_SCRIPT.stream());
        return verb + " (expected one of: " + known.collect(Collectors.joining(", ")) + ")";
    }
}
