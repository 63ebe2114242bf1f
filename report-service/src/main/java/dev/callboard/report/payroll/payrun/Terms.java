package dev.callboard.report.payroll.payrun;

import dev.callboard.report.payroll.Employer;
import dev.callboard.report.payroll.employee.Iban;

import static dev.callboard.report.payroll.PayrollProblem.EMPLOYER_INCOMPLETE;

/** What slips, payment file and journal say of the employer, as it stood when the run was calculated. */
record Terms(
        String scheme,
        int schemeVersion,
        String schemeName,
        boolean example,
        String employerName,
        String employerAddress,
        String organisationNo,
        String contact,
        String debtorIban,
        String debtorBic,
        int objectDays,
        int leaveYearFirstMonth) {

    /** @throws dev.callboard.kit.problem.Problem EMPLOYER_INCOMPLETE */
    void mustHaveAccount() {
        if (!Iban.valid(Iban.plain(debtorIban)))
            throw EMPLOYER_INCOMPLETE.because("The paying account is missing or invalid: enter it as debtorIban at"
                    + " PATCH /accounts/{id}/pay-scheme, then calculate again");
    }

    Employer employer() {
        return new Employer(employerName, employerAddress, organisationNo, contact, scheme, schemeName, example);
    }

    @Override
    public String toString() {
        return "terms of " + employerName;
    }
}
