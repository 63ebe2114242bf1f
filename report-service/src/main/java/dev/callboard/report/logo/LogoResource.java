package dev.callboard.report.logo;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.render.Picture;
import dev.callboard.report.render.PictureRefused;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

import static dev.callboard.report.logo.LogoProblem.LOGO_REFUSED;

/**
 * No If-Match: a logo is replaced as a whole and by one of the same few people, and before the first there is nothing
 * whose version could be known.
 */
@Path("/accounts/{accountId}/logo")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class LogoResource {
    @Inject
    Payroll payroll;

    @Inject
    Logos logos;

    /**
     * What became of the file.
     *
     * @param sha256 of the file as it is kept, without metadata, hexadecimal
     * @param width in pixels
     */
    record LogoView(String sha256, String mediaType, int width, int height) {
        static LogoView of(Picture logo) {
            return new LogoView(logo.sha256(), logo.mediaType(), logo.width(), logo.height());
        }
    }

    @PUT
    @Consumes({Picture.PNG, Picture.JPEG})
    @Operation(
            operationId = "setLogo",
            summary = "The logo above the account's name on documents from now on",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "422",
            description = "No PNG or JPEG of RGB or grey, at most 256 KiB, 16 to 2000 pixels a side")
    @APIResponse(
            responseCode = "200",
            description = "The logo",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LogoView.class)))
    public LogoView set(@RestPath UUID accountId, @Context HttpHeaders headers, InputStream file) throws IOException {
        payroll.mayChange(accountId);
        var logo = read(file.readNBytes(Picture.LARGEST_FILE + 1));
        var said = headers.getMediaType();
        if (said == null || !said.isCompatible(MediaType.valueOf(logo.mediaType())))
            throw LOGO_REFUSED.because(
                    "Content-Type: " + said + " (expected: " + logo.mediaType() + ", as the file is)");
        logos.change(accountId, logo);
        return LogoView.of(logo);
    }

    private Picture read(byte[] file) {
        try {
            return logos.read(file);
        } catch (PictureRefused refused) {
            throw LOGO_REFUSED.because(refused.getMessage());
        }
    }

    @GET
    @Produces({Picture.PNG, Picture.JPEG})
    @Operation(
            operationId = "getLogo",
            summary = "The account's logo as it is kept: without metadata",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "404", description = "No such account, or it has no logo")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = {
                @Content(mediaType = Picture.PNG, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Picture.JPEG, schema = @Schema(implementation = String.class, format = "binary"))
            })
    public Response get(@RestPath UUID accountId) {
        payroll.mayUse(accountId);
        var logo = logos.of(accountId).orElseThrow(() -> CommonProblem.NOT_FOUND.of("logo"));
        return Response.ok(logo.file(), logo.mediaType())
                .tag(new EntityTag(logo.sha256()))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    @DELETE
    @Operation(
            operationId = "removeLogo",
            summary = "Documents from now on have no logo",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public Response remove(@RestPath UUID accountId) {
        payroll.mayChange(accountId);
        logos.remove(accountId);
        return Response.noContent().build();
    }
}
