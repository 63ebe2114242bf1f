package dev.callboard.report.payroll.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callboard.kit.http.Conditional;
import dev.callboard.kit.http.Etag;
import dev.callboard.kit.http.IfMatch;
import dev.callboard.kit.http.MergePatch;
import dev.callboard.report.payroll.Payroll;
import dev.callboard.report.payroll.employee.Iban;
import dev.callboard.report.payroll.rule.PayScheme;
import dev.callboard.report.payroll.scheme.PaySettingsOfAccounts.Stored;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

import java.util.List;
import java.util.UUID;

@Path("/accounts/{accountId}/pay-scheme")
@Authenticated
@RunOnVirtualThread
@Tag(name = "payroll")
class PaySchemeResource {
    @Inject
    Payroll payroll;

    @Inject
    PaySettingsOfAccounts settings;

    @Inject
    PaySchemes schemes;

    @Inject
    MergePatch mergePatch;

    @GET
    @Operation(
            operationId = "getPayScheme",
            summary = "The rules an account pays by, and its settings",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(
            responseCode = "200",
            description = "Settings and rules",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeView.class)))
    public Response get(@RestPath UUID accountId) {
        payroll.mayUse(accountId);
        return answer(settings.of(accountId));
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changePayScheme",
            summary = "Change employer, bank account, contact, locale, password of documents or who approves",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(responseCode = "403", description = "A member without the right PAYROLL")
    @APIResponse(responseCode = "422", description = "There is no such pay scheme")
    @APIResponse(
            responseCode = "200",
            description = "Settings and rules",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeView.class)))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PaySettingsChange.class)))
    public Response change(@RestPath UUID accountId, @RestHeader("If-Match") IfMatch ifMatch, JsonNode patch) {
        payroll.mayChange(accountId);
        return answer(
                settings.change(accountId, ifMatch, current -> mergePatch.apply(current, patch, PaySettings.class)));
    }

    private Response answer(Stored stored) {
        var view = SchemeView.of(stored, schemes.get(stored.settings().scheme()));
        return Conditional.ok(Etag.of(stored.version(), view), view);
    }

    /** @param debtorAccount masked */
    record SchemeView(
            String scheme,
            String employerName,
            String employerAddress,
            String organisationNo,
            String contact,
            String debtorAccount,
            String debtorBic,
            boolean approverDiffers,
            int objectDays,
            String zone,
            String locale,
            DocumentPassword documentPassword,
            PayScheme rules,
            List<String> allowed) {
        static SchemeView of(Stored stored, PayScheme rules) {
            var settings = stored.settings();
            return new SchemeView(
                    settings.scheme(),
                    settings.employerName(),
                    settings.employerAddress(),
                    settings.organisationNo(),
                    settings.contact(),
                    Iban.masked(Iban.plain(settings.debtorIban())),
                    settings.debtorBic(),
                    settings.approverDiffers(),
                    settings.objectDays(),
                    settings.zone(),
                    settings.language().tag(),
                    settings.passwordOfDocuments(),
                    rules,
                    List.of("change"));
        }
    }
}
