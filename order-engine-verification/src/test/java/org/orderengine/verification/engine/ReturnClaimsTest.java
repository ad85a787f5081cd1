package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.Return;

/** What can be asked back: what arrived, once. */
class ReturnClaimsTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 200)
    void returns_never_ask_for_more_than_arrived_and_for_all_of_that_U4(@ForAll @LongRange(min = 0) long seed) {
        Changeable changeable = new Changeable(seed).placed();
        for (int step = 0; step < 25; step++) {
            Order before = changeable.shop.order(ID);
            Action wish = changeable.wish();
            Outcome outcome = changeable.shop.execute(wish);
            for (Line line : changeable.shop.order(ID).books().lines()) {
                assertThat(claimed(changeable.shop.order(ID), line.id()))
                        .as("U4 of line %s after %s", line.id(), wish)
                        .isLessThanOrEqualTo(line.units().delivered());
            }
            if (wish.name().equals("request-return")
                    && changeable.shop.engine.orders().allowed(before).contains("request-return")) {
                isTakenWhereThereIsRoom(before, wish, outcome);
            }
        }
    }

    private static void isTakenWhereThereIsRoom(Order before, Action wish, Outcome outcome) {
        Object lines = wish.payload().get("lines");
        Payload asked = (Payload) ((List<?>) Objects.requireNonNull(lines)).get(0);
        String id = String.valueOf(asked.get("line"));
        long quantity = (Long) Objects.requireNonNull(asked.get("quantity"));
        Line line = Objects.requireNonNull(before.books().line(id));
        boolean room = quantity <= line.units().delivered() - claimed(before, id);
        assertThat(outcome instanceof Outcome.Accepted)
                .as("U4: %s of line %s", quantity, id)
                .isEqualTo(room);
    }

    private static long claimed(Order order, String line) {
        long claimed = 0;
        for (Return returned : order.books().returns()) {
            claimed += returned.claims(line);
        }
        return claimed;
    }
}
