package org.orderengine.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Customer;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.Intent;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Run;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Timer;
import org.orderengine.model.Units;

/** An order that is being paid, and its parts. */
final class OrderExamples {

    static final Instant PLACED = Instant.parse("2025-03-01T10:00:00Z");

    private static final Currency EUR = Currency.getInstance("EUR");

    private OrderExamples() {}

    static Order anOrder() {
        Flow flow = new Flow(
                new Position(List.of("paying"), Map.of(), false),
                List.of(Run.begun("paying", null)),
                List.of(capture(eur(7830))),
                List.of(new Timer("unpaid", "created", PLACED.plusSeconds(1800), 1)));
        return new Order(
                "o-1",
                new ProcessReference("physical-goods", 1),
                new Origin("ann", null, "web", null),
                Customer.UNKNOWN,
                PLACED,
                2,
                books(),
                flow);
    }

    static OwedEffect capture(Money amount) {
        return new OwedEffect(
                new EffectId(2, 1),
                Intent.money("payment.capture", "p-1", amount),
                "paying",
                OwedEffect.Progress.due(PLACED.plusMillis(500)));
    }

    static Money eur(long cents) {
        return new Money(EUR, cents);
    }

    private static Books books() {
        Line line = new Line(
                "1",
                new Item("LAMP", eur(3920), "catalog", "Desk lamp", null, "standard", null, Map.of("color", "red")),
                Units.ordered(2).reserve(2, null),
                new ReversalBasis(
                        2,
                        0,
                        eur(7840),
                        List.of(new Adjustment("spring", eur(500))),
                        List.of(new TaxShare("standard", new BigDecimal("0.20"), eur(1223))),
                        0));
        return Books.opened(
                        EUR,
                        true,
                        List.of(line),
                        Shipping.of("standard", eur(490)),
                        List.of(new Coupon("SPRING", Coupon.State.REDEEMED)))
                .withPayments(List.of(Payment.requested("p-1", "card", "requested", eur(7830))));
    }
}
