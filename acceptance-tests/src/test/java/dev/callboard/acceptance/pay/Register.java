package dev.callboard.acceptance.pay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The register of a pay run as it is exported, a row per employee. */
record Register(Map<String, Row> rows) {
    /** @param slip number; empty for who is excluded by name */
    record Row(
            String name,
            String slip,
            BigDecimal gross,
            BigDecimal pension,
            BigDecimal tax,
            BigDecimal unionFee,
            BigDecimal reimbursements,
            BigDecimal net,
            BigDecimal ytdGross,
            BigDecimal ytdTax,
            BigDecimal ytdNet) {
        private static Row of(NamedCsvRecord row) {
            return new Row(
                    row.getField("name"),
                    row.getField("slip"),
                    amount(row, "gross"),
                    amount(row, "deductions_before_tax"),
                    amount(row, "tax"),
                    amount(row, "deductions_after_tax"),
                    amount(row, "reimbursements"),
                    amount(row, "net"),
                    amount(row, "ytd_gross"),
                    amount(row, "ytd_tax"),
                    amount(row, "ytd_net"));
        }

        private static BigDecimal amount(NamedCsvRecord row, String field) {
            return new BigDecimal(row.getField(field));
        }

        boolean paid() {
            return !slip.isEmpty();
        }

        /** In the form of a recomputed one, to be compared with it figure by figure. */
        Slip asSlip() {
            return new Slip(gross, pension, tax, unionFee, reimbursements);
        }
    }

    static Register of(byte[] csv) {
        var rows = new LinkedHashMap<String, Row>();
        for (var row : CsvReader.builder().ofNamedCsvRecord(new String(csv, StandardCharsets.UTF_8)))
            rows.put(row.getField("employee_no"), Row.of(row));
        return new Register(rows);
    }

    BigDecimal net() {
        return rows.values().stream().filter(Row::paid).map(Row::net).reduce(Money.NOTHING, BigDecimal::add);
    }
}
