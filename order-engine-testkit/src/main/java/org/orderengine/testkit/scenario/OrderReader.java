package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.PlaceOrder.RequestedLine;
import org.orderengine.model.Address;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Money;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/**
 * Reads orders to be quoted or placed. Whether they make sense, whether a sku exists or a quantity is more than zero, is the
 * engine's to say.
 */
final class OrderReader {

    private static final ValueKind<String> ANY_TEXT = ValueKind.ofText("a text", text -> text);

    private final Findings findings;
    private final ValueKind<Money> money;

    OrderReader(Findings findings, ValueKind<Money> money) {
        this.findings = findings;
        this.money = money;
    }

    Step.@Nullable Quote quote(Value value) {
        PlaceOrder order = order(value);
        return order == null ? null : new Step.Quote(order);
    }

    Step.@Nullable Place place(Value value) {
        PlaceOrder order = order(value);
        return order == null ? null : new Step.Place(order);
    }

    private @Nullable PlaceOrder order(Value value) {
        ObjectFields fields = ObjectFields.of(
                value,
                findings,
                "order",
                "buyer",
                "lines",
                "coupons",
                "points",
                "charges",
                "shipping",
                "process",
                "business",
                "channel",
                "merchant",
                "address",
                "taxNumber",
                "attributes",
                "tags",
                "promisedAt",
                "actor",
                "reason",
                "command");
        if (fields == null) {
            return null;
        }
        PlaceOrder.Builder order = PlaceOrder.of(fields.required("order", ValueTypes.TEXT, "?"))
                .buyer(fields.optional("buyer", ValueTypes.TEXT))
                .points(fields.optional("points", ValueKind.WHOLE, 0L))
                .process(fields.optional("process", ValueTypes.TEXT))
                .business(fields.optional("business", ValueTypes.TEXT))
                .channel(fields.optional("channel", ValueTypes.TEXT))
                .merchant(fields.optional("merchant", ValueTypes.TEXT))
                .deliverTo(address(fields.object("address", "country", "region", "postalCode", "city")))
                .taxNumber(fields.optional("taxNumber", ValueTypes.TEXT))
                .promisedAt(fields.optional("promisedAt", ValueTypes.INSTANT))
                .by(Actors.read(fields, findings))
                .because(fields.optional("reason", ValueTypes.TEXT))
                .commandId(fields.optional("command", ValueTypes.TEXT));
        fields.map("attributes", ANY_TEXT).forEach(order::attribute);
        fields.list("tags", ValueTypes.TEXT).forEach(order::tag);
        fields.requiredList("lines", this::line).forEach(order::line);
        fields.list("coupons", ValueTypes.TEXT).forEach(order::coupon);
        fields.list("charges", this::charge).forEach(order::charge);
        Value shipping = fields.value("shipping");
        ObjectFields delivery = shipping == null ? null : ObjectFields.of(shipping, findings, "method", "price");
        if (delivery != null) {
            order.shipping(delivery.optional("method", ValueTypes.TEXT), delivery.optional("price", money));
        }
        return order.build();
    }

    private @Nullable ChargeTerms charge(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "charge", "price", "taxCategory", "refund", "line");
        if (fields == null) {
            return null;
        }
        return new ChargeTerms(
                fields.required("charge", ValueTypes.TEXT, "?"),
                fields.required("price", money, Money.zero(ScenarioReader.NO_CURRENCY)),
                fields.optional("taxCategory", ValueTypes.TEXT),
                fields.optional("refund", ValueTypes.word(ChargeTerms.Refund.class), ChargeTerms.Refund.WITH_LAST),
                fields.optional("line", ValueTypes.TEXT));
    }

    private static @Nullable Address address(@Nullable ObjectFields fields) {
        return fields == null
                ? null
                : new Address(
                        null,
                        null,
                        List.of(),
                        fields.optional("postalCode", ValueTypes.TEXT),
                        fields.optional("city", ValueTypes.TEXT),
                        fields.optional("region", ValueTypes.TEXT),
                        fields.optional("country", ValueTypes.TEXT),
                        null,
                        null);
    }

    private @Nullable RequestedLine line(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "line", "sku", "quantity", "price", "attributes");
        if (fields == null) {
            return null;
        }
        return new RequestedLine(
                fields.optional("line", ValueTypes.TEXT),
                fields.required("sku", ValueTypes.TEXT, "?"),
                fields.required("quantity", ValueTypes.QUANTITY, BigDecimal.ONE),
                fields.optional("price", money),
                fields.map("attributes", ANY_TEXT));
    }
}
