package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.Money;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/**
 * Reads actions on orders. The payload of a standard action is known and checked; other actions may carry anything. The keys {@code
 * actor} and {@code dryRun} of any action belong to the step: with {@code dryRun} the action is only previewed.
 */
final class ActionReader {

    private static final List<String> OWN_KEYS = List.of("order", "action", "command", "dryRun", "actor");

    private final Findings findings;
    private final StandardPayloads standard;

    ActionReader(Findings findings, ValueKind<Money> money) {
        this.findings = findings;
        this.standard = new StandardPayloads(money);
    }

    Step.@Nullable Act act(Value value) {
        Map<String, PayloadShape> known = standard.of(actionName(value));
        List<String> keys = new ArrayList<>(OWN_KEYS);
        if (known != null) {
            keys.addAll(known.keySet());
        } else if (value instanceof ObjectValue object) {
            keys.addAll(object.members().keySet());
        }
        ObjectFields fields = ObjectFields.of(value, findings, keys);
        if (fields == null) {
            return null;
        }
        String order = fields.required("order", ValueTypes.TEXT, "?");
        String action = fields.required("action", ValueTypes.TEXT, "?");
        String command = fields.optional("command", ValueTypes.TEXT);
        Map<String, @Nullable Object> payload =
                known == null ? anything(fields, keys) : PayloadShape.read(fields, known, Set.of());
        boolean isDry = fields.optional("dryRun", ValueKind.FLAG, false);
        Actor actor = Actors.read(fields, findings);
        By by = By.of(actor == null ? Actor.SOME_SYSTEM : actor);
        return new Step.Act(new Action(order, action, Payload.of(payload), command, by), isDry);
    }

    private static String actionName(Value value) {
        return value instanceof ObjectValue object && object.get("action") instanceof TextValue name ? name.text() : "";
    }

    private Map<String, @Nullable Object> anything(ObjectFields fields, List<String> keys) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        for (String key : keys) {
            Value value = OWN_KEYS.contains(key) ? null : fields.value(key);
            Object read = value == null ? null : FreePayload.read(value, findings);
            if (read != null) {
                payload.put(key, read);
            }
        }
        return payload;
    }
}
