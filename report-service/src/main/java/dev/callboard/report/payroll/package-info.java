/** From hours to money: employees, work, rules, periods and pay runs, each a feature of its own. */
package dev.callboard.report.payroll;
