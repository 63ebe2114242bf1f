package dev.callboard.kit.contract;

import java.util.UUID;

/** What a callboard tells. */
public sealed interface BoardFact {
    record CallPosted(UUID boardId, String text) implements BoardFact {}

    record CallWithdrawn(UUID boardId, String text) implements BoardFact {}
}
