package dev.callboard.project.project;

import org.jspecify.annotations.Nullable;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * @param headId crew entry of the head
 * @param deputyId crew entry of the deputy
 * @param contact whom to ring for this department when private numbers are not shown
 * @param position in lists, from 0
 */
public record DepartmentSummary(
        UUID id,
        UUID projectId,
        String name,
        @Nullable UUID headId,
        @Nullable UUID deputyId,
        @Nullable String contact,
        int position,
        DepartmentKind kind) {
    /** Five digits or more, with whatever people write between them. */
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ \u00A0()./-]*[0-9]){4,}");

    /** The crew's, with a telephone number that everybody may know: a day is published with one of them at least. */
    public boolean canBeRung() {
        return kind == DepartmentKind.CREW
                && contact != null
                && NUMBER.matcher(contact).find();
    }
}
