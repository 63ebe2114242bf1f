package dev.callboard.account.access;

import dev.callboard.contracts.account.AccountRight;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/** Rights in one column, comma separated in the order of the enum: {@code BILLING,PLANNER}. */
@Converter
public class RightsColumn implements AttributeConverter<Set<AccountRight>, String> {
    @Override
    public String convertToDatabaseColumn(Set<AccountRight> rights) {
        return rights.stream().sorted().map(Enum::name).collect(joining(","));
    }

    @Override
    public Set<AccountRight> convertToEntityAttribute(String column) {
        return read(column);
    }

    static Set<AccountRight> read(String column) {
        var rights = EnumSet.noneOf(AccountRight.class);
        if (!column.isEmpty()) for (var name : column.split(",", -1)) rights.add(AccountRight.valueOf(name));
        return Collections.unmodifiableSet(rights);
    }
}
