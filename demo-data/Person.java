/**
 * Somebody invented.
 *
 * @param latin the name in letters that an address can have
 */
record Person(String given, String family, String latin, String locale, String country) {
    String name() {
        return given + " " + family;
    }

    /** Nobody reads mail at {@code .example} (RFC 2606). */
    String address() {
        return latin.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@post.example";
    }
}
