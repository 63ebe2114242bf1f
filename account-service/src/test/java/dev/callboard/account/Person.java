package dev.callboard.account;

import dev.callboard.kit.id.Ids;
import dev.callboard.kit.test.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import java.util.Arrays;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** The people of PRODUCT, each with an address that is new in every test. */
public record Person(UUID id, String name, String email, String... roles) {
    public static Person stina() {
        return of("Stina");
    }

    public static Person ana() {
        return of("Ana");
    }

    public static Person eva() {
        return of("Eva");
    }

    public static Person bo() {
        return of("Bo");
    }

    /** The operator at 3 a.m. */
    public static Person olga() {
        return of("Olga", "OPERATOR");
    }

    private static Person of(String name, String... roles) {
        var id = Ids.next();
        var address = "%s-%s@norrsken.example"
                .formatted(
                        name.toLowerCase(java.util.Locale.ROOT), id.toString().substring(24));
        return new Person(id, name, address, roles);
    }

    public RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + Tokens.user(id, email, name, roles))
                .contentType(ContentType.JSON);
    }

    /** With the version that the change is based on. */
    public RequestSpecification changes(String etag) {
        return asks().contentType("application/merge-patch+json").header("If-Match", etag);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person person && person.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + Arrays.toString(roles);
    }
}
