package dev.callboard.acceptance.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway said. */
public record Answer(HttpResponse<byte[]> response) {
    static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(bytes());
        } catch (IOException notJson) {
            throw new UncheckedIOException(text(), notJson);
        }
    }

    /** Of the JSON that was answered; a pointer where it begins with a slash. */
    public String field(String name) {
        var json = json();
        return (name.startsWith("/") ? json.at(name) : json.path(name)).asText();
    }

    /** The first of that name, or nothing as an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public Answer mustBe(int expected) {
        assertThat(status())
                .as("%s %s: %s", response.request().method(), response.uri().getPath(), text())
                .isEqualTo(expected);
        return this;
    }
}
