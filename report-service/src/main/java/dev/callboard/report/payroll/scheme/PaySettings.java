package dev.callboard.report.payroll.scheme;

import dev.callboard.report.render.Language;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How an account pays: its scheme, what its slips and bank files say of it, and who may approve.
 *
 * @param debtorIban account from which net pay is paid; never in an error or a log
 * @param approverDiffers whether a pay run is approved by another person than who calculated it
 * @param objectDays from the pay date, in which an employee may object to a slip
 * @param locale of slips and reports that are asked for without one; null in settings of before there were several: en
 * @param zone IANA zone in which imported hours are read
 * @param documentPassword of pay slips, tax and leave reports; null in settings of before there was a choice: NONE
 */
public record PaySettings(
        @NotBlank @Size(max = 40) String scheme,
        @NotBlank @Size(max = 120) String employerName,
        @NotNull @Size(max = 200) String employerAddress,
        @NotNull @Size(max = 40) String organisationNo,
        @NotNull @Size(max = 200) String contact,
        @NotNull String debtorIban,
        @NotNull @Size(max = 11) String debtorBic,
        boolean approverDiffers,
        @Min(0) @Max(366) int objectDays,
        @NotBlank @Size(max = 40) String zone,
        @Nullable @Pattern(regexp = Language.TAGS) String locale,
        @Nullable DocumentPassword documentPassword) {

    static PaySettings initial(String accountName) {
        return new PaySettings(
                PaySchemes.NORD_1,
                accountName,
                "",
                "",
                "",
                "",
                "",
                false,
                14,
                "Europe/Stockholm",
                "en",
                DocumentPassword.NONE);
    }

    public DocumentPassword passwordOfDocuments() {
        return documentPassword == null ? DocumentPassword.NONE : documentPassword;
    }

    public Language language() {
        return locale == null ? Language.EN : Language.of(locale).orElseThrow();
    }

    @Override
    public String toString() {
        return "pay settings of " + employerName;
    }
}
