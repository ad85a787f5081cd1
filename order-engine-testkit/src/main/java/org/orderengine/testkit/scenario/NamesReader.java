package org.orderengine.testkit.scenario;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.JsonSourceException;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** Reads the names of a host's own guards, effects and rules. */
final class NamesReader {

    private static final HostNames.Answer YES = new HostNames.Answer(null);

    private static final ValueKind<HostNames.Answer> GUARD =
            new ValueKind<>("true, or the reason why not as a text", value -> {
                if (value instanceof JsonSource.BooleanValue flag && flag.is()) {
                    return YES;
                }
                return value instanceof TextValue text && !text.text().isBlank()
                        ? new HostNames.Answer(text.text())
                        : null;
            });

    private static final ValueKind<EffectAnswer> EFFECT = ValueTypes.word(EffectAnswer.class);

    private final JsonFindings findings;

    NamesReader(JsonFindings findings) {
        this.findings = findings;
    }

    static HostNames read(String file, String text) {
        Findings findings = new Findings(file);
        HostNames names = HostNames.NONE;
        try {
            names = new NamesReader(findings).names(JsonSource.read(text));
        } catch (JsonSourceException malformed) {
            findings.add(malformed.place(), malformed.reason());
        }
        findings.throwIfAny();
        return names;
    }

    /** The names that a value holds; none where it cannot be understood. */
    HostNames names(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "$schema", "guards", "effects", "rules");
        if (fields == null) {
            return HostNames.NONE;
        }
        return new HostNames(
                named(fields, "guards", answer -> GUARD.read(answer, findings), YES),
                named(fields, "effects", this::answers, List.of()),
                named(fields, "rules", due -> ValueTypes.INSTANT.read(due, findings), Instant.EPOCH));
    }

    private List<EffectAnswer> answers(Value value) {
        return ObjectFields.elements(value, findings).stream()
                .map(each -> EFFECT.read(each, findings))
                .filter(answer -> answer != null)
                .toList();
    }

    /** What stands for each name: as the object says, or the same for each name of a list. */
    private <T> Map<String, T> named(ObjectFields fields, String kind, Function<Value, @Nullable T> read, T ofListed) {
        Map<String, T> named = new LinkedHashMap<>();
        Value value = fields.value(kind);
        if (value instanceof ListValue list) {
            for (Value each : list.elements()) {
                String name = ValueTypes.TEXT.read(each, findings);
                if (name != null) {
                    named.put(name, ofListed);
                }
            }
            return named;
        }
        ObjectFields members = value == null ? null : ObjectFields.of(value, kind, findings);
        if (members != null) {
            for (Member member : members.members()) {
                T answer = read.apply(member.value());
                if (answer != null) {
                    named.put(member.name(), answer);
                }
            }
        }
        return named;
    }
}
