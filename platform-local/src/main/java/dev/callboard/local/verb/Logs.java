package dev.callboard.local.verb;

import dev.callboard.local.process.StartFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

@Command(name = "logs", mixinStandardHelpOptions = true, description = "The last lines of a component's logs.")
public final class Logs implements Callable<Integer> {
    /** Enough for a start with its stack trace. */
    private static final int LAST_BYTES = 64 << 10;

    @Mixin
    private OnPlatform platform;

    @Parameters(
            paramLabel = "SERVICE",
            description = "a component or one of its instances; supervisor for the launcher")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "go on until Ctrl-C")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path logs = platform.folder().data().resolve("logs");
        var files = filesOf(logs);
        if (files.isEmpty()) throw new StartFailure("no log of " + service + " in " + logs);
        var positions = new ArrayList<Long>();
        for (Path file : files) {
            if (files.size() > 1) System.out.println("==> " + file.getFileName() + " <==");
            positions.add(print(file, Math.max(0, Files.size(file) - LAST_BYTES)));
        }
        while (follow) {
            Thread.sleep(250);
            for (int i = 0; i < files.size(); i++) positions.set(i, print(files.get(i), positions.get(i)));
        }
        return 0;
    }

    private List<Path> filesOf(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) return List.of();
        try (var files = Files.list(logs)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.equals(service + ".log")
                                || name.matches(java.util.regex.Pattern.quote(service) + "-\\d+\\.log");
                    })
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** Prints from a position, or from the start when the file was begun anew; answers where it ended. */
    private static long print(Path file, long from) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long position = from <= in.length() ? from : 0;
            in.seek(position);
            var bytes = new byte[(int) Math.min(in.length() - position, 1 << 20)];
            in.readFully(bytes);
            System.out.print(new String(bytes, StandardCharsets.UTF_8));
            System.out.flush();
            return position + bytes.length;
        }
    }
}
