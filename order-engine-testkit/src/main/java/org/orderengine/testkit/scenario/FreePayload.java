package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.BooleanValue;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.NullValue;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ValueKind;

/** Reads the payload of an action of the shop's own: whatever a payload can hold. */
final class FreePayload {

    /** Deeper than this no payload goes. */
    private static final int MAX_DEPTH = 15;

    private FreePayload() {}

    /** Texts by names of the host's, null among them, or null after a finding. */
    static @Nullable Object texts(Value value, JsonFindings findings) {
        if (!(value instanceof ObjectValue object)) {
            findings.wrong("", value, "an object of texts");
            return null;
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        object.members().values().forEach(member -> {
            if (member.value() instanceof TextValue text) {
                texts.put(member.name(), text.text());
            } else if (member.value() instanceof NullValue) {
                texts.put(member.name(), null);
            } else {
                findings.wrong("", member.value(), "a text, or null to remove it");
            }
        });
        return texts;
    }

    /** What the value says, or null after a finding. */
    static @Nullable Object read(Value value, JsonFindings findings) {
        return read(value, findings, 1);
    }

    private static @Nullable Object read(Value value, JsonFindings findings, int depth) {
        if (depth > MAX_DEPTH) {
            findings.add(value.place(), "a payload is nested at most " + MAX_DEPTH + " deep");
            return null;
        } else if (value instanceof TextValue text) {
            return text.text();
        } else if (value instanceof BooleanValue flag) {
            return flag.is();
        } else if (value instanceof NumberValue) {
            return ValueKind.WHOLE.read(value, findings);
        } else if (value instanceof ListValue list) {
            List<Object> elements = new ArrayList<>();
            for (Value each : list.elements()) {
                Object read = read(each, findings, depth + 1);
                if (read != null) {
                    elements.add(read);
                }
            }
            return elements;
        } else if (value instanceof ObjectValue object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().values().forEach(member -> {
                Object read = read(member.value(), findings, depth + 1);
                if (read != null) {
                    members.put(member.name(), read);
                }
            });
            return members;
        }
        findings.add(value.place(), "a payload holds no " + value.describe());
        return null;
    }
}
