package dev.callboard.report.payroll;

import java.sql.ResultSet;
import java.sql.SQLException;

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
