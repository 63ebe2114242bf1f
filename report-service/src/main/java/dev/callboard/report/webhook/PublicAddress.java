package dev.callboard.report.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** IANA's special-purpose registries (RFC 6890): what is in them is not the public Internet. */
final class PublicAddress {
    private record Range(byte[] network, int bits) {
        static Range of(String text) {
            var parts = text.split("/");
            try {
                return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException literalsAreKnown) {
                throw new IllegalStateException(literalsAreKnown);
            }
        }

        boolean has(byte[] address) {
            if (address.length != network.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    private static final List<Range> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4")
            .stream()
            .map(Range::of)
            .toList();

    /** Of IPv6 only 2000::/3 is public, and of it not what carries an IPv4 address (Teredo, 6to4) or is documentation. */
    private static final Range GLOBAL = Range.of("2000::/3");

    private static final List<Range> NOT_GLOBAL =
            List.of(Range.of("2001::/23"), Range.of("2001:db8::/32"), Range.of("2002::/16"), Range.of("3fff::/20"));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) return SPECIAL.stream().noneMatch(range -> range.has(bytes));
        return GLOBAL.has(bytes) && NOT_GLOBAL.stream().noneMatch(range -> range.has(bytes));
    }
}
