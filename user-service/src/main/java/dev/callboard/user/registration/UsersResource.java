package dev.callboard.user.registration;

import dev.callboard.user.profile.Email;
import dev.callboard.user.profile.Profile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

@Path("/users")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "Proving that an address is one's own. No answer tells whether an address is known.")
class UsersResource {
    private static final String ADDRESS = "an address, such as ana@norrsken.example";

    /** @param locale BCP 47, English if absent; @param zone IANA, UTC if absent */
    record Registration(
            @NotNull @Size(max = Email.LONGEST) @Pattern(regexp = Email.SHAPE, message = ADDRESS)
            String email,

            @NotNull @Schema(minLength = 12, maxLength = 128, writeOnly = true)
            String password,

            @NotNull @Pattern(regexp = Profile.NAME, message = "1 to 200 characters, no control characters")
            String name,

            @Nullable String locale,
            @Nullable String zone) {
        Profile profile() {
            return new Profile(
                    name.strip(),
                    Optional.ofNullable(locale).orElse("en"),
                    Optional.ofNullable(zone).orElse("UTC"),
                    null);
        }

        @Override
        public String toString() {
            return "Registration"; // no password in a log
        }
    }

    record Address(
            @NotNull @Size(max = Email.LONGEST) @Pattern(regexp = Email.SHAPE, message = ADDRESS)
            String email) {}

    record Verification(@NotNull String token) {
        @Override
        public String toString() {
            return "Verification";
        }
    }

    record NewPassword(
            @NotNull String token,

            @NotNull @Schema(minLength = 12, maxLength = 128, writeOnly = true)
            String password) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    /** The same for every address. */
    record Accepted(String next, List<String> allowed) {}

    @Inject
    Registrations registrations;

    @POST
    @Operation(
            operationId = "register",
            summary = "Register an address",
            description = "Answered before the mail goes; the mail says what became of it.",
            extensions = @Extension(name = "x-consistency", value = "eventual"))
    @APIResponse(
            responseCode = "202",
            description = "Noted; the mail says what became of it",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "422", description = "This password cannot be taken")
    @SecurityRequirements
    public Response register(@Valid @NotNull Registration registration) {
        registrations.register(
                Email.normalised(registration.email()),
                registration.password(),
                registration.profile().known());
        return accepted("Open the link in the mail that goes to this address", "verify", "resend");
    }

    @POST
    @Path("verification-mails")
    @Operation(
            operationId = "resendVerification",
            summary = "Mail the verification link again",
            extensions = @Extension(name = "x-consistency", value = "eventual"))
    @APIResponse(
            responseCode = "202",
            description = "Noted; the mail says what became of it",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @SecurityRequirements
    public Response resend(@Valid @NotNull Address address) {
        registrations.resend(Email.normalised(address.email()));
        return accepted("If this address waits for its verification, a new link goes to it", "verify", "resend");
    }

    @POST
    @Path("verifications")
    @Operation(
            operationId = "verifyAddress",
            summary = "Use the link of the verification mail",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "The address is verified")
    @APIResponse(responseCode = "404", description = "This link is not one of ours")
    @APIResponse(responseCode = "409", description = "This link was used before")
    @APIResponse(responseCode = "410", description = "This link has expired")
    @SecurityRequirements
    public void verify(@Valid @NotNull Verification verification) {
        registrations.verify(new LinkToken(verification.token()));
    }

    @POST
    @Path("password-resets")
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Mail a link for a new password",
            extensions = @Extension(name = "x-consistency", value = "eventual"))
    @APIResponse(
            responseCode = "202",
            description = "Noted; the mail says what became of it",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @SecurityRequirements
    public Response forgotten(@Valid @NotNull Address address) {
        registrations.forgotten(Email.normalised(address.email()));
        return accepted("If this address is registered, a link for a new password goes to it", "complete");
    }

    @POST
    @Path("password-resets/completions")
    @Operation(
            operationId = "completePasswordReset",
            summary = "Use the link of the reset mail",
            description = "Ends all sessions of the user.",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "204", description = "The password is changed and all sessions have ended")
    @APIResponse(responseCode = "404", description = "This link is not one of ours")
    @APIResponse(responseCode = "409", description = "This link was used before")
    @APIResponse(responseCode = "410", description = "This link has expired")
    @APIResponse(responseCode = "422", description = "This password cannot be taken")
    @SecurityRequirements
    public void reset(@Valid @NotNull NewPassword newPassword) {
        registrations.reset(new LinkToken(newPassword.token()), newPassword.password());
    }

    private static Response accepted(String next, String... allowed) {
        return Response.accepted(new Accepted(next, List.of(allowed))).build();
    }
}
