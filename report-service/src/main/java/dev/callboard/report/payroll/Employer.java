package dev.callboard.report.payroll;

import dev.callboard.report.render.Characters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import static dev.callboard.report.payroll.PayrollProblem.EMPLOYER_NOT_PRINTABLE;

/** What reports say of who pays, as the terms of a pay run have it. */
public record Employer(
        String name,
        String address,
        String organisationNo,
        String contact,
        String schemeId,
        String scheme,
        boolean example) {
    /** Of {@code pay_run}, for {@link #read}. */
    public static final String COLUMNS = "terms->>'employerName' as employer, terms->>'employerAddress' as address,"
            + " terms->>'organisationNo' as organisation_no, terms->>'contact' as contact,"
            + " terms->>'scheme' as scheme_id, terms->>'schemeName' as scheme, (terms->>'example')::boolean as example";

    /**
     * Every document has these texts: by one of them each would fail.
     *
     * @throws dev.callboard.kit.problem.Problem EMPLOYER_NOT_PRINTABLE
     */
    public void mustBePrintable() {
        texts().forEach((field, text) -> Characters.withoutForm(text).ifPresent(character -> {
            throw EMPLOYER_NOT_PRINTABLE.because("%s: “%s” (expected: %s; it has U+%04X): change it at PATCH"
                            .formatted(field, text, Characters.EXPECTED, character)
                    + " /accounts/{id}/pay-scheme; what is calculated after that has the new text");
        }));
    }

    /** As the pay settings call them; the scheme's own are ours. */
    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("employerName", name);
        texts.put("employerAddress", address);
        texts.put("organisationNo", organisationNo);
        texts.put("contact", contact);
        return texts;
    }

    public static Employer read(ResultSet row) throws SQLException {
        return new Employer(
                row.getString("employer"),
                row.getString("address"),
                row.getString("organisation_no"),
                row.getString("contact"),
                row.getString("scheme_id"),
                row.getString("scheme"),
                row.getBoolean("example"));
    }
}
