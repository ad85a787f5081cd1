package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** Deadlines: what an order does by itself, when, and what puts it off. */
class TimersTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void an_unpaid_order_is_cancelled() {
        shop.execute(threeLines(ID));
        shop.advance(Duration.ofMinutes(30).minusNanos(1000));
        assertThat(shop.state(ID)).isEqualTo("created");
        shop.advance(Duration.ofNanos(1000));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.inventory.held(ID)).isZero();
    }

    @Test
    void a_payment_that_is_not_known_is_asked_for_before_the_order_is_cancelled_and_wins_if_it_was_done() {
        shop.gateway.answer(Operation.QUERY, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
        loseAnAuthorization(Answer.UNKNOWN_DONE);

        shop.advance(Duration.ofMinutes(30));

        Order order = shop.order(ID);
        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(order.flow().effects()).as("asked, and not known yet").hasSize(1);
        shop.gateway.receive(ID, "p1", "card", order.totals().total(), "fake-1");
        shop.execute(Action.on(ID, "payment-received")
                .set("payment", "p1")
                .set("reference", "fake-1")
                .build());
        assertThat(shop.state(ID)).isEqualTo("paid");
        shop.advance(Duration.ofDays(2));
        assertThat(shop.state(ID)).isEqualTo("paid");
        Invariants.hold(shop, ID);
    }

    @Test
    void a_payment_that_is_not_known_is_asked_for_at_the_deadline() {
        loseAnAuthorization(Answer.UNKNOWN_DONE);
        shop.gateway.answer(Operation.QUERY, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
        Instant deadline = shop.order(ID).placedAt().plus(Duration.ofMinutes(30));

        shop.advance(Duration.ofDays(3));

        assertThat(shop.gateway.calls().stream()
                        .filter(call -> call.isQuery())
                        .map(call -> call.context().deadline().minusSeconds(10)))
                .contains(deadline);
    }

    @Test
    void a_payment_that_was_never_made_does_not_save_the_order() {
        shop.gateway.answer(Operation.QUERY, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.DECLINED);
        loseAnAuthorization(Answer.UNKNOWN);

        shop.advance(Duration.ofHours(3));

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.inventory.held(ID)).isZero();
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void a_payment_that_only_a_person_can_find_out_about_keeps_the_order_until_then() {
        Answer[] never = new Answer[8];
        Arrays.fill(never, Answer.UNKNOWN);
        shop.gateway.answer(Operation.QUERY, never);
        loseAnAuthorization(Answer.UNKNOWN);
        shop.advance(Duration.ofDays(5));
        assertThat(shop.state(ID)).isEqualTo("created");
        EffectId effect = shop.order(ID).flow().effects().get(0).id();

        shop.execute(new ResolveEffect(ID, effect, Resolution.declined("never-made", ""), "kim", "statement", null));
        shop.advance(Duration.ZERO);

        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void hold_stops_the_clock_and_resume_starts_it_where_it_stood() {
        shop.execute(threeLines(ID));
        shop.advance(Duration.ofMinutes(10));
        shop.act(ID, "hold");
        assertThat(shop.order(ID).flow().timers()).isEmpty();
        assertThat(shop.engine.orders().nextDue()).isEmpty();
        shop.advance(Duration.ofDays(100));
        Instant resumed = shop.clock.instant();

        shop.act(ID, "resume");

        assertThat(shop.order(ID).flow().timers())
                .extracting(Timer::due)
                .containsExactly(resumed.plus(Duration.ofMinutes(20)));
        assertThat(shop.order(ID).flow().frozen()).isEmpty();
        shop.advance(Duration.ofMinutes(20));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        Invariants.hold(shop, ID);
    }

    @Test
    void an_order_that_is_paid_on_hold_forgets_the_deadline_it_had() {
        shop.execute(threeLines(ID));
        shop.act(ID, "hold");
        shop.execute(Action.on(ID, "payment-received").set("reference", "tx-1").build());

        shop.act(ID, "resume");

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).flow().timers()).isEmpty();
        assertThat(shop.order(ID).flow().frozen()).isEmpty();
    }

    @Test
    void a_deadline_is_extended_by_an_action_that_stands_in_the_history() {
        shop.execute(threeLines(ID));

        Outcome extended = shop.execute(Action.on(ID, "extend")
                .set("timer", "unpaid")
                .set("by", "PT24H")
                .set("reason", "buyer called")
                .build());

        assertThat(extended.isAccepted()).isTrue();
        TimelineEntry last = shop.engine.orders().timeline(ID).get(2);
        assertThat(last.events())
                .containsExactly(
                        new Event.ActionTaken("extend", "unpaid", "buyer called"),
                        new Event.TimerMoved(
                                TimerKey.own("unpaid"),
                                shop.clock.instant().plus(Duration.ofDays(1).plusMinutes(30))));
        shop.advance(Duration.ofDays(1));
        assertThat(shop.state(ID)).isEqualTo("created");
        shop.advance(Duration.ofMinutes(30));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void a_confirmation_is_put_off_until_an_instant() {
        shop.execute(threeLines(ID));
        for (String action : new String[] {"pay", "ship", "deliver"}) {
            shop.act(ID, action);
        }
        Instant until = shop.clock.instant().plus(Duration.ofDays(20));

        shop.execute(Action.on(ID, "extend").set("until", until.toString()).build());

        assertThat(shop.order(ID).flow().timer("unconfirmed")).isNotNull().satisfies(timer -> assertThat(timer.due())
                .isEqualTo(until));
    }

    @Test
    void an_extension_that_cannot_be_is_refused_with_a_code() {
        shop.execute(threeLines(ID));
        Order before = shop.order(ID);

        assertThat(extension("none", "by", "PT1H")).isEqualTo("unknown-timer");
        assertThat(extension("unpaid", "by", "soon")).isEqualTo("bad-payload");
        assertThat(extension("unpaid", "until", "tomorrow")).isEqualTo("bad-payload");
        assertThat(extension("unpaid", "by", "PT-1H")).isEqualTo("deadline-out-of-bounds");
        assertThat(extension("unpaid", "by", "P91D")).isEqualTo("deadline-out-of-bounds");
        assertThat(extension("unpaid", "by", "PT999999999999H")).isIn("deadline-out-of-bounds", "bad-payload");
        assertThat(extension("unpaid", "neither", "x")).isEqualTo("unknown-payload-key");
        assertThat(shop.order(ID)).isEqualTo(before);
        assertThat(shop.engine.orders().allowed(before)).doesNotContain("extend");
    }

    @Test
    void an_order_can_have_deadlines_of_its_own() {
        shop.execute(anOrder().deadline("unpaid", Duration.ofDays(2)).build());
        shop.advance(Duration.ofHours(47));
        assertThat(shop.state(ID)).isEqualTo("created");
        shop.advance(Duration.ofHours(1));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void a_deadline_can_be_an_instant() {
        Instant at = shop.clock.instant().plus(Duration.ofHours(7));
        shop.execute(anOrder().deadline("unpaid", at).build());
        assertThat(shop.order(ID).flow().timers()).extracting(Timer::due).containsExactly(at);
    }

    @Test
    void deadlines_that_cannot_be_are_refused() {
        assertThat(code(shop.execute(
                        anOrder().deadline("unpiad", Duration.ofHours(1)).build())))
                .isEqualTo("unknown-timer");
        assertThat(code(shop.execute(
                        anOrder().deadline("unpaid", Duration.ofDays(91)).build())))
                .isEqualTo("deadline-out-of-bounds");
        assertThat(code(shop.execute(
                        anOrder().deadline("unpaid", shop.clock.instant()).build())))
                .isEqualTo("deadline-out-of-bounds");
        TestShop strict = new TestShop(builder -> builder.deadlines(new DeadlinePolicy(Duration.ZERO)));
        assertThat(code(strict.execute(
                        anOrder().deadline("unpaid", Duration.ofMinutes(1)).build())))
                .isEqualTo("deadline-out-of-bounds");
        assertThat(shop.engine.orders().find(ID)).isEmpty();
    }

    private static PlaceOrder.Builder anOrder() {
        return PlaceOrder.of(ID).buyer("ann").line("LAMP", 1);
    }

    private void loseAnAuthorization(Answer answer) {
        shop.gateway.answer(Operation.AUTHORIZE, answer);
        shop.execute(threeLines(ID));
        shop.act(ID, "authorize");
        assertThat(shop.order(ID).flow().effects()).hasSize(1);
    }

    private String extension(String timer, String key, String value) {
        return code(shop.execute(
                Action.on(ID, "extend").set("timer", timer).set(key, value).build()));
    }

    private static String code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).code();
    }
}
