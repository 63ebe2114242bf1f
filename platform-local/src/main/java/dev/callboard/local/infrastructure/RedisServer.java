package dev.callboard.local.infrastructure;

import dev.callboard.local.process.Component;
import dev.callboard.local.process.Programs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Redis with its append-only file on. One of version 7 or later on the path is preferred to the embedded 6.2. */
final class RedisServer implements Component {
    private static final Pattern VERSION = Pattern.compile("v=(\\d+)\\.(\\d+)\\S*");

    private final ServerBinaries binaries;
    private final Path folder;
    private final int port;
    private volatile Program program;

    RedisServer(ServerBinaries binaries, Path dataFolder, int port) {
        this.binaries = binaries;
        this.folder = dataFolder.resolve("redis");
        this.port = port;
    }

    private record Program(String path, String version) {}

    @Override
    public String component() {
        return "redis";
    }

    @Override
    public String instance() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String build() {
        return program == null ? "" : program.version();
    }

    @Override
    public Launch launch() throws IOException {
        Files.createDirectories(folder);
        if (program == null) program = choose();
        return Launch.of(List.of(
                program.path(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--daemonize",
                "no"));
    }

    private Program choose() throws IOException {
        var installed = Programs.onPath("redis-server");
        if (installed.isPresent()) {
            Matcher version = VERSION.matcher(output(installed.get().toString(), "--version"));
            if (version.find() && Integer.parseInt(version.group(1)) >= 7) {
                return new Program(installed.get().toString(), version.group(1) + "." + version.group(2));
            }
        }
        return new Program(binaries.redis().toString(), "6.2");
    }

    private static String output(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5); // while it loads its file it answers -LOADING
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
