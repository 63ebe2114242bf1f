package dev.callboard.report.payroll.scheme;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PaySettingsChangeTest {
    @Test
    void every_setting_can_be_changed() {
        assertThat(names(PaySettingsChange.class)).isEqualTo(names(PaySettings.class));
    }

    private static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
