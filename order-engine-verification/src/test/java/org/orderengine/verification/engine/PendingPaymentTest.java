package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.Effect;
import org.orderengine.engine.Outcome;
import org.orderengine.model.BuyerStep;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.ServiceCall;

/** A payment that the buyer completes at the provider's page. */
class PendingPaymentTest {

    private final TestShop shop = new TestShop();

    private Outcome pay() {
        shop.gateway.answer(Operation.AUTHORIZE, Answer.PENDING);
        shop.execute(threeLines("o"));
        return shop.act("o", "pay");
    }

    private OwedEffect owed() {
        return shop.order("o").flow().effects().get(0);
    }

    private long queries() {
        return shop.gateway.calls().stream().filter(ServiceCall::isQuery).count();
    }

    @Test
    void the_outcome_has_what_the_buyer_needs_and_no_history_text_or_log_has() {
        Outcome.Accepted outcome = (Outcome.Accepted) pay();

        BuyerStep step =
                Objects.requireNonNull(outcome.order().flow().effects().get(0).buyerStep());
        assertThat(step.data()).containsKey("redirect");
        assertThat(owed().buyerStep()).as("as it is stored").isEqualTo(step);
        String secret = "pay.example";
        assertThat(outcome.toString()).doesNotContain(secret);
        assertThat(shop.order("o").toString()).doesNotContain(secret);
        assertThat(shop.engine.orders().timeline("o").toString()).doesNotContain(secret);
        for (HistoryRow row : shop.store.history("o", 1, 100)) {
            assertThat(new String(row.events().bytes(), StandardCharsets.UTF_8)).doesNotContain(secret);
        }
    }

    @Test
    void nobody_is_asked_before_the_end_and_then_once_and_who_has_not_come_has_left() {
        pay();
        Instant until = shop.clock.instant().plus(Duration.ofHours(1));
        assertThat(owed().due()).isEqualTo(until);
        shop.advance(Duration.ofMinutes(59));
        assertThat(queries()).isZero();

        shop.advance(Duration.ofMinutes(1));

        assertThat(queries()).isEqualTo(1);
        assertThat(shop.state("o")).isEqualTo("created");
        assertThat(shop.order("o").books().payments().get(0).state()).isEqualTo("declined");
        assertThat(shop.engine.orders().timeline("o").toString()).contains("buyer-left");
        assertThat(shop.order("o").flow().effects()).isEmpty();
        assertThat(shop.gateway.calls()).extracting(ServiceCall::request).last().isInstanceOf(Effect.VoidPayment.class);
        Invariants.hold(shop, "o");
    }

    @Test
    void an_engine_whose_buyers_take_their_time_is_well() {
        pay();
        shop.advance(Duration.ofMinutes(50));
        assertThat(shop.engine.health().isHealthy()).isTrue();
    }

    @Test
    void a_buyer_who_completed_it_without_a_notice_has_paid() {
        pay();
        shop.gateway.answer(Operation.QUERY, Answer.APPROVED);
        shop.advance(Duration.ofHours(1));
        assertThat(shop.state("o")).isEqualTo("paid");
        Invariants.hold(shop, "o");
    }

    @Test
    void the_notice_that_money_came_completes_it() {
        pay();
        shop.execute(Action.on("o", "payment-received")
                .set("payment", "p1")
                .set("reference", "tx-1")
                .build());
        assertThat(shop.state("o")).isEqualTo("paid");
        shop.advance(Duration.ofHours(2));
        assertThat(queries()).isZero();
        assertThat(shop.order("o").flow().effects()).isEmpty();
    }

    @Test
    void only_payments_may_be_pending() {
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.PENDING);
        shop.execute(threeLines("o"));
        assertThat(Objects.requireNonNull(owed().problem()).code()).isEqualTo("answer-unbookable");
    }
}
