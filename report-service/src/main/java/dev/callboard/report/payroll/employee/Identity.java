package dev.callboard.report.payroll.employee;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What tells one person from another. Each of these may have been mistyped or may change, so no single one decides that
 * two rows are of two people.
 *
 * @param taxId empty: not known
 */
record Identity(
        String taxId,
        @Nullable LocalDate birthDate,
        String givenName,
        String familyName,
        @Nullable String email) {

    static Identity of(Employee employee) {
        return new Identity(
                employee.taxId(), employee.birthDate(), employee.givenName(), employee.familyName(), employee.email());
    }

    String name() {
        return givenName + " " + familyName;
    }

    /**
     * Of one person are two rows with the same tax id, or with the same birth date and one of given name, family name and
     * address. Unless both tax id and birth date are others, so are rows with two of these three, or with one name where
     * nothing else is known of both: Bo Ekdahl's mistyped tax id, Anna Ek who is Anna Falk now.
     */
    boolean isOfThePersonOf(Identity other) {
        if (hasTaxIdOf(other)) return true;
        var alike = Stream.of(
                        same(givenName, other.givenName),
                        same(familyName, other.familyName),
                        email != null && same(email, other.email))
                .filter(it -> it)
                .count();
        if (birthDate != null && birthDate.equals(other.birthDate)) return alike > 0;

        boolean bothTaxIds = !plainTaxId().isEmpty() && !other.plainTaxId().isEmpty();
        boolean bothBirthDates = birthDate != null && other.birthDate != null;
        if (bothTaxIds && bothBirthDates) return false;
        boolean namesAlone = !bothTaxIds && !bothBirthDates && (email == null || other.email == null);
        return alike >= (namesAlone ? 1 : 2);
    }

    /** In words, for who has to mend it. */
    List<String> differencesFrom(Identity other) {
        var differences = new ArrayList<String>();
        if (!hasTaxIdOf(other)) differences.add("tax id");
        if (!Objects.equals(birthDate, other.birthDate)) differences.add("birth date");
        if (!same(givenName, other.givenName)) differences.add("given name");
        if (!same(familyName, other.familyName)) differences.add("family name");
        if (!same(String.valueOf(email), String.valueOf(other.email))) differences.add("e-mail address");
        return differences;
    }

    private boolean hasTaxIdOf(Identity other) {
        return !plainTaxId().isEmpty() && plainTaxId().equals(other.plainTaxId());
    }

    /** 19900217-1234 is 199002171234. */
    private String plainTaxId() {
        return taxId.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean same(String one, @Nullable String other) {
        return one.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return "identity of " + name();
    }
}
