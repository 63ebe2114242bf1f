package dev.callboard.kit.contract;

import dev.callboard.kit.blob.BlobStore;
import dev.callboard.kit.database.Upkeep;
import dev.callboard.kit.test.BlobStoreContract;
import dev.callboard.kit.test.PlatformServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/** The store that a service gets when it asks for one. */
@QuarkusTest
@WithTestResource(PlatformServers.class)
class FolderBlobStoreTest extends BlobStoreContract {
    @Inject
    BlobStore blobs;

    @Inject
    @Any
    Instance<Upkeep> upkeep;

    @ConfigProperty(name = "callboard.blobs.folder", defaultValue = "target/blobs")
    Path folder;

    @Override
    protected BlobStore blobs() {
        return blobs;
    }

    @Test
    void what_a_killed_writer_left_is_removed_and_what_is_being_written_is_not() throws IOException {
        blobs.put("suite/before", out -> out.write(1));
        var unfinished = folder.resolve(".unfinished");
        var left = Files.writeString(unfinished.resolve("left"), "half a cha");
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        blobs.put("suite/during", out -> {
            for (var part : upkeep) part.tidy();
            out.write(2);
        });

        assertThat(left).doesNotExist();
        // but for the mark that the upkeep of the service itself may be making just now
        assertThat(unfinished)
                .isDirectoryNotContaining(file -> !file.getFileName().toString().startsWith("now-"));
        assertThat(blobs.exists("suite/during")).isTrue();
    }
}
