package dev.callboard.kit.openapi;

import dev.callboard.kit.problem.CommonProblem;
import dev.callboard.kit.problem.ProblemBody;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import java.util.List;
import java.util.Map;

/**
 * Writes into every contract what the kit does for every operation: the problem documents it can be refused with and how
 * callers sign in. An operation that is open says so with an empty security requirement.
 */
public class ContractFilter implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        var components = contract.getComponents() == null ? OASFactory.createComponents() : contract.getComponents();
        contract.setComponents(components
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")));
        contract.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (contract.getPaths() == null || contract.getPaths().getPathItems() == null) return;
        contract.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> refusals(path, method, operation)));
    }

    private static void refusals(String path, PathItem.HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        if (responses == null) operation.setResponses(responses = OASFactory.createAPIResponses());
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        var parameters = operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters();

        if (!open) refusal(responses, CommonProblem.UNAUTHENTICATED);
        if (!open && path.contains("{")) refusal(responses, CommonProblem.NOT_FOUND);
        boolean takesInput = takesJson(operation) || parameters.stream().anyMatch(ContractFilter::canBeWrong);
        if (takesInput) refusal(responses, CommonProblem.INVALID);
        if (operation.getRequestBody() != null) refusal(responses, CommonProblem.UNSUPPORTED_MEDIA_TYPE);
        if (parameters.stream().anyMatch(parameter -> "If-Match".equalsIgnoreCase(parameter.getName()))) {
            refusal(responses, CommonProblem.PRECONDITION_FAILED);
            refusal(responses, CommonProblem.PRECONDITION_REQUIRED);
        }
        // A resource names its own refusals by status alone: their document is always the same.
        responses.getAPIResponses().forEach((status, response) -> {
            if ((status.startsWith("4") || status.startsWith("5")) && response.getContent() == null)
                response.setContent(problemDocument());
        });
    }

    /** Of a file, each row is refused for itself. */
    private static boolean takesJson(Operation operation) {
        var body = operation.getRequestBody();
        if (body == null) return false;
        return body.getContent() == null
                || body.getContent().getMediaTypes().keySet().stream().anyMatch(type -> type.contains("json"));
    }

    /** A path that is wrong leads nowhere; of the header fields only If-Match is refused, the others are advice. */
    private static boolean canBeWrong(Parameter parameter) {
        return parameter.getIn() == Parameter.In.QUERY || "If-Match".equalsIgnoreCase(parameter.getName());
    }

    private static void refusal(APIResponses responses, CommonProblem type) {
        var status = String.valueOf(type.status());
        if (responses.getAPIResponse(status) == null)
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(type.title()));
    }

    private static Content problemDocument() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    /** RFC 9457, with our list of wrong fields. */
    private static Schema problem() {
        var error = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .properties(Map.of("field", text(), "value", OASFactory.createSchema(), "expected", text()));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text().format("uri-reference"))
                .addProperty("traceId", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
