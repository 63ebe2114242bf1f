package dev.callboard.kit.saga;

import dev.callboard.kit.security.Caller;

import java.util.UUID;

/** Who besides an operator may see a saga. A service with sagas of its members' own supplies a bean. */
public interface SagaVisibility {
    boolean maySee(UUID accountId, Caller caller);
}
