package dev.callboard.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A font of a prefix with the numbers of its objects: dictionary, descriptor, file, and what its codes mean. The last is
 * written once where two styles of a bucket agree in it.
 *
 * @param font its number in {@link FontBuckets}
 * @param object number of the dictionary; descriptor and file follow it
 * @param meanings number of the code table
 */
record NumberedFont(int font, int object, int meanings) {
    /** @param first number of the first object that is free */
    static List<NumberedFont> of(List<Integer> fonts, int first) {
        var numbered = new ArrayList<NumberedFont>();
        int free = first;
        for (int font : fonts) {
            int meanings = free + 3;
            for (var earlier : numbered) if (earlier.meansTheSameAs(font)) meanings = earlier.meanings;
            var next = new NumberedFont(font, free, meanings);
            numbered.add(next);
            free += next.hasOwnMeanings() ? 4 : 3;
        }
        return numbered;
    }

    void write(Bytes out, List<Integer> offsets) {
        var bucket = FontBuckets.get().objects(font);
        offsets.add(out.length());
        out.add(object + " 0 obj\n" + bucket.font() + "/FontDescriptor " + (object + 1) + " 0 R/ToUnicode " + meanings
                + " 0 R>>\nendobj\n");
        offsets.add(out.length());
        out.add((object + 1) + " 0 obj\n" + bucket.descriptor() + "/FontFile2 " + (object + 2) + " 0 R>>\nendobj\n");
        offsets.add(out.length());
        out.stream(object + 2, "/Length1 " + bucket.fontFileLength(), bucket.fontFile());
        if (!hasOwnMeanings()) return;
        offsets.add(out.length());
        out.stream(meanings, "", bucket.toUnicode());
    }

    private boolean hasOwnMeanings() {
        return meanings == object + 3;
    }

    private boolean meansTheSameAs(int other) {
        var buckets = FontBuckets.get();
        return hasOwnMeanings()
                && Arrays.equals(
                        buckets.objects(font).toUnicode(),
                        buckets.objects(other).toUnicode());
    }
}
