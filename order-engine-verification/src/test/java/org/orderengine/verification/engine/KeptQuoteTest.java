package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.Accept;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Money;
import org.orderengine.policy.LatePayment;
import org.orderengine.testkit.FakeCatalog;

/** A kept quote: priced and dated, without stock, and placed at its price once it is accepted. */
class KeptQuoteTest {

    private static final String ID = "q-1";

    private final AtomicReference<FakeCatalog> catalog = new AtomicReference<>(catalog("100.00"));
    private final TestShop shop =
            new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                    .latePayment(LatePayment.REINSTATE)
                    .catalog((skus, origin) ->
                            Objects.requireNonNull(catalog.get()).products(skus, origin)));

    @Test
    void a_quote_is_placed_at_its_price_though_the_catalog_has_another_meanwhile() {
        quote();
        assertThat(shop.inventory.held(ID)).isZero();
        catalog.set(catalog("150.00"));

        assertThat(shop.act(ID, "accept")).isInstanceOf(Outcome.Accepted.class);

        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("200.00"));
        assertThat(shop.inventory.held(ID)).isEqualTo(2);
        Invariants.hold(shop, ID);
    }

    @Test
    void a_quote_whose_time_is_over_is_not_accepted_before_its_timer_fires_either() {
        quote();
        shop.clock.advance(Duration.ofDays(14));

        Outcome late = shop.act(ID, "accept");

        assertThat(((Outcome.Rejected) late).code()).isEqualTo("acceptance-over");
        assertThat(shop.state(ID)).isEqualTo("quoted");
        shop.advance(Duration.ofMinutes(1));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void money_for_a_quote_is_booked_and_hands_nothing_over_and_goes_back_where_the_quote_ended() {
        quote();
        received("r-1", "200.00");
        assertThat(shop.state(ID)).isEqualTo("quoted");
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));

        shop.advance(Duration.ofDays(15));
        received("r-2", "200.00");

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("400.00"));
        Invariants.hold(shop, ID);
    }

    @Test
    void a_part_of_a_quote_is_accepted_and_the_rest_taken_off() {
        quote();

        shop.execute(Accept.on(ID).line("1", 1).build());

        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("100.00"));
        assertThat(shop.inventory.held(ID)).isEqualTo(1);
        Invariants.hold(shop, ID);
    }

    private void quote() {
        shop.inventory.stock("BED", 10);
        shop.execute(PlaceOrder.of(ID).process("kept-quote").line("BED", 2).build());
        assertThat(shop.state(ID)).isEqualTo("quoted");
    }

    private void received(String reference, String amount) {
        Money money = eur(amount);
        shop.gateway.receive(ID, null, "transfer", money, reference);
        shop.execute(Action.on(ID, "payment-received")
                .amount(money)
                .set("reference", reference)
                .build());
    }

    private static FakeCatalog catalog(String price) {
        return new FakeCatalog().sell("BED", eur(price));
    }
}
