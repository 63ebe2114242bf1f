package dev.callboard.report.run;

import dev.callboard.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This process. A restarted instance is another one: what its predecessor claimed is given back. */
@ApplicationScoped
class Instance {
    private final String name;

    Instance(@ConfigProperty(name = "callboard.instance", defaultValue = "report-service") String instance) {
        name = instance + "/" + Ids.next();
    }

    String name() {
        return name;
    }
}
