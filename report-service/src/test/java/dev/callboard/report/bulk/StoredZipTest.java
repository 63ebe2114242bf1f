package dev.callboard.report.bulk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

/** Read back by the JDK, which holds directory and files against each other. */
class StoredZipTest {
    private static final LocalDateTime PAID = LocalDateTime.of(2027, 11, 25, 8, 30, 42);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void a_file() {
        file = folder.resolve("slips.zip");
    }

    @Test
    void what_was_added_in_parts_is_read_back_from_the_directory_and_in_passing() throws IOException {
        try (var out = Files.newOutputStream(file);
                var zip = new StoredZip(out, PAID)) {
            zip.add("2027-10-4711.pdf", bytes("Bo "), bytes("Ekdahl"));
            zip.add("Åsa.pdf", new byte[0]);
            zip.finish();
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(ZipEntry::getName)
                    .containsExactly("2027-10-4711.pdf", "Åsa.pdf");
            assertThat(content(zip, "2027-10-4711.pdf")).isEqualTo("Bo Ekdahl");
            assertThat(content(zip, "Åsa.pdf")).isEmpty();
            assertThat(zip.getEntry("Åsa.pdf").getTimeLocal()).isEqualTo(PAID);
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("2027-10-4711.pdf");
            assertThat(zip.readAllBytes()).isEqualTo(bytes("Bo Ekdahl"));
        }
    }

    @Test
    void a_zip_of_nothing_is_one() throws IOException {
        try (var out = Files.newOutputStream(file);
                var zip = new StoredZip(out, PAID)) {
            zip.finish();
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isZero();
        }
    }

    @Test
    void there_may_be_more_files_than_two_bytes_can_count() throws IOException {
        int many = 100_000;
        try (var out = Files.newOutputStream(file);
                var zip = new StoredZip(out, PAID)) {
            for (int number = 1; number <= many; number++) zip.add(number + ".pdf", bytes("slip " + number));
            zip.finish();
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(many);
            assertThat(content(zip, "1.pdf")).isEqualTo("slip 1");
            assertThat(content(zip, "65536.pdf")).isEqualTo("slip 65536");
            assertThat(content(zip, "100000.pdf")).isEqualTo("slip 100000");
        }
    }

    @Test
    void there_may_be_more_bytes_than_four_can_count() throws IOException {
        var part = new byte[1 << 26];
        var gibibyte = new byte[16][];
        for (int at = 0; at < gibibyte.length; at++) gibibyte[at] = part;
        try (var out = new WithHoles(file, part);
                var zip = new StoredZip(out, PAID)) {
            zip.add("first.pdf", bytes("before"));
            for (int number = 0; number < 4; number++) zip.add("large-" + number, gibibyte);
            zip.add("last.pdf", bytes("behind four gibibytes"));
            zip.finish();
        }

        assertThat(Files.size(file)).isGreaterThan(4L << 30);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(6);
            assertThat(content(zip, "first.pdf")).isEqualTo("before");
            assertThat(zip.getEntry("large-3").getSize()).isEqualTo(1L << 30);
            assertThat(content(zip, "last.pdf")).isEqualTo("behind four gibibytes");
        }
    }

    private static String content(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** Where these zeros would be, the file has a hole: it takes no room on a disk. */
    private static final class WithHoles extends OutputStream {
        private final FileChannel file;
        private final byte[] zeros;

        private WithHoles(Path file, byte[] zeros) throws IOException {
            this.file = FileChannel.open(file, CREATE_NEW, WRITE);
            this.zeros = zeros;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (bytes == zeros) file.position(file.position() + bytes.length);
            else write(bytes, 0, bytes.length);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var some = ByteBuffer.wrap(bytes, from, length);
            while (some.hasRemaining()) file.write(some);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one});
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
