package dev.callboard.project.summoning;

import dev.callboard.project.summoning.Roster.OpenRole;

import java.util.List;

/**
 * What a publication would do, worked out and nothing done: the dry run.
 *
 * @param gaps what the call sheets would lack; nothing overrides it
 * @param planned people called by the plan as it is, the unaffected ones too
 */
record Draft(
        Difference difference,
        List<OpenRole> open,
        List<Violation> violations,
        List<Gap> gaps,
        List<Warning> warnings,
        int planned) {}
