package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.model.Return;
import org.orderengine.model.Timer;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;

/** Returns run a small machine of their own beside the order's. */
class ReturnMachineTest {

    private final TestShop shop = new TestShop();

    @Test
    void a_return_goes_from_request_to_receipt_and_its_timers_with_it() {
        deliver(shop);
        request(shop, "r1", 2);
        assertThat(timers(shop)).containsExactly("return r1 unanswered");
        assertThat(state(shop, "r1")).isEqualTo("requested");
        shop.act("o-1", "approve-return");
        assertThat(timers(shop)).containsExactly("return r1 unsent");
        shop.act("o-1", "send-back");
        assertThat(state(shop, "r1")).isEqualTo("sent-back");
        assertThat(timers(shop)).containsExactly("return r1 lost");
        shop.act("o-1", "receive-return");
        assertThat(state(shop, "r1")).isEqualTo("received");
        assertThat(timers(shop)).isEmpty();
        assertThat(shop.order("o-1").books().returns().get(0).ended()).isTrue();
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_return_that_came_in_part_waits_for_the_rest() {
        deliver(shop);
        request(shop, "r1", 2);
        shop.act("o-1", "approve-return");
        receive(shop, "r1", 1);
        assertThat(state(shop, "r1")).isEqualTo("approved");
        receive(shop, "r1", 1);
        assertThat(state(shop, "r1")).isEqualTo("received");
    }

    @Test
    void an_action_that_the_return_does_not_take_where_it_is_is_refused_and_says_where_it_is() {
        deliver(shop);
        request(shop, "r1", 2);
        Outcome.Rejected no = rejected(act("receive-return", "r1"));
        assertThat(no.code()).isEqualTo("return-state");
        assertThat(no.message()).contains("r1 is requested");
        assertThat(no.allowed())
                .contains("approve-return", "decline-return", "withdraw-return")
                .doesNotContain("receive-return", "send-back");
        act("decline-return", "r1");
        assertThat(rejected(act("approve-return", "r1")).code()).isEqualTo("return-state");
        assertThat(rejected(act("approve-return", "r9")).code()).isEqualTo("unknown-return");
    }

    @Test
    void the_buyer_withdraws_and_may_ask_again() {
        deliver(shop);
        request(shop, "r1", 2);
        assertThat(rejected(request(shop, "r2", 1)).code()).isEqualTo("quantity-exceeded");
        act("withdraw-return", "r1");
        assertThat(state(shop, "r1")).isEqualTo("withdrawn");
        assertThat(request(shop, "r2", 1)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void a_return_that_is_never_sent_back_ends_and_what_came_of_it_stays_counted_U4() {
        deliver(shop);
        request(shop, "r1", 2);
        shop.act("o-1", "approve-return");
        receive(shop, "r1", 1);
        shop.advance(Duration.ofDays(10));
        assertThat(state(shop, "r1")).isEqualTo("approved");
        shop.advance(Duration.ofDays(21));
        assertThat(state(shop, "r1")).isEqualTo("expired");
        assertThat(shop.order("o-1").books().returns().get(0).claims("1")).isEqualTo(1);
        assertThat(shop.engine.orders().nextDue()).isEmpty();
    }

    @Test
    void goods_of_an_open_return_that_come_after_completion_are_taken_back_F2() {
        deliver(shop);
        request(shop, "r1", 2);
        shop.act("o-1", "approve-return");
        shop.act("o-1", "confirm");
        shop.act("o-1", "complete");
        assertThat(shop.engine.orders().allowed(shop.order("o-1")))
                .containsExactly("receive-return", "send-back", "withdraw-return");
        assertThat(rejected(shop.act("o-1", "request-return")).code()).isEqualTo("order-ended");
        assertThat(act("receive-return", "r1")).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.state("o-1")).isEqualTo("completed");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("23.80"));
        assertThat(rejected(act("receive-return", "r1")).code()).isEqualTo("order-ended");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void an_order_of_which_everything_came_back_ends_returned() {
        deliver(shop);
        shop.act("o-1", "request-return");
        shop.act("o-1", "approve-return");
        shop.act("o-1", "receive-return");
        assertThat(shop.state("o-1")).isEqualTo("delivered");
        shop.advance(Duration.ofDays(23));
        assertThat(shop.state("o-1")).isEqualTo("returned");
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void the_hosts_own_machine_of_returns_stands_beside_its_process() {
        ProcessDefinition own = ProcessDefinition.named("return", 1)
                .initial("asked")
                .state("asked", s -> s.on("approve-return").to("label-printed"))
                .state("label-printed", s -> s.on("scan-at-depot")
                        .when("young")
                        .to("at-depot")
                        .after("never-scanned", Duration.ofDays(3))
                        .to("closed"))
                .state("at-depot", s -> s.on("receive-return").to("closed"))
                .state("closed", s -> s.end())
                .build();
        TestShop mine = new TestShop(builder -> builder.process(
                openFor("scan-at-depot"),
                ChildProcesses.STANDARD
                        .returns(own)
                        .guard(
                                "young",
                                (context, child) -> context.now()
                                                .isAfter(context.order()
                                                        .placedAt()
                                                        .plus(Duration.ofDays(1)))
                                        ? "too late"
                                        : null)));
        deliver(mine);
        request(mine, "r1", 1);
        assertThat(state(mine, "r1")).isEqualTo("asked");
        mine.act("o-1", "approve-return");
        assertThat(timers(mine)).containsExactly("return r1 never-scanned");
        mine.act("o-1", "scan-at-depot");
        assertThat(state(mine, "r1")).isEqualTo("at-depot");
        mine.act("o-1", "receive-return");
        assertThat(state(mine, "r1")).isEqualTo("closed");
        assertThat(mine.state("o-1"))
                .as("the end of the return moved the order")
                .isEqualTo("settled");

        request(mine, "r2", 1);
        mine.execute(Action.on("o-1", "approve-return").set("return", "r2").build());
        mine.advance(Duration.ofDays(2));
        Outcome.Rejected late = rejected(mine.execute(
                Action.on("o-1", "scan-at-depot").set("return", "r2").build()));
        assertThat(late.code()).isEqualTo("return-state");
        assertThat(late.message()).contains("too late");
        mine.advance(Duration.ofDays(2));
        assertThat(state(mine, "r2")).isEqualTo("closed");
    }

    @Test
    void events_between_machines_cannot_be_sent_as_actions() {
        TestShop mine = new TestShop(builder -> builder.process(openFor("wave")));
        deliver(mine);
        assertThat(rejected(mine.act("o-1", "return-ended")).code()).isEqualTo("not-allowed");
        assertThat(mine.engine.orders().allowed(mine.order("o-1"))).doesNotContain("return-ended");
    }

    @Test
    void a_machine_of_returns_is_verified_like_a_process() {
        ProcessDefinition wrong = ProcessDefinition.named("return", 1)
                .initial("asked")
                .state("asked", s -> s.on("approve-return").when("yuong").to("closed"))
                .state("closed", s -> s.end())
                .build();
        ChildProcesses children = ChildProcesses.STANDARD.returns(wrong);
        assertThatThrownBy(() -> new TestShop(builder -> builder.process(StandardProcesses.physicalGoods(), children)))
                .isInstanceOfSatisfying(DefinitionException.class, refused -> assertThat(refused.findings())
                        .anySatisfy(finding -> assertThat(finding.code()).isEqualTo("unknown-guard")));
    }

    /** A process that takes what returns need and one more action, and moves when one of them ends. */
    private static ProcessDefinition openFor(String action) {
        return ProcessDefinition.named("open", 1)
                .initial("created")
                .state("created", s -> s.on("pay").to("paying").on("cancel").to("undoing"))
                .state("paying", s -> s.run("payment.capture").done("sold").declined("created"))
                .state("sold", s -> returns(s, action).on("return-ended").to("settled"))
                .state("settled", s -> returns(s, action).on("close").to("undoing"))
                .state("undoing", s -> s.run("reverse").done("over"))
                .state("over", s -> s.end())
                .build();
    }

    private static ProcessStateBuilder returns(ProcessStateBuilder state, String action) {
        ProcessStateBuilder all = state;
        for (String taken : List.of("ship", "deliver", "request-return", "approve-return", "receive-return", action)) {
            all = all.on(taken).stay();
        }
        return all;
    }

    private static void deliver(TestShop shop) {
        shop.execute(threeLines("o-1"));
        for (String action : List.of("pay", "ship", "deliver")) {
            assertThat(shop.act("o-1", action)).as(action).isInstanceOf(Outcome.Accepted.class);
        }
    }

    private static Outcome request(TestShop shop, String id, long lamps) {
        return shop.execute(Action.on("o-1", "request-return")
                .set("return", id)
                .line("1", lamps)
                .build());
    }

    private Outcome act(String action, String id) {
        return shop.execute(Action.on("o-1", action).set("return", id).build());
    }

    private static void receive(TestShop shop, String id, long lamps) {
        Outcome taken = shop.execute(Action.on("o-1", "receive-return")
                .set("return", id)
                .set("lines", List.of(Payload.of(Map.of("line", "1", "accepted", lamps))))
                .build());
        assertThat(taken).isInstanceOf(Outcome.Accepted.class);
    }

    private static String state(TestShop shop, String id) {
        Return returned = shop.order("o-1").books().returnOf(id);
        assertThat(returned).isNotNull();
        return returned.state();
    }

    private static List<String> timers(TestShop shop) {
        return shop.order("o-1").flow().timers().stream()
                .map(Timer::name)
                .filter(name -> name.startsWith("return "))
                .toList();
    }

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }
}
