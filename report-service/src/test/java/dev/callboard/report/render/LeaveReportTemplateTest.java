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
                .contains("7.06 6.00 3.00", "of 14.56 so far from 2 years after 31 December 2027, unless taken")
                .contains("Paid, year 2027/28 31 Mar 2028 0.00 14.56 −8.00 0.50 0.00 7.06")
                .contains("Saved from 2022/23 ◆ 31 Dec 2027 3.00 0.00 0.00 0.00 0.00 3.00")
                .contains("Sick −4.00 4.00 taken")
                .contains("7 Jun Paid leave 7–11 Jun Requested 2 May · approved 4 May, Eva Strand −5.00 −0.84")
                .contains("9 Aug Paid leave 9–11 Aug Approved elsewhere · imported 1 Jul −3.00 0.32")
                .contains("4 Oct Adjusted Eva Strand: half a day worked on 18 September +0.50 4.98")
                .contains("13 Sep Sick 13–16 Sep Approved elsewhere · imported 1 Oct −4.00 2.40")
                .contains("20 Sep Unpaid 20 Sep Requested 1 Sep · approved 2 Sep, Eva Strand −1.00 2.40")
                .contains("7 Oct Saved days 7–8 Oct Requested 20 Sep · approved 21 Sep, Eva Strand −2.00 4.98")
                .contains("31 Oct Earned October +2.08 7.06", "Closing balance 31 October 2027 7.06")
                .contains("22–23 Nov Paid leave Requested 11 Oct · approved 12 Oct, Eva Strand −2.00 Paid 5.06")
                .contains("No parental leave in this leave year.");
        assertThat(text.indexOf("Balances")).isLessThan(text.indexOf("Ledger"));
    }
}
