package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.source.JsonSource.BooleanValue;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.text.Suggestion;

/**
 * Reads what a step's output must hold: text, numbers, true and false, null, lists and maps of these. Names that no output
 * has are findings.
 */
final class Expectations {

    /** The key of an object that asserts the length of a list. */
    static final String SIZE = "$size";

    /** Stands for null where a map or list cannot hold it. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final Findings findings;

    private Expectations(Findings findings) {
        this.findings = findings;
    }

    static Object read(Value value, Findings findings) {
        if (!(value instanceof ObjectValue)) {
            findings.add(value.place(), "expected an object, found " + value.describe());
        }
        return new Expectations(findings).read(value, OutputNames.STEP);
    }

    private Object read(Value value, OutputNames names) {
        if (value instanceof ObjectValue object) {
            return object.members().containsKey(SIZE) ? size(object) : members(object, names);
        } else if (value instanceof ListValue list) {
            List<Object> elements = new ArrayList<>();
            list.elements().forEach(element -> elements.add(read(element, names)));
            return elements;
        }
        return scalar(value);
    }

    private Map<String, Object> size(ObjectValue object) {
        ObjectFields fields = ObjectFields.of(object, findings, SIZE);
        return Map.of(SIZE, fields == null ? 0L : fields.required(SIZE, ValueTypes.COUNT, 0L));
    }

    private Map<String, Object> members(ObjectValue object, OutputNames names) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Member member : object.members().values()) {
            OutputNames inner = names.inner(member.name());
            if (inner == null) {
                findings.add(
                        member.place(),
                        "no output has \"" + member.name() + "\" here"
                                + Suggestion.didYouMean(member.name(), names.names()));
            } else {
                members.put(member.name(), read(member.value(), inner));
            }
        }
        return members;
    }

    private static Object scalar(Value value) {
        if (value instanceof TextValue text) {
            return text.text();
        } else if (value instanceof NumberValue number) {
            return number.number();
        } else if (value instanceof BooleanValue flag) {
            return flag.is();
        }
        return NULL;
    }
}
