package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.Consequences;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.Verdict;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.Timer;
import org.orderengine.process.ConsideredTransition;
import org.orderengine.process.ConsideredTransition.Standing;
import org.orderengine.process.GuardAnswer;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;

/** What an action would do, told before it is done. */
class ExplainTest {

    private final TestShop shop = new TestShop();

    @Test
    void an_action_that_would_be_accepted_names_its_transition_and_what_would_follow() {
        shop.execute(threeLines("o-1"));
        Order before = shop.order("o-1");

        ActionExplanation pay = explain("pay");

        assertThat(pay.accepted()).isTrue();
        assertThat(pay.refusal()).isNull();
        ConsideredTransition taken = pay.transition().orElseThrow();
        assertThat(taken.place()).isEqualTo("states.active.states.created.on.pay[0]");
        assertThat(taken.source()).isEqualTo("created");
        assertThat(taken.index()).isZero();
        assertThat(taken.target()).isEqualTo("paying");
        Consequences follows = follows(pay);
        assertThat(follows.transitions()).containsExactly("states.active.states.created.on.pay[0]");
        assertThat(follows.left()).containsExactly("created");
        assertThat(follows.entered()).containsExactly("paying");
        assertThat(follows.effects())
                .extracting(OwedEffect::name)
                .containsExactly("payment.authorize", "payment.capture");
        assertThat(follows.timersStopped()).extracting(Timer::name).containsExactly("unpaid");
        assertThat(follows.timersStarted()).isEmpty();
        assertThat(follows.order().position()).hasToString("paying");
        assertThat(shop.order("o-1")).as("nothing is changed by asking").isEqualTo(before);
        assertThat(shop.gateway.movements()).isEmpty();
    }

    @Test
    void the_guards_are_named_with_what_each_says() {
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        ActionExplanation part = shop.engine
                .orders()
                .explain(Action.on("o-1", "ship").line("1", 1).build());

        assertThat(part.candidates()).hasSize(2);
        assertThat(part.candidates().get(0).standing()).isEqualTo(Standing.REFUSED);
        assertThat(part.candidates().get(0).guards())
                .containsExactly(
                        new GuardAnswer("fully-paid", Verdict.yes()),
                        new GuardAnswer("nothing-open", Verdict.no("some units are not shipped")));
        assertThat(part.candidates().get(1).standing()).isEqualTo(Standing.TAKEN);
        assertThat(part.transition().orElseThrow().index()).isEqualTo(1);

        ActionExplanation whole = explain("ship");
        assertThat(whole.transition().orElseThrow().target()).isEqualTo("shipped");
        assertThat(whole.candidates().get(1).standing()).isEqualTo(Standing.NOT_ASKED);
        assertThat(whole.candidates().get(1).guards()).containsExactly(new GuardAnswer("fully-paid", null));
    }

    @Test
    void an_action_whose_guards_all_say_no_gives_each_reason() {
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        shop.execute(Action.on("o-1", "modify")
                .set("lines", List.of(Map.of("line", "1", "quantity", 3)))
                .build());

        ActionExplanation ship = explain("ship");

        assertThat(ship.accepted()).isFalse();
        assertThat(refusal(ship).code()).isEqualTo("guard-refused");
        assertThat(ship.follows()).isNull();
        assertThat(ship.candidates()).hasSize(2).allMatch(candidate -> candidate.standing() == Standing.REFUSED);
        List<GuardAnswer> guards = ship.candidates().get(0).guards();
        assertThat(guards).hasSize(2);
        assertThat(guards.get(0).verdict()).isNotNull();
        assertThat(guards.get(0).verdict().allowed()).isFalse();
        assertThat(guards.get(0).verdict().reason()).contains("outstanding");
        assertThat(guards.get(1).verdict()).isNull();
    }

    @Test
    void what_leads_on_at_once_is_followed_to_where_it_comes_to_rest() {
        shop.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
        ActionExplanation received = shop.engine
                .orders()
                .explain(Action.on("o-1", "payment-received")
                        .set("reference", "tx-1")
                        .set("amount", "3.33")
                        .build());

        assertThat(follows(received).transitions())
                .containsExactly(
                        "states.active.states.created.on.payment-received[0]",
                        "states.active.states.created.always[1]");
        assertThat(follows(received).order().position()).hasToString("paid");
    }

    @Test
    void a_timer_that_would_start_is_named_with_when_it_is_due() {
        shop.execute(threeLines("o-1"));
        List.of("pay", "ship").forEach(action -> shop.act("o-1", action));

        assertThat(follows(explain("deliver")).timersStarted()).singleElement().satisfies(timer -> {
            assertThat(timer.name()).isEqualTo("unconfirmed");
            assertThat(timer.due()).isEqualTo(shop.clock.instant().plus(Duration.ofDays(7)));
        });
    }

    @Test
    void an_operation_that_has_no_room_refuses_with_its_own_code() {
        shop.execute(threeLines("o-1"));

        ActionExplanation cancel = shop.engine
                .orders()
                .explain(Action.on("o-1", "cancel").line("1", 99).build());

        assertThat(refusal(cancel).code()).isEqualTo("quantity-exceeded");
        assertThat(cancel.transition()).isEmpty();
        assertThat(cancel.candidates())
                .extracting(ConsideredTransition::standing)
                .containsExactly(Standing.REFUSED, Standing.HELD_BACK);
    }

    @Test
    void a_busy_order_says_so_and_shows_what_is_held_back() {
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN_DONE);
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");

