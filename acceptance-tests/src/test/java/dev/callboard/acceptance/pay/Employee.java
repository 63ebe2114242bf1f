package dev.callboard.acceptance.pay;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A row of {@code employees.csv}, as far as it decides about pay. @param rate in whole units of the currency */
record Employee(
        String number,
        String name,
        String payKind,
        BigDecimal rate,
        String taxTable,
        LocalDate startedOn,
        String agreement) {
    static Employee of(NamedCsvRecord row) {
        return new Employee(
                row.getField("employee_no"),
                (row.getField("given_name") + " " + row.getField("family_name")).strip(),
                row.getField("pay_kind"),
                new BigDecimal(row.getField("rate_minor")).movePointLeft(2),
                row.getField("tax_table"),
                LocalDate.parse(row.getField("started_on")),
                row.getField("agreement"));
    }

    Employee withTaxTable(String other) {
        return new Employee(number, name, payKind, rate, other, startedOn, agreement);
    }

    /** What an hour is worth where something is paid by the hour on top of a longer rate; zero for a fee. */
    BigDecimal hourly() {
        return switch (payKind) {
            case "HOURLY" -> rate;
            case "MONTHLY" -> Money.divided(rate, 165);
            case "WEEKLY" -> Money.divided(rate, 40);
            case "DAILY" -> Money.divided(rate, 8);
            case "FEE" -> BigDecimal.ZERO;
            default -> throw new IllegalArgumentException(payKind);
        };
    }
}
