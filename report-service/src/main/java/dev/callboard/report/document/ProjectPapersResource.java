package dev.callboard.report.document;

import dev.callboard.report.bulk.CsvTable;
import dev.callboard.report.bulk.XlsxTable;
import dev.callboard.report.render.Language;
import dev.callboard.report.render.ProjectPlan;
import dev.callboard.report.render.ProjectPlanTemplate;
import dev.callboard.report.render.SummoningGrid;
import dev.callboard.report.render.SummoningGridTemplate;
import dev.callboard.report.render.Template;
import dev.callboard.report.run.Workers;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a project has on paper beside its call sheets. */
@Path("/projects/{projectId}/documents")
@Authenticated
@RunOnVirtualThread
@Tag(name = "documents")
class ProjectPapersResource {
    @Inject
    ProjectPapers papers;

    @Inject
    Workers workers;

    private final Map<Language, Template<SummoningGrid>> grids = new ConcurrentHashMap<>();
    private final Map<Language, Template<ProjectPlan>> plans = new ConcurrentHashMap<>();

    @GET
    @Path("summoning-grid")
    @Produces({Template.MEDIA_TYPE, CsvTable.MEDIA_TYPE, XlsxTable.MEDIA_TYPE})
    @Operation(
            operationId = "getSummoningGrid",
            summary = "Who is called when, people by days, as far as the caller may see it; as PDF, CSV or XLSX",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The document, or its calls for a spreadsheet",
            content = {
                @Content(mediaType = Template.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = CsvTable.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = XlsxTable.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such project, or nobody was called yet")
    public Response grid(@RestPath UUID projectId, @RestQuery @Nullable String locale, @Context Request request) {
        var form = AccountPapersResource.wanted(request);
        var template = grids.computeIfAbsent(Drawn.language(locale), SummoningGridTemplate::new);
        var grid = papers.grid(projectId);
        return form == Form.PDF
                ? AccountPapersResource.oneOfSeveral(Drawn.of(workers, projectId, template, grid), "summoning-grid")
                : AccountPapersResource.file(
                        form, "summoning-grid", "Summoning grid", table -> PaperTables.write(grid, table));
    }

    @GET
    @Path("plan")
    @Produces(Template.MEDIA_TYPE)
    @Operation(
            operationId = "getPlanDocument",
            summary = "The plan as it was published last, with its Gantt page",
            extensions = @Extension(name = "x-consistency", value = "primary"))
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = Template.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "403", description = "Sees her own calls only")
    @APIResponse(responseCode = "404", description = "No such project, or its plan was not published yet")
    public Response plan(@RestPath UUID projectId, @RestQuery @Nullable String locale) {
        var template = plans.computeIfAbsent(Drawn.language(locale), ProjectPlanTemplate::new);
        return AccountPapersResource.answer(
                Drawn.of(workers, projectId, template, papers.plan(projectId)), "project-plan");
    }
}