        assertThat(refusal(explain("ship")).code()).isEqualTo("busy");
        ActionExplanation hold = explain("hold");
        assertThat(refusal(hold).code()).isEqualTo("busy");
        assertThat(hold.candidates()).singleElement().satisfies(candidate -> {
            assertThat(candidate.source()).isEqualTo("active");
            assertThat(candidate.standing()).isEqualTo(Standing.HELD_BACK);
        });
    }

    @Test
    void an_action_that_no_state_takes_is_probably_misspelled() {
        shop.execute(threeLines("o-1"));

        assertThat(refusal(explain("cancle")).code()).isEqualTo("not-allowed");
        assertThat(refusal(explain("cancle")).message()).contains("did you mean \"cancel\"?");
        assertThat(((Outcome.Rejected) shop.act("o-1", "cancle")).message())
                .isEqualTo(refusal(explain("cancle")).message());
        assertThat(refusal(explain("ship")).message()).contains("not allowed there");
    }

    @Test
    void a_final_order_takes_nothing_but_money() {
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "cancel");

        assertThat(refusal(explain("pay")).code()).isEqualTo("order-ended");
        ActionExplanation money = shop.engine
                .orders()
                .explain(Action.on("o-1", "payment-received")
                        .set("reference", "tx-9")
                        .set("amount", "5.00")
                        .build());
        assertThat(money.accepted()).isTrue();
        assertThat(money.transition()).isEmpty();
        assertThat(follows(money).effects())
                .extracting(OwedEffect::name, OwedEffect::amount)
                .containsExactly(tuple("payment.refund", eur("5.00")));
    }

    @Test
    void money_that_was_booked_is_not_booked_again() {
        shop.execute(threeLines("o-1"));
        Action received = Action.on("o-1", "payment-received")
                .set("reference", "tx-1")
                .set("amount", "5.00")
                .build();
        shop.execute(received);

        assertThat(shop.engine.orders().explain(received).answer()).isEqualTo(ActionExplanation.Answer.TAKEN_ALREADY);
    }

    @Test
    void an_order_that_is_not_there_and_an_id_that_is_none_are_refused() {
        assertThat(refusal(shop.engine.orders().explain("nobody", "pay")).code())
                .isEqualTo("unknown-order");
        assertThat(refusal(shop.engine.orders().explain("o-1", " ")).code()).isEqualTo("bad-id");
    }

    @Test
    void an_action_priced_anew_asks_the_catalog_and_says_when_it_does_not_answer() {
        shop.execute(threeLines("o-1"));
        assertThat(follows(explain("modify")).transitions())
                .containsExactly("states.active.states.created.on.modify[0]");

        OrderEngine broken = OrderEngine.builder()
                .withoutPayments()
                .store(shop.store)
                .catalog((skus, origin) -> {
                    throw new IllegalStateException("down");
                })
                .time(shop.clock)
                .build();
        assertThat(refusal(broken.orders().explain("o-1", "modify")).code()).isEqualTo("catalog-unavailable");
    }

    @Test
    void in_parallel_states_each_region_s_transitions_are_considered() {
        OrderEngine engine = OrderEngine.builder()
                .withoutPayments()
                .catalog(new FakeCatalog().sell("A", eur("5.00")))
                .guard(
                        "vip",
                        context -> "ann".equals(context.order().origin().buyer()) ? null : "not a friend of the house")
                .process(
                        ProcessJson.read(
                                """
                        { "process": "twofold", "states": {
                            "open": { "parallel": true, "states": {
                              "one": { "states": { "a": { "on": { "go": "b" } }, "b": { "final": true } } },
                              "two": { "states": { "c": { "on": { "go": [{ "when": "vip", "to": "d" }] } },
                                                   "d": { "final": true } } } },
                              "on": { "*": {} }, "done": "over" },
                            "over": { "final": true } } }"""))
                .build();
        engine.execute(PlaceOrder.of("o-1").buyer("bob").line("A", 1).build());

        ActionExplanation go = engine.orders().explain("o-1", "go");

        assertThat(go.candidates())
                .extracting(ConsideredTransition::place, ConsideredTransition::standing)
                .containsExactly(
                        tuple("states.open.states.one.states.a.on.go[0]", Standing.TAKEN),
                        tuple("states.open.on.*[0]", Standing.TAKEN),
                        tuple("states.open.states.two.states.c.on.go[0]", Standing.REFUSED));
        assertThat(follows(go).entered()).containsExactly("b");
        assertThat(engine.orders().explain("o-1", "anything").accepted()).isTrue();
    }

    @Test
    void it_tells_people_everything_in_a_few_lines() {
        shop.execute(threeLines("o-1"));

        assertThat(explain("pay").toString())
                .isEqualTo(
                        """
                        pay on order o-1 in created: would be taken
                          states.active.states.created.on.pay[0] leads to paying: taken
                          then: paying
                          transitions: states.active.states.created.on.pay[0]
                          left: created
                          entered: paying
                          owed: payment.authorize p1 EUR 34.14, payment.capture p1 EUR 34.14
                          timers stopped: unpaid""");
        shop.act("o-1", "pay");
        assertThat(shop.engine
                        .orders()
                        .explain(Action.on("o-1", "ship").line("9", 1).build())
                        .toString())
                .startsWith("ship on order o-1 in paid: would be refused, unknown-line: ");
    }

    private ActionExplanation explain(String action) {
        return shop.engine.orders().explain("o-1", action);
    }

    private static Problem refusal(ActionExplanation explanation) {
        assertThat(explanation.accepted()).isFalse();
        return Objects.requireNonNull(explanation.refusal());
    }

    private static Consequences follows(ActionExplanation explanation) {
        return Objects.requireNonNull(explanation.follows(), explanation::toString);
    }
}
