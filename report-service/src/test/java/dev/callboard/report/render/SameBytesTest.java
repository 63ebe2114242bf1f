package dev.callboard.report.render;

import dev.callboard.report.render.GalleryTest.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Drawing is a function of its figures: nothing of another thread, of the time or of chance is in a document. */
class SameBytesTest {
    private static final int DOCUMENTS = 14;

    static Stream<Arguments> everyKindOnOneTwoAndSevenThreads() {
        return Arrays.stream(Picture.values())
                .flatMap(kind -> IntStream.of(1, 2, 7).mapToObj(threads -> Arguments.of(kind, threads)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everyKindOnOneTwoAndSevenThreads")
    void a_document_has_the_same_bytes_on_any_number_of_threads(Picture kind, int threads) throws Exception {
        var alone = kind.document(Language.EN);

        assertThat(drawnTogether(kind, threads)).hasSize(DOCUMENTS).allSatisfy(document -> assertThat(document)
                .isEqualTo(alone));
    }

    private static Iterable<byte[]> drawnTogether(Picture kind, int threads) throws InterruptedException {
        Callable<byte[]> drawing = kind.drawing(Language.EN)::get;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return pool.invokeAll(Collections.nCopies(DOCUMENTS, drawing)).stream()
                    .map(SameBytesTest::drawn)
                    .toList();
        }
    }

    private static byte[] drawn(Future<byte[]> drawing) {
        try {
            return drawing.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
