package dev.callboard.kit.saga;

import dev.callboard.kit.security.Caller;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** Where the service says nothing else. */
@DefaultBean
@ApplicationScoped
class OperatorOnly implements SagaVisibility {
    @Override
    public boolean maySee(UUID accountId, Caller caller) {
        return false;
    }
}
