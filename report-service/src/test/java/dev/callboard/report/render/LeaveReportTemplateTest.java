package dev.callboard.report.render;

import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class LeaveReportTemplateTest {
    @Test
    void a_report_says_what_is_left_before_it_proves_it() throws IOException {
        var text = PrintedText.of(new LeaveReportTemplate(Language.EN), AsaOberg.leaveReport());

        assertThat(text)
                .contains("Leave report 2027/28", "As of 31 October 2027", "Åsa Öberg, standby painter")
                .contains("6.56 6.00 3.00", "of 14.56 so far from 2 years after 31 December 2027, unless taken")
                .contains("Paid, year 2027/28 31 Mar 2028 0.00 14.56 −8.00 0.00 0.00 6.56")
                .contains("Saved from 2022/23 ◆ 31 Dec 2027 3.00 0.00 0.00 0.00 0.00 3.00")
                .contains("Sick −4.00 4.00 taken")
                .contains("7 Jun Paid leave 7–11 Jun imported 4 May 2027 −5.00 −0.84")
                .contains("31 Oct Earned October +2.08 6.56", "Closing balance 31 October 2027 6.56")
                .contains("22–23 Nov Paid leave imported 4 May 2027 −2.00 Paid 4.56")
                .contains("No parental leave in this leave year.");
        assertThat(text.indexOf("Balances")).isLessThan(text.indexOf("Ledger"));
    }
}
