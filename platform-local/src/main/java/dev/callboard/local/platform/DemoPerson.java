package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;

import java.util.Arrays;
import java.util.Locale;

/** The people of the demo, who sign in with one known password: they exist on local platforms only, once the demo has run. */
public enum DemoPerson {
    STINA("Stina Norrsken", "owns the account and pays"),
    ANA("Ana Lindqvist", "coordinates the production"),
    HEDDA("Hedda Berg", "heads the grip department"),
    BO("Bo Ekdahl", "is crew, with bad reception"),
    EVA("Eva Strand", "does payroll"),
    OLGA("Olga Nyström", "operates the platform at 3 a.m.");

    public static final String PASSWORD = "salt-road-2027-callboard";

    private final String fullName;
    private final String part;

    DemoPerson(String fullName, String part) {
        this.fullName = fullName;
        this.part = part;
    }

    /** @param name {@code ana}, or her whole address */
    public static DemoPerson named(String name) {
        return Arrays.stream(values())
                .filter(person -> person.firstName().equalsIgnoreCase(name)
                        || person.email().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new StartFailure("nobody in the demo is called " + name + " (expected one of: "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(DemoPerson::firstName)
                                        .toList()) + ")"));
    }

    public String firstName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fullName() {
        return fullName;
    }

    public String part() {
        return part;
    }

    public String email() {
        return firstName() + "@norrsken.example";
    }
}
