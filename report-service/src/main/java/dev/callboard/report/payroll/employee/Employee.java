package dev.callboard.report.payroll.employee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.callboard.report.payroll.rule.PayKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A paid person of one account. Birth date, IBAN and tax id never leave payroll; {@link #toString} has none of them.
 *
 * @param iban and tax id have no constraint annotation: its violation would print them; {@link Employees} checks them
 * @param rateMinor minor units per what {@code payKind} names
 * @param annualLeaveHundredths days of leave in a year, times 100
 * @param holidayPayBp basis points of gross
 */
public record Employee(
        @NotBlank @Size(max = 32) String employeeNo,
        @NotBlank @Size(max = 80) String givenName,
        @NotBlank @Size(max = 80) String familyName,
        @Nullable @Size(max = 254) String email,
        @Nullable LocalDate birthDate,
        @NotNull @Size(max = 120) String street,
        @NotNull @Size(max = 16) String postalCode,
        @NotNull @Size(max = 80) String city,
        @NotNull @Pattern(regexp = "|[A-Z]{2}") String country,
        @NotNull String iban,
        @NotNull String taxId,
        @NotNull @Size(max = 40) String taxTable,
        @NotNull PayKind payKind,
        @PositiveOrZero @Max(MOST_RATE) long rateMinor,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotNull LocalDate startedOn,
        @Min(0) @Max(36_600) int annualLeaveHundredths,
        @NotNull @Size(max = 80) String department,
        @NotNull @Size(max = 80) String jobTitle,
        @NotNull @Size(max = 40) String agreement,
        @Min(0) @Max(5_000) int holidayPayBp,
        @NotNull @Size(max = 40) String costCode) {

    static final long MOST_RATE = 1_000_000_000L;

    @JsonIgnore
    String maskedTaxId() {
        return maskedTaxId(taxId);
    }

    /** {@code •••• ••17}; empty stays empty. */
    public static String maskedTaxId(String taxId) {
        return taxId.isEmpty() ? "" : "•••• ••" + taxId.substring(Math.max(0, taxId.length() - 2));
    }

    @Override
    public String toString() {
        return "employee " + employeeNo;
    }
}
