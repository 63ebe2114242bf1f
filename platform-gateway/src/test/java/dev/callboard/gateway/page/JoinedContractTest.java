package dev.callboard.gateway.page;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;

import static org.assertj.core.api.Assertions.assertThat;

class JoinedContractTest {
    private static final String ACCOUNT = """
            {"openapi":"3.1.0","paths":{"/api/v1/accounts":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Item"}}}}}}}},
            "components":{"schemas":{"Item":{"type":"string"},"Problem":{"type":"object"}}}}
            """;
    private static final String REPORT = """
            {"openapi":"3.1.0","tags":[{"name":"pay"}],"paths":{"/api/v1/pay-runs":{"get":{"tags":["pay"],"responses":{"200":{"content":{"application/json":{"schema":
            {"$ref":"#/components/schemas/Item"}}}}}}}},
            "components":{"schemas":{"Item":{"type":"integer"},"Problem":{"type":"object"}}}}
            """;

    @Test
    void two_contracts_stand_in_one_document_and_keep_their_meaning() {
        var contracts = new LinkedHashMap<String, String>();
        contracts.put("account", ACCOUNT);
        contracts.put("report", REPORT);

        var joined = JoinedContract.of(contracts).document();

        assertThat(joined.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(joined.at("/components/schemas/Item/type").asText()).isEqualTo("string");
        assertThat(joined.at("/components/schemas/report.Item/type").asText()).isEqualTo("integer");
        assertThat(joined.at("/components/schemas").properties()).hasSize(3);
        var schema = "/get/responses/200/content/application~1json/schema/$ref";
        assertThat(joined.at("/paths/~1api~1v1~1accounts" + schema).asText()).isEqualTo("#/components/schemas/Item");
        assertThat(joined.at("/paths/~1api~1v1~1pay-runs" + schema).asText())
                .isEqualTo("#/components/schemas/report.Item");
        assertThat(joined.at("/paths/~1api~1v1~1accounts/get/tags/0").asText()).isEqualTo("account");
        assertThat(joined.at("/paths/~1api~1v1~1pay-runs/get/tags/0").asText()).isEqualTo("pay");
        assertThat(joined.get("tags").findValuesAsText("name")).containsExactly("account", "pay");
    }
}
