package dev.callboard.kit.saga;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The kinds of sagas that this service runs. */
@ApplicationScoped
class SagaDefinitions {
    @Inject
    @Any
    Instance<SagaDefinition<?, ?>> definitions;

    /** The types are checked where they matter: states when they are read, replies when they are delivered. */
    @SuppressWarnings("unchecked")
    SagaDefinition<Object, Object> of(String kind) {
        for (var definition : definitions)
            if (definition.kind().equals(kind)) return (SagaDefinition<Object, Object>) definition;
        throw new IllegalStateException("no saga is of kind " + kind);
    }
}
