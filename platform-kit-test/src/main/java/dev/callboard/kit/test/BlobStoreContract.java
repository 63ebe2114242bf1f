package dev.callboard.kit.test;

import dev.callboard.kit.blob.BlobMissing;
import dev.callboard.kit.blob.BlobStore;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link BlobStore} keeps to. A store's test is a subclass that names it. */
public abstract class BlobStoreContract {
    private final String place = "suite/" + UUID.randomUUID();

    protected abstract BlobStore blobs();

    @Test
    void what_is_put_is_got_whole_and_in_ranges() throws IOException {
        var content = new byte[300_000];
        new Random(1).nextBytes(content);
        blobs().put(place + "/film.bin", out -> out.write(content));

        assertThat(blobs().length(place + "/film.bin")).isEqualTo(300_000);
        assertThat(bytes(place + "/film.bin", 0, Long.MAX_VALUE)).isEqualTo(content);
        assertThat(bytes(place + "/film.bin", 70_000, 1_000)).isEqualTo(Arrays.copyOfRange(content, 70_000, 71_000));
        assertThat(bytes(place + "/film.bin", 299_990, 100)).isEqualTo(Arrays.copyOfRange(content, 299_990, 300_000));
        assertThat(bytes(place + "/film.bin", 5, 0)).isEmpty();
    }

    @Test
    void an_empty_blob_is_there() throws IOException {
        blobs().put(place + "/empty", out -> {});
        assertThat(blobs().exists(place + "/empty")).isTrue();
        assertThat(bytes(place + "/empty", 0, 10)).isEmpty();
    }

    @Test
    void a_writer_that_fails_leaves_what_was_there_before() {
        put(place + "/sheet", "version 1");
        assertThatThrownBy(() -> blobs().put(place + "/sheet", out -> {
                    out.write("version 2".getBytes(UTF_8));
                    throw new IOException("cut off");
                }))
                .hasMessageContaining("cut off");

        assertThat(text(place + "/sheet")).isEqualTo("version 1");
        try (var names = blobs().list(place)) {
            assertThat(names).containsExactly(place + "/sheet");
        }
    }

    @Test
    void a_writer_that_fails_leaves_nothing_where_nothing_was() {
        assertThatThrownBy(() -> blobs().put(place + "/sheet", out -> {
                    throw new IllegalStateException("no content");
                }))
                .hasMessageContaining("no content");
        assertThat(blobs().exists(place + "/sheet")).isFalse();
    }

    @Test
    void writers_of_one_name_at_the_same_time_leave_one_of_their_contents_whole() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var text = Integer.toString(i % 10).repeat(100_000);
                threads.submit(() -> put(place + "/race", text));
            }
        }
        assertThat(text(place + "/race")).hasSize(100_000).matches("(.)\\1*");
    }

    @Test
    void names_are_listed_by_prefix_in_order() {
        for (var name : new String[] {"b/2", "a/10", "a/1", "ab"}) put(place + "/" + name, name);

        try (var names = blobs().list(place + "/a")) {
            assertThat(names).containsExactly(place + "/a/1", place + "/a/10", place + "/ab");
        }
        try (var names = blobs().list(place + "/nothing/")) {
            assertThat(names).isEmpty();
        }
    }

    @Test
    void a_deleted_blob_is_gone_and_may_be_deleted_again() {
        put(place + "/old", "x");
        blobs().delete(place + "/old");
        blobs().delete(place + "/old");

        assertThat(blobs().exists(place + "/old")).isFalse();
        assertThatThrownBy(() -> blobs().get(place + "/old")).isInstanceOf(BlobMissing.class);
        assertThatThrownBy(() -> blobs().length(place + "/old")).isInstanceOf(BlobMissing.class);
    }

    @Test
    void no_name_leads_out_of_the_store() {
        for (var name : new String[] {"../x", "a/../../x", "/etc/x", "a//b", "", "a/.hidden", "a\\b", "a\0b"})
            assertThatThrownBy(() -> put(name, "x"))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("blob name");
    }

    private void put(String name, String content) {
        blobs().put(name, out -> out.write(content.getBytes(UTF_8)));
    }

    private String text(String name) {
        try {
            return new String(bytes(name, 0, Long.MAX_VALUE), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] bytes(String name, long from, long length) throws IOException {
        try (var in = blobs().get(name, from, length)) {
            return in.readAllBytes();
        }
    }
}
