package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.NullValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** What a part of an action's payload may look like, and how it is read. Amounts are checked and stay text. */
@FunctionalInterface
interface PayloadShape {

    /** Stands for a value that is written as null. */
    Object NULL = new Object();

    /** What the value says, or null after a finding. */
    @Nullable
    Object read(Value value, JsonFindings findings);

    static PayloadShape of(ValueKind<?> kind) {
        return kind::read;
    }

    /** What that shape says, or null. */
    static PayloadShape orNull(PayloadShape shape) {
        return (value, findings) -> value instanceof NullValue ? NULL : shape.read(value, findings);
    }

    static PayloadShape amount(ValueKind<Money> money) {
        return (value, findings) ->
                money.read(value, findings) != null && value instanceof TextValue amount ? amount.text() : null;
    }

    /** An object with these members, of which some must be there. */
    static PayloadShape object(Map<String, PayloadShape> members, Set<String> required) {
        return (value, findings) -> {
            ObjectFields fields = ObjectFields.of(value, findings, members.keySet());
            return fields == null ? null : read(fields, members, required);
        };
    }

    static PayloadShape listOf(PayloadShape element) {
        return (value, findings) -> {
            List<Object> elements = new ArrayList<>();
            for (Value each : ObjectFields.elements(value, findings)) {
                Object read = element.read(each, findings);
                if (read != null) {
                    elements.add(read);
                }
            }
            return elements;
        };
    }

    /** The members of these names that are there, each as its shape says; others are ignored. */
    static Map<String, @Nullable Object> read(
            ObjectFields fields, Map<String, PayloadShape> members, Set<String> required) {
        required.forEach(fields::required);
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        members.forEach((name, shape) -> {
            Value value = fields.value(name);
            Object read = value == null ? null : shape.read(value, fields.findings());
            if (read != null) {
                payload.put(name, read == NULL ? null : read);
            }
        });
        return payload;
    }
}
