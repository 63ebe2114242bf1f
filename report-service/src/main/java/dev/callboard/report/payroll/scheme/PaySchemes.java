package dev.callboard.report.payroll.scheme;

import dev.callboard.kit.json.Json;
import dev.callboard.report.payroll.rule.PayScheme;
import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import static dev.callboard.report.payroll.PayrollProblem.PAY_SCHEME_UNKNOWN;

/** The packaged schemes, by id. A scheme's version rises with every change of its file; pay runs keep it. */
@ApplicationScoped
public class PaySchemes {
    public static final String NORD_1 = "nord-1";
    /** Has every kind of rule that there is. */
    private static final String NORD_2 = "nord-2";

    private final Map<String, PayScheme> packaged = Map.of(NORD_1, read(NORD_1), NORD_2, read(NORD_2));

    /** @throws dev.callboard.kit.problem.Problem PAY_SCHEME_UNKNOWN */
    public PayScheme get(String id) {
        var scheme = packaged.get(id);
        if (scheme == null) throw PAY_SCHEME_UNKNOWN.of(id);
        return scheme;
    }

    private static PayScheme read(String id) {
        try (var json = PaySchemes.class.getResourceAsStream("/pay-schemes/" + id + ".json")) {
            return Json.strict().readValue(json, PayScheme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
