package dev.callboard.kit.database;

import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The kit's migrations by name: the class loader of a packaged service cannot list a folder of a jar. */
final class KitScripts implements ResourceProvider {
    private static final List<LoadableResource> SCRIPTS = Stream.of(
                    "V001__messaging.sql", "V002__sagas.sql", "V003__idempotency.sql", "V004__mail.sql")
            .<LoadableResource>map(Script::new)
            .toList();

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return SCRIPTS.stream()
                .filter(script -> script.getRelativePath().equals(name))
                .findAny()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return SCRIPTS.stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Stream.of(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;

        private Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var in = Objects.requireNonNull(
                    KitScripts.class.getResourceAsStream("/db/kit/" + name), () -> name + " is not in the kit");
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "db/kit/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
