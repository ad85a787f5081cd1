package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.orders.StuckOrder;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.OrderCriteria;

/** An amount that does not fit refuses what comes up with it, whatever it is: here a rule adds one to the largest there is. */
class AmountOverflowTest {

    private final AtomicBoolean fits = new AtomicBoolean(true);

    @Test
    void an_order_is_not_placed() {
        TestShop shop = shop("first", "second");
        fits.set(false);
        assertThat(code(shop, threeLines("o-1"))).isEqualTo("amount-overflow");
        assertThat(shop.engine.orders().find("o-1")).isEmpty();
    }

    @Test
    void a_timer_that_is_fired_by_command_is_refused_and_changes_nothing() {
        TestShop shop = fallenDue();
        Order before = shop.order("o-1");
        Timer timer = before.flow().timers().get(0);
        assertThat(code(shop, new FireTimer("o-1", timer.name(), timer.epoch())))
                .isEqualTo("amount-overflow");
        assertThat(shop.order("o-1")).isEqualTo(before);
    }

    @Test
    void due_work_is_put_off_and_written_down_and_goes_on_once_it_fits_D5() {
        TestShop shop = fallenDue();
        shop.advance(Duration.ofMinutes(1));
        assertThat(stuck(shop))
                .singleElement()
                .satisfies(one -> assertThat(one.stuck().problem().code()).isEqualTo("amount-overflow"));
        assertThat(shop.engine.runDue(shop.clock.instant())).as("it is put off").isZero();

        fits.set(true);
        shop.advance(Duration.ofHours(1));
        assertThat(shop.state("o-1")).isEqualTo("second");
        assertThat(stuck(shop)).isEmpty();
    }

    /** An order whose timer is due, and leads to a state whose own timer cannot be set. */
    private TestShop fallenDue() {
        TestShop shop = shop("second", "first");
        shop.execute(threeLines("o-1"));
        fits.set(false);
        shop.clock.advance(Duration.ofHours(1));
        return shop;
    }

    private TestShop shop(String limited, String plain) {
        return new TestShop(builder -> builder.process(ProcessDefinition.named("odd", 1)
                        .initial("first")
                        .state("first", state -> state.after("go", plain.equals("first") ? "in-an-hour" : "sum")
                                .to("second"))
                        .state("second", state -> state.on("leave")
                                .to("over")
                                .after("end", limited.equals("second") ? "sum" : "in-an-hour")
                                .to("over"))
                        .state("over", state -> state.end())
                        .build())
                .rule("in-an-hour", (order, now) -> now.plus(Duration.ofHours(1)))
                .rule("sum", (order, now) -> now.plusSeconds(Math.addExact(fits.get() ? 86400 : Long.MAX_VALUE, 1))));
    }

    private static String code(TestShop shop, Command command) {
        return ((Outcome.Rejected) shop.execute(command)).code();
    }

    private static List<StuckOrder> stuck(TestShop shop) {
        return shop.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck();
    }
}
