package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.ReverseQuote;
import org.orderengine.event.Event;
import org.orderengine.model.Order;

/** What an action is said to give back and to make of an order is what it gives back and makes of it. */
class QuotesAreKeptTest {

    private static final String ID = Changeable.ID;

    @Property(tries = 300)
    void a_quote_is_the_refund_and_a_dry_run_is_the_run_A8(@ForAll @LongRange(min = 0) long seed) {
        Changeable changeable = new Changeable(seed).placed();
        try {
            for (int step = 0; step < 20; step++) {
                isKept(changeable.shop, changeable.wish());
            }
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + changeable.story(), broken);
        }
    }

    private static void isKept(TestShop shop, Action action) {
        Order before = shop.order(ID);
        ReverseQuote quote = shop.engine.quoteReverse(action);
        assertThat(shop.order(ID))
                .as("a quote of %s stores nothing", action.name())
                .isEqualTo(before);
        Outcome outcome = shop.execute(action);
        if (outcome instanceof Outcome.Rejected no && no.kind() == Outcome.Kind.REFUSED) {
            assertThat(quote).isEqualTo(no);
            return;
        }
        assertThat(quote).as("A8: %s", action).isInstanceOf(ReverseQuote.Quoted.class);
        if (outcome instanceof Outcome.Rejected || isTakenBack(shop)) {
            return; // a service said no
        }
        ReverseQuote.Quoted said = (ReverseQuote.Quoted) quote;
        Order after = shop.order(ID);
        assertThat(after.totals().refunded().minus(before.totals().refunded()))
                .as("A8: refund of %s", action)
                .isEqualTo(said.refund());
        assertThat(after.totals().total())
                .as("A8: total after %s", action)
                .isEqualTo(said.order().totals().total());
        assertThat(after.books().points().returned() - before.books().points().returned())
                .as("A8: points of %s", action)
                .isEqualTo(said.pointsReturned());
    }

    /** Whether the stock for the last change was not there, so that it was taken back. */
    private static boolean isTakenBack(TestShop shop) {
        return shop.engine.orders().timeline(ID).stream()
                .skip(Math.max(0, shop.order(ID).revision() - 2))
                .anyMatch(entry -> entry.events().stream().anyMatch(event -> event instanceof Event.EffectDeclined));
    }
}
