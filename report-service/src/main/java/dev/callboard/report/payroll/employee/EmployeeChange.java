package dev.callboard.report.payroll.employee;

import dev.callboard.report.payroll.rule.PayKind;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * For the contract: what of an {@link Employee} can be changed, RFC 7396. A member that is not there stays as it is; limits
 * are the employee's.
 */
record EmployeeChange(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable LocalDate birthDate,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String iban,
        @Nullable String taxId,
        @Nullable String taxTable,
        @Nullable PayKind payKind,
        @Nullable Long rateMinor,
        @Nullable String currency,
        @Nullable LocalDate startedOn,
        @Nullable Integer annualLeaveHundredths,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable String agreement,
        @Nullable Integer holidayPayBp,
        @Nullable String costCode) {}
