package dev.callboard.kit.idempotency;

import dev.callboard.kit.problem.CommonProblem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import java.util.HashSet;
import java.util.Set;

/** Writes into the contract of every {@link Idempotent} operation that it takes a key, and how it refuses one. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyContract implements OASFilter {
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Set<String> operationIds = new HashSet<>();

    public IdempotencyContract(IndexView index) {
        for (var annotation : index.getAnnotations(IDEMPOTENT))
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                operationIds.add(operationId(annotation.target().asMethod()));
    }

    private static String operationId(MethodInfo method) {
        var operation = method.annotation(OPERATION);
        var id = operation == null ? null : operation.value("operationId");
        return id == null ? method.name() : id.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getPaths() == null || contract.getPaths().getPathItems() == null) return;
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operationIds.contains(operation.getOperationId()))
                .forEach(IdempotencyContract::complete);
    }

    private static void complete(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotentInterceptor.KEY)
                .in(Parameter.In.HEADER)
                .description(
                        "Of your own making, such as a UUID. The same request under the same key is carried out once"
                                + " within 24 hours and answered the same; while the first is under way, 409")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(128)));
        var status = String.valueOf(CommonProblem.KEY_REUSED.status());
        if (operation.getResponses().getAPIResponse(status) == null)
            operation
                    .getResponses()
                    .addAPIResponse(
                            status, OASFactory.createAPIResponse().description(CommonProblem.KEY_REUSED.title()));
    }
}
