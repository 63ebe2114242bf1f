package dev.callboard.report.payroll.employee;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class EmployeeChangeTest {
    @Test
    void everything_of_an_employee_but_the_number_can_be_changed() {
        assertThat(names(EmployeeChange.class))
                .containsExactlyElementsOf(names(Employee.class)
                        .filter(name -> !name.equals("employeeNo"))
                        .toList());
    }

    private static Stream<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
