package dev.callboard.local.platform;

import dev.callboard.local.process.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StartCachesTest {
    private static final List<String> OPTIONS = List.of("-Xmx128m");

    @TempDir
    private Path target;

    private Path jar;

    @BeforeEach
    void a_packaged_service() throws IOException {
        jar = Files.createDirectories(target.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Files.writeString(jar, "one build");
    }

    @Test
    void without_training_a_start_has_no_cache() throws IOException {
        assertThat(StartCaches.used().options(jar, build(), OPTIONS)).isEmpty();
    }

    @Test
    void what_a_training_has_written_is_used_by_the_next_start() throws IOException {
        var cache = trained();

        assertThat(StartCaches.used().options(jar, build(), OPTIONS)).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void another_build_or_other_options_do_not_use_it() throws IOException {
        trained();

        assertThat(StartCaches.used().options(jar, build(), List.of("-Xmx256m")))
                .isEmpty();
        Files.writeString(jar, "another build");
        assertThat(StartCaches.used().options(jar, build(), OPTIONS)).isEmpty();
    }

    @Test
    void a_training_that_was_cut_short_leaves_nothing_to_use() throws IOException {
        var training = StartCaches.training();
        training.options(jar, build(), OPTIONS);

        assertThatThrownBy(training::kept).isInstanceOf(StartFailure.class).hasMessageContaining("./callboard train");
        assertThat(StartCaches.used().options(jar, build(), OPTIONS)).isEmpty();
    }

    @Test
    void a_training_removes_the_caches_of_earlier_builds() throws IOException {
        var earlier = trained();
        Files.writeString(jar, "another build");

        assertThat(trained()).exists().isNotEqualTo(earlier);
        assertThat(earlier).doesNotExist();
    }

    private String build() throws IOException {
        return BuildHash.of(jar.getParent());
    }

    /** The JVM of the training writes the file that the option names. */
    private Path trained() throws IOException {
        var training = StartCaches.training();
        var option = training.options(jar, build(), OPTIONS).getFirst();
        Files.writeString(Path.of(option.replace("-XX:AOTCacheOutput=", "")), "classes");
        return training.kept().getFirst();
    }
}
