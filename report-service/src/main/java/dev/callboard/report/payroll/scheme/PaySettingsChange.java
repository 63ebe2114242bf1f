package dev.callboard.report.payroll.scheme;

import org.jspecify.annotations.Nullable;

/**
 * For the contract: what of {@link PaySettings} can be changed, RFC 7396. A member that is not there stays as it is; limits
 * are those of the settings.
 */
record PaySettingsChange(
        @Nullable String scheme,
        @Nullable String employerName,
        @Nullable String employerAddress,
        @Nullable String organisationNo,
        @Nullable String contact,
        @Nullable String debtorIban,
        @Nullable String debtorBic,
        @Nullable Boolean approverDiffers,
        @Nullable Integer objectDays,
        @Nullable String zone,
        @Nullable String locale,
        @Nullable DocumentPassword documentPassword) {}
