package dev.callboard.report.run;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A document that opens with its reader's password only: AES with 256 bits (PDF 32000-2, 7.6.4: V 5, R 6). It may be
 * printed and copied from. Key and salts are random, so its bytes are others each time.
 */
final class ProtectedDocument {
    private static final int KEY_BITS = 256;
    private static final int OWNER_PASSWORD_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ProtectedDocument() {}

    /** About 10 ms of a core, most of it the hashes that make a password slow to guess. */
    static byte[] of(byte[] plain, String password) {
        try (var document = Loader.loadPDF(plain)) {
            var policy = new StandardProtectionPolicy(ownerPassword(), password, readPrintAndCopy());
            policy.setEncryptionKeyLength(KEY_BITS);
            policy.setPreferAES(true);
            document.protect(policy);
            var out = new ByteArrayOutputStream(plain.length);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody knows it: who has it could lift the permissions. */
    private static String ownerPassword() {
        var bytes = new byte[OWNER_PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static AccessPermission readPrintAndCopy() {
        var permission = new AccessPermission();
        permission.setCanModify(false);
        permission.setCanModifyAnnotations(false);
        permission.setCanFillInForm(false);
        permission.setCanAssembleDocument(false);
        return permission;
    }
}
