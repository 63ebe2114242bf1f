package dev.callboard.bench.platform;

import dev.callboard.bench.Benchmark;
import dev.callboard.bench.Result;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Registration is answered before its mail is sent: a mail server that is away is not noticed. */
public final class MailBenchmark implements Benchmark {
    private static final int ANSWERS = 50;
    private static final int ROUNDS = 2;

    @Override
    public String question() {
        return "how long a registration takes to be answered, with the mail server there and away";
    }

    @Override
    public Result run(Path home) throws Exception {
        var result = new Result(
                "Registration, " + ANSWERS + " answers at a time, through the gateway",
                "mail server",
                "median ms",
                "90 % within ms",
                "slowest ms");
        try (var platform = new LocalPlatform(home).only("user-service", "platform-gateway")) {
            platform.up();
            var client = platform.client();
            measure(client, "warm", ANSWERS);
            var up = new Millis();
            var down = new Millis();
            for (int round = 0; round < ROUNDS; round++) {
                up.add(measure(client, "up" + round, ANSWERS));
                platform.scale("mail", 0);
                down.add(measure(client, "down" + round, ANSWERS));
                platform.scale("mail", 1);
                for (int at = 0; at < ANSWERS; at++)
                    client.mail(address("down" + round, at), Pattern.compile("/verify#([\\w-]+)"), _ -> true);
            }
            up.row(result, "there");
            down.row(result, "away");
            double ratio = down.at(50) / up.at(50);
            result.figure("medianAwayOverThere", ratio);
            result.note("Median with it away over median with it there: %.2f. ".formatted(ratio)
                    + "Each of the %d mails that had to wait arrived after it was back.".formatted(ANSWERS * ROUNDS));
            if (ratio > 1.5 && !result.isOnBusyMachine()) result.failure("answers wait for the mail server");
        }
        return result;
    }

    private static Millis measure(Client client, String name, int count) {
        var millis = new Millis();
        for (int at = 0; at < count; at++) {
            var address = address(name, at);
            long begin = System.nanoTime();
            client.register("Bo Ekdahl", address, "one bar of reception").mustBe(202);
            millis.since(begin);
        }
        return millis;
    }

    private static String address(String name, int at) {
        return "bo." + name + "." + at + "@norrsken.example";
    }
}
