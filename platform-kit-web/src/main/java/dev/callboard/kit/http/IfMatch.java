package dev.callboard.kit.http;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.regex.Pattern;

import static dev.callboard.kit.problem.CommonProblem.INVALID;
import static dev.callboard.kit.problem.CommonProblem.PRECONDITION_FAILED;

/**
 * The version that a change was based on, RFC 9110 13.1.1. Only the version counts, not the view behind its dot:
 * who saw less of an entity still saw this version. A request without the header never reaches the method: 428.
 */
@Schema(type = SchemaType.STRING, description = "The ETag of the last answer", examples = "\"3.1f\"")
public record IfMatch(long version) {
    public static final String IF_MATCH = "If-Match";

    private static final Pattern ETAG = Pattern.compile("\"?([0-9]{1,18})(\\.[0-9a-z]+)?\"?");

    /** @throws dev.callboard.kit.problem.Problem PRECONDITION_FAILED when the entity has been changed since */
    public void mustBe(long current) {
        if (version != current) {
            throw PRECONDITION_FAILED.because(
                    "If-Match: version " + version + " (expected: " + current + ", the present one)");
        }
    }

    /** @throws dev.callboard.kit.problem.Problem INVALID when it is not an entity tag of ours */
    public static IfMatch of(String header) {
        var etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw INVALID.because("If-Match: " + header + " (expected: the ETag of the last answer, such as \"3.1f\")")
                    .field(IF_MATCH, header, "the ETag of the last answer");
        }
        return new IfMatch(Long.parseLong(etag.group(1)));
    }
}
