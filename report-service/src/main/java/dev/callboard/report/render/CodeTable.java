package dev.callboard.report.render;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.zip.Adler32;

/**
 * Compresses what is made per document with one Huffman code for all of them (RFC 1951, 3.2.7), built once from a sample:
 * a table look-up per byte instead of zlib's search for repetitions, which took half of the time of a slip and saves
 * little on content as terse as ours. And the bytes are the same whatever zlib a machine has.
 */
final class CodeTable {
    private static final int END_OF_BLOCK = 256;
    private static final int SYMBOLS = 257;
    private static final int LONGEST = 15;
    private static final int LONGEST_OF_LENGTHS = 7;

    /** The order in which a block says how long the codes of its lengths are. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Per symbol its code, first bit lowest, and its length in bits from bit 16 on. */
    private final int[] codes;

    /** Of the stream and its one block, as far as the first symbol: whole bytes, and the bits left over. */
    private final byte[] head;

    private final int bitsAfterHead;
    private final int bitCountAfterHead;

    /** @param sample content like that which will come; any byte from space up may occur, and a line feed */
    CodeTable(byte[] sample) {
        var weights = new int[SYMBOLS];
        weights['\n'] = 1;
        Arrays.fill(weights, ' ', END_OF_BLOCK + 1, 1);
        for (byte b : sample) weights[b & 0xFF] += 4;
        var lengths = lengths(weights, LONGEST);
        codes = codes(lengths);

        var bits = new Bits(new byte[512]);
        bits.put(0x0178, 16); // zlib, 32 KiB window, fastest
        bits.put(1, 1); // the last block
        bits.put(2, 2); // with a code of its own
        describe(lengths, bits);
        head = Arrays.copyOf(bits.room, bits.at);
        bitsAfterHead = (int) bits.waiting;
        bitCountAfterHead = bits.count;
    }

    /** Appends the compressed {@code content} to {@code out}. */
    void deflate(Bytes content, Bytes out) {
        int length = content.length();
        // the longest code is 15 bits; a long is written at a time
        var room = out.room(head.length + length * 2 + 24);
        System.arraycopy(head, 0, room, out.length(), head.length);
        var bits = new Bits(room);
        bits.at = out.length() + head.length;
        bits.waiting = bitsAfterHead;
        bits.count = bitCountAfterHead;
        var from = content.backing();
        for (int at = 0; at < length; at++) bits.put(codes[from[at] & 0xFF]);
        bits.put(codes[END_OF_BLOCK]);

        var checksum = new Adler32();
        checksum.update(from, 0, length);
        bits.toByte();
        bits.put(Integer.reverseBytes((int) checksum.getValue()) & 0xFFFF_FFFFL, 32);
        out.setLength(bits.at);
    }

    private static final class Bits {
        final byte[] room;
        int at;
        long waiting;
        int count;

        Bits(byte[] room) {
            this.room = room;
        }

        void put(int code) {
            put(code & 0xFFFF, code >>> 16);
        }

        void put(long bits, int howMany) {
            waiting |= bits << count;
            count += howMany;
            LITTLE_ENDIAN.set(room, at, waiting);
            at += count >>> 3;
            waiting >>>= count & ~7;
            count &= 7;
        }

        void toByte() {
            if (count > 0) put(0, 8 - count);
        }
    }

    /** Lengths of a Huffman code; ties go to the lower symbol, so that the same weights always give the same code. */
    private static int[] lengths(int[] weights, int longest) {
        record Node(long weight, int order, int symbol, Node left, Node right) {}
        var queue = new PriorityQueue<Node>((one, other) -> one.weight != other.weight
                ? Long.compare(one.weight, other.weight)
                : Integer.compare(one.order, other.order));
        int order = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) queue.add(new Node(weights[symbol], order++, symbol, null, null));
        }
        while (queue.size() > 1) {
            var left = queue.remove();
            var right = queue.remove();
            queue.add(new Node(left.weight + right.weight, order++, -1, left, right));
        }
        var lengths = new int[weights.length];
        record Place(Node node, int depth) {}
        var open = new java.util.ArrayDeque<Place>();
        open.push(new Place(queue.remove(), 0));
        while (!open.isEmpty()) {
            var place = open.pop();
            if (place.node.symbol >= 0) {
                lengths[place.node.symbol] = Math.max(1, place.depth);
                if (place.depth > longest) return lengths(flattened(weights), longest);
            } else {
                open.push(new Place(place.node.left, place.depth + 1));
                open.push(new Place(place.node.right, place.depth + 1));
            }
        }
        return lengths;
    }

    /** Halved, so that the rare are less rare: a code too long for the format becomes shorter at little cost. */
    private static int[] flattened(int[] weights) {
        return Arrays.stream(weights).map(weight -> (weight + 1) / 2).toArray();
    }

    /** Canonical codes (3.2.2), each turned round, because the format packs from the lowest bit. */
    private static int[] codes(int[] lengths) {
        var codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] != length) continue;
                codes[symbol] = Integer.reverse(next) >>> 32 - length | length << 16;
                next++;
            }
            next <<= 1;
        }
        return codes;
    }

    private static void describe(int[] lengths, Bits bits) {
        var symbols = new java.util.ArrayList<int[]>(); // {symbol, extra bits, how many}
        for (int at = 0; at < SYMBOLS; ) {
            int run = 1;
            while (at + run < SYMBOLS && lengths[at + run] == lengths[at]) run++;
            if (lengths[at] == 0 && run >= 11) {
                run = Math.min(run, 138);
                symbols.add(new int[] {18, run - 11, 7});
            } else if (at > 0 && lengths[at] == lengths[at - 1] && lengths[at] > 0 && run >= 3) {
                run = Math.min(run, 6);
                symbols.add(new int[] {16, run - 3, 2});
            } else {
                run = 1;
                symbols.add(new int[] {lengths[at], 0, 0});
            }
            at += run;
        }
        symbols.add(new int[] {0, 0, 0}); // no distances: nothing refers back

        var weights = new int[ORDER.length];
        for (var symbol : symbols) weights[symbol[0]]++;
        var lengthsOfLengths = lengths(weights, LONGEST_OF_LENGTHS);
        var codesOfLengths = codes(lengthsOfLengths);
        int told = ORDER.length;
        while (lengthsOfLengths[ORDER[told - 1]] == 0) told--;
        bits.put(SYMBOLS - 257, 5);
        bits.put(0, 5); // one distance code, of no bits
        bits.put(told - 4, 4);
        for (int at = 0; at < told; at++) bits.put(lengthsOfLengths[ORDER[at]], 3);
        for (var symbol : symbols) {
            bits.put(codesOfLengths[symbol[0]]);
            bits.put(symbol[1], symbol[2]);
        }
    }
}
