package org.orderengine.testkit.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.model.Money;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;
import org.orderengine.source.ValueKind;

/** What goes with the built-in actions in scenarios: what their descriptions say, so that every one is known here by itself. */
final class StandardPayloads {

    private final Map<String, Map<String, PayloadShape>> byAction = new HashMap<>();
    private final ValueKind<Money> money;

    StandardPayloads(ValueKind<Money> money) {
        this.money = money;
        for (ActionDescription action : BuiltIns.names().actions()) {
            Map<String, PayloadShape> shapes = shapes(ActionDescription.COMMON);
            shapes.putAll(shapes(action.payload()));
            byAction.put(action.name(), shapes);
        }
    }

    /** What goes with that action, by key; null if it is none of the built-in ones. */
    @Nullable
    Map<String, PayloadShape> of(String action) {
        return byAction.get(action);
    }

    private Map<String, PayloadShape> shapes(List<PayloadKey> keys) {
        Map<String, PayloadShape> shapes = new LinkedHashMap<>();
        keys.forEach(key -> shapes.put(key.name(), shape(key.type())));
        return shapes;
    }

    private PayloadShape shape(PayloadType type) {
        if (type instanceof PayloadType.Plain plain) {
            return switch (plain) {
                case TEXT, REFERENCE, PROSE -> PayloadShape.of(ValueTypes.TEXT);
                case FLAG -> PayloadShape.of(ValueKind.FLAG);
                case WHOLE, COUNT -> PayloadShape.of(ValueKind.WHOLE);
                case QUANTITY, QUANTITY_OR_NONE -> PayloadShape.of(ValueTypes.QUANTITY);
                case AMOUNT -> PayloadShape.amount(money);
                case ATTRIBUTES -> FreePayload::texts;
            };
        } else if (type instanceof PayloadType.Word word) {
            return PayloadShape.of(ValueTypes.word(word.words()));
        } else if (type instanceof PayloadType.OrNull orNull) {
            return PayloadShape.orNull(shape(orNull.type()));
        } else if (type instanceof PayloadType.ListOf list) {
            return PayloadShape.listOf(shape(list.element()));
        } else if (type instanceof PayloadType.Members members) {
            return PayloadShape.object(shapes(members.keys()), required(members.keys()));
        }
        return PayloadShape.of(ValueTypes.TEXT);
    }

    private static Set<String> required(List<PayloadKey> keys) {
        Set<String> required = new HashSet<>();
        keys.stream().filter(PayloadKey::required).forEach(key -> required.add(key.name()));
        return required;
    }
}
