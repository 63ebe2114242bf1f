package dev.callboard.project.project;

import dev.callboard.account.rights.AccountRights;
import dev.callboard.kit.http.Page;
import dev.callboard.kit.http.PageRequest;
import dev.callboard.kit.http.Pages;
import dev.callboard.kit.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import java.util.UUID;

@Path("/accounts/{accountId}/projects")
@Authenticated
@RunOnVirtualThread
@Tag(name = "project")
class AccountProjectsResource {
    @Inject
    ProjectList list;

    @Inject
    ProjectRights rights;

    @Inject
    AccountRights accounts;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listAccountProjects",
            summary = "The projects that an account pays for, newest first",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProjectsResource.ListView.class)))
    public Response list(@RestPath UUID accountId, @BeanParam PageRequest asked, @Context UriInfo uri) {
        accounts.require(accountId, caller);
        var before = asked.cursor().map(ProjectsResource::id).orElse(null);
        var filter = new ProjectList.Filter(accountId, null, null, null);
        var found = list.page(caller, filter, before, asked.limit() + 1);
        var page = Page.of(found, asked.limit(), project -> project.id.toString());
        return Pages.response(uri, page.map(project -> ProjectView.of(project, rights.require(project.id, caller))));
    }
}
