package dev.callboard.report.payroll.rule;

import java.time.LocalDate;

/**
 * What the rules need to know of an employee.
 *
 * @param rate minor units per hour, day, week, month or period, as {@code payKind} says
 * @param costCode of work that names none
 */
public record PaidPerson(
        String employeeNo,
        PayKind payKind,
        long rate,
        LocalDate startedOn,
        int holidayPayBasisPoints,
        String taxTable,
        String agreement,
        String costCode) {}
