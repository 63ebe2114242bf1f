package dev.callboard.account;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import java.util.Map;
import java.util.UUID;

import static org.hamcrest.Matchers.equalTo;

/** Norrsken Produktion AB, opened anew for a test. */
public record Norrsken(UUID id, Person owner) {
    public static final String SUCCEEDS = "4242 4242 4242 4242";
    public static final String DECLINED = "4000 0000 0000 0002";
    public static final String INSUFFICIENT = "4000 0000 0000 9995";
    public static final String SILENT = "4000 0000 0000 0259";
    public static final String CAPTURE_REFUSED = "4000 0000 0000 0341";

    public static Norrsken of(Person owner) {
        var id = owner.asks()
                .body(Map.of("name", "Norrsken Produktion AB", "currency", "SEK"))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Norrsken(UUID.fromString(id), owner);
    }

    public static Norrsken paying(Person owner, String card) {
        var account = of(owner);
        account.addCard(card).then().statusCode(201).body("default", equalTo(true));
        return account;
    }

    public Response addCard(String number) {
        return owner.asks()
                .body(Map.of("number", number, "expMonth", 11, "expYear", 2031, "cvc", "123"))
                .post(path("/payment-methods"));
    }

    public String path(String below) {
        return "/api/v1/accounts/" + id + below;
    }

    public JsonPath read(String below) {
        return owner.asks().get(path(below)).then().statusCode(200).extract().jsonPath();
    }
}
