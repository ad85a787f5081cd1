package org.orderengine.testkit.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.GatewayAnswer;
import org.orderengine.testkit.scenario.Shop.DeliveryAnswers;
import org.orderengine.testkit.scenario.Shop.GatewayAnswers;
import org.orderengine.testkit.scenario.Shop.InventoryAnswers;

/** Reads how the services will answer. */
final class AnswersReader {

    private static final ValueKind<FakePaymentGateway.Operation> GATEWAY =
            ValueTypes.word(FakePaymentGateway.Operation.class);
    private static final ValueKind<FakeInventory.Operation> INVENTORY = ValueTypes.word(FakeInventory.Operation.class);
    private static final ValueKind<FakeDelivery.Operation> DELIVERY = ValueTypes.word(FakeDelivery.Operation.class);
    private static final ValueKind<Answer> ANSWER = ValueTypes.word(Answer.class);

    private final JsonFindings findings;
    private final ValueKind<Money> money;

    AnswersReader(JsonFindings findings, ValueKind<Money> money) {
        this.findings = findings;
        this.money = money;
    }

    @Nullable
    GatewayAnswers gateway(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "method", "on", "answers");
        if (fields == null) {
            return null;
        }
        String method = fields.optional("method", ValueTypes.TEXT);
        FakePaymentGateway.Operation on = fields.required("on", GATEWAY);
        List<GatewayAnswer> answers =
                fields.requiredList("answers", one -> gatewayAnswer().read(one, findings));
        return on == null ? null : new GatewayAnswers(method, on, answers);
    }

    /** An answer, with the amount after it where that is not what was asked: {@code approved:12.00}. */
    private ValueKind<GatewayAnswer> gatewayAnswer() {
        return new ValueKind<>(ANSWER.expected() + ", or \"approved:12.00\" for a part", value -> {
            if (!(value instanceof TextValue text) || !text.text().contains(":")) {
                Answer plain = ANSWER.reader().apply(value);
                return plain == null ? null : GatewayAnswer.of(plain);
            }
            int colon = text.text().indexOf(':');
            Answer answer = ANSWER.reader()
                    .apply(new TextValue(text.place(), text.text().substring(0, colon)));
            Money part =
                    money.reader().apply(new TextValue(text.place(), text.text().substring(colon + 1)));
            return answer == null ? null : new GatewayAnswer(answer, part);
        });
    }

    @Nullable
    InventoryAnswers inventory(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "on", "answers");
        if (fields == null) {
            return null;
        }
        FakeInventory.Operation on = fields.required("on", INVENTORY);
        List<Answer> answers = answers(fields);
        return on == null ? null : new InventoryAnswers(on, answers);
    }

    @Nullable
    DeliveryAnswers delivery(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "on", "answers");
        if (fields == null) {
            return null;
        }
        FakeDelivery.Operation on = fields.required("on", DELIVERY);
        List<Answer> answers = answers(fields);
        return on == null ? null : new DeliveryAnswers(on, answers);
    }

    private List<Answer> answers(ObjectFields fields) {
        return fields.requiredList("answers", value -> ANSWER.read(value, findings));
    }
}
