package dev.callboard.report.payroll.leave;

import java.util.UUID;

/** Who is signed in, as it is written down with what they did. */
record Somebody(UUID userId, String name, String email) {}
