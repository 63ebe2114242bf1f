package dev.callboard.project.timecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callboard.kit.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A day's work as one JSON text: it is always read and written whole. */
@Converter
class WorkColumn implements AttributeConverter<Work, String> {
    @Override
    public String convertToDatabaseColumn(Work work) {
        try {
            return Json.tolerant().writeValueAsString(work);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("work", e);
        }
    }

    @Override
    public Work convertToEntityAttribute(String json) {
        try {
            return Json.tolerant().readValue(json, Work.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("work", e);
        }
    }
}
