package dev.callboard.report.payroll.payrun;

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

    @Override
    public String toString() {
        return "terms of " + employerName;
    }
}
