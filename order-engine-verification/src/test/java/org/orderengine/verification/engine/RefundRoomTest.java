package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.model.Money;
import org.orderengine.model.Totals;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway;

/** Refunds that fail, or whose answers are lost, while more goes back: each cent that is owed goes back once. */
class RefundRoomTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 250)
    void a_refund_that_failed_gives_its_room_back_P5_P1_P7(@ForAll @LongRange(min = 0) long seed) {
        Changeable changeable = new Changeable(seed).placed();
        Random random = new Random(seed + 1);
        TestShop shop = changeable.shop;
        try {
            for (int step = 0; step < 15; step++) {
                if (random.nextInt(3) == 0) {
                    shop.gateway.answer(
                            FakePaymentGateway.Operation.REFUND,
                            List.of(Answer.FAILED, Answer.UNKNOWN, Answer.UNKNOWN_DONE)
                                    .get(random.nextInt(3)));
                }
                shop.execute(changeable.wish());
                Invariants.hold(shop, ID);
                if (random.nextInt(4) == 0) {
                    changeable.rest();
                }
            }
            changeable.rest();
            Totals totals = shop.order(ID).totals();
            Money owedBack = totals.outstanding().negated();
            assertThat(owedBack.isPositive())
                    .as("P5: %s is owed back still", owedBack)
                    .isFalse();
            Invariants.worldEqualsTheBooks(shop, ID);
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + changeable.story(), broken);
        }
    }
}
