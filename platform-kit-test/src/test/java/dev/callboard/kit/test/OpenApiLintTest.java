package dev.callboard.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class OpenApiLintTest {
    private static final String GOOD = """
            {"openapi": "3.1.0", "info": {"title": "Callboard", "version": "1"}, "paths": {"/api/v1/calls/{id}": {"get": {
              "operationId": "getCall", "summary": "One call", "tags": ["Calls"], "x-consistency": "primary",
              "parameters": [{"name": "id", "in": "path", "required": true}],
              "responses": {
                "200": {"description": "OK"},
                "404": {"description": "Not found", "content": {"application/problem+json":
                  {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}}},
             "components": {"schemas": {"Problem": {"type": "object"}}}}
            """;

    @Test
    void a_whole_operation_passes() {
        assertThatCode(() -> OpenApiLint.check(read(GOOD))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "operationId, operationId",
        "summary, summary",
        "tags, tags",
        "x-consistency, x-consistency",
        "parameters, parameter id",
        "responses, 2xx"
    })
    void what_is_left_out_is_named(String leftOut, String named) throws JsonProcessingException {
        var document = read(GOOD);
        ((ObjectNode) document.at("/paths/~1api~1v1~1calls~1{id}/get")).remove(leftOut);

        assertThat(OpenApiLint.complaints(document)).anyMatch(complaint -> complaint.contains(named));
    }

    @Test
    void an_answer_without_a_media_type_is_named() throws JsonProcessingException {
        var document = read(GOOD.replace("\"description\": \"OK\"", "\"description\": \"OK\", \"content\": {}"));

        assertThat(OpenApiLint.complaints(document)).containsExactly("get /api/v1/calls/{id}: media type of 200");
    }

    @ParameterizedTest
    @CsvSource({
        "application/problem+json, application/json, 404 as application/problem+json",
        "schemas/Problem, schemas/Other, leads nowhere",
        "3.1.0, 3.0.3, expected: 3.1.x",
        "One call, One call., without a full stop",
        "primary, strong, x-consistency"
    })
    void what_is_wrong_is_named(String right, String wrong, String named) throws JsonProcessingException {
        var document = read(GOOD.replace(right, wrong));

        assertThat(OpenApiLint.complaints(document)).anyMatch(complaint -> complaint.contains(named));
    }

    @Test
    void a_schema_that_has_only_a_number_of_its_own_is_named() throws JsonProcessingException {
        var document = read(GOOD.replace("\"Problem\": {", "\"State\": {}, \"State1\": {}, \"Problem\": {"));

        assertThat(OpenApiLint.complaints(document))
                .containsExactly("schema State1 (expected: a name of its own, by @Schema(name) on the type)");
    }

    private static ObjectNode read(String json) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }
}
