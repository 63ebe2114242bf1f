/** What was worked: prefilled from the call, checked by people, handed to payroll as spans between instants. */
@org.jspecify.annotations.NullMarked
package dev.callboard.project.timecard;
