package dev.callboard.acceptance.operations;

import dev.callboard.acceptance.platform.Answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which documented answers were given, and what was answered that no contract says. */
final class Ledger {
    private final Contracts contracts;
    private final Set<String> given = new TreeSet<>();
    private final Set<String> problemTypes = new TreeSet<>();
    private final Set<String> complaints = new LinkedHashSet<>();

    Ledger(Contracts contracts) {
        this.contracts = contracts;
    }

    void note(Operation operation, Answer answer) {
        given.add(operation + " " + answer.status());
        contracts.complaint(operation, answer).ifPresent(what -> complain(operation, what));
        if (answer.status() >= 400 && answer.header("Content-Type").contains("problem+json"))
            problemTypes.add(answer.field("type"));
    }

    void complain(Operation operation, String what) {
        complaints.add(operation + ": " + what);
    }

    boolean has(Operation operation, int status) {
        return given.contains(operation + " " + status);
    }

    /** Pairs of operation and status that are documented and were not given. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        for (var operation : contracts.operations())
            for (int status : operation.documented())
                if (!has(operation, status)) missing.add(operation + " " + status);
        return missing;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    Set<String> problemTypes() {
        return problemTypes;
    }
}
