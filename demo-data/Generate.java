import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes the packaged data beside itself, always the same bytes: {@code java demo-data/Generate.java} (JDK 25). With a
 * folder as its argument it writes there instead, to compare.
 *
 * <p>Everybody here is invented. Addresses end in {@code .example}, telephone numbers are from the ranges kept for
 * fiction, bank accounts are of a bank that does not exist, and there is no national identity number.
 */
public final class Generate {
    private static final long MOST_BYTES_OF_PAYROLL = 6_000_000;

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "demo-data");
        var planted = new Csv("file,line,column,value,expected");
        var people = new People();
        var saltRoad = new SaltRoad(people, planted);
        var payroll = new Payroll(saltRoad.crew(), people, planted);

        account().write(folder.resolve("account/people.csv"));
        saltRoad.write(folder.resolve("salt-road"));
        payroll.write(folder.resolve("payroll"));
        planted.write(folder.resolve("planted.csv"));

        if (saltRoad.crew().size() != 240) throw new IllegalStateException(saltRoad.crew().size() + " people (expected: 240)");
        var bytes = size(folder.resolve("payroll"));
        if (bytes > MOST_BYTES_OF_PAYROLL) throw new IllegalStateException(bytes + " bytes of payroll (expected: 6 MB at most)");
        System.out.printf("240 people, %,d hours rows, %,d bytes of payroll in %s%n", payroll.hoursRows(), bytes, folder);
    }

    /** Who signs in. The passwords are for the local profile: a platform on one machine, with nothing but this on it. */
    private static Csv account() {
        var csv = new Csv("given_name,family_name,email,password,locale,zone,account_rights,platform_roles,project_right,what_for");
        var zone = "Europe/Stockholm";
        csv.add("Stina", "Hallberg", "stina@norrsken.example", "who pays the ferryman", "sv-SE", zone, "OWNER", "", "", "owns the account and pays");
        csv.add("Ana", "Lindqvist", "ana@norrsken.example", "seven maps and a tide table", "sv-SE", zone, "PLANNER", "", "COORDINATOR", "coordinates the production");
        csv.add("Hedda", "Moberg-Vik", "hedda@norrsken.example", "forty metres of track", "sv-SE", zone, "", "", "HEAD", "heads the grip department");
        csv.add("Bo", "Nyström", "bo@norrsken.example", "one bar of reception", "sv-SE", zone, "", "", "CREW", "dolly grip; on a phone");
        csv.add("Eva", "Sandelin", "eva@norrsken.example", "ten thousand by friday", "sv-SE", zone, "PAYROLL", "", "", "does the payroll");
        csv.add("Olga", "Wester", "olga@norrsken.example", "three in the morning", "en-GB", zone, "", "OPERATOR", "", "operates the platform");
        csv.add("Fred", "Achterberg", "fred@studio.example", "read the headers first", "en-GB", "Europe/Lisbon", "VIEWER", "", "", "builds a client on the API");
        csv.add("Arvid", "Kessler", "arvid@arkitekt.example", "boxes and arrows only", "sv-SE", zone, "VIEWER", "", "", "evaluates the platform");
        return csv;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
