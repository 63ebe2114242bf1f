package dev.callboard.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operating system's programs, and how we start our own classes as programs. */
public final class Programs {
    /**
     * A method is compiled after five times as many calls as by default. Most of what a start runs, it runs a few times,
     * and on two cores the compilers took more than half of it: 51 s became 40 s.
     */
    public static final String COMPILES_LATE = "-XX:CompileThresholdScaling=5";

    private Programs() {}

    public static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In a session of its own, so that Ctrl-C reaches the supervisor only, which then ends the others in order. Keeps the pid. */
    static List<String> inOwnSession(List<String> command) {
        var whole = new ArrayList<String>();
        onPath("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        return whole;
    }

    /** A main class of this module as a JVM of its own. */
    public static List<String> java(Class<?> main, List<String> jvmOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(javaProgram());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    public static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    public static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** {@code kill -SIGNAL}: Java itself can send TERM and KILL only. A process that is gone already is no error. */
    public static void signal(ProcessHandle process, String signal) {
        if (signal.equals("KILL")) {
            process.destroyForcibly();
            return;
        }
        try {
            int exit = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) process.destroy();
        } catch (IOException failed) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
