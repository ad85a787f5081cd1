package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.orders.ParkedSlice;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** What a person can do about parked effects. */
class ParkedEffectsTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void an_effect_that_waits_for_a_person_is_listed_with_why_and_since_when() {
        parkACapture(Answer.UNKNOWN_DONE);
        shop.execute(threeLines("o-2"));

        ParkedSlice slice = shop.engine.orders().parked(OrderCriteria.ALL, null, 10);

        assertThat(slice.effects()).singleElement().satisfies(parked -> {
            assertThat(parked.orderId()).isEqualTo(ID);
            assertThat(parked.effect().name()).isEqualTo("payment.capture");
            assertThat(parked.code()).isEqualTo("outcome-unknown");
            assertThat(parked.since())
                    .isBefore(shop.clock.instant())
                    .isAfter(shop.order(ID).placedAt());
            assertThat(parked.attempts()).as("one call and six questions").isEqualTo(7);
        });
        assertThat(slice.next()).isNull();
    }

    @Test
    void the_list_goes_on_behind_its_cursor() {
        for (int i = 1; i <= 3; i++) {
            park("o-" + i, Answer.UNKNOWN);
        }

        ParkedSlice first = shop.engine.orders().parked(OrderCriteria.ALL, null, 2);
        ParkedSlice second = shop.engine.orders().parked(OrderCriteria.ALL, first.next(), 2);

        assertThat(first.effects()).hasSize(2);
        assertThat(second.effects()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    @Test
    void done_books_what_happened_and_the_order_goes_on() {
        parkACapture(Answer.UNKNOWN_DONE);

        assertThat(resolve(Resolution.done("ch-1"))).isInstanceOf(Outcome.Accepted.class);

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertNothingIsParked();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void declined_undoes_what_the_busy_state_did_and_leaves_it_the_way_of_a_no() {
        parkACapture(Answer.UNKNOWN);

        resolve(Resolution.declined("never-charged", "The provider's statement has no such charge"));

        Order order = shop.order(ID);
        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(order.totals().authorized()).isEqualTo(eur("0.00"));
        assertNothingIsParked();
        assertThat(shop.act(ID, "pay")).isInstanceOf(Outcome.Accepted.class);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void reverse_books_what_happened_and_gives_it_back() {
        parkACapture(Answer.UNKNOWN_DONE);

        resolve(Resolution.reverse("ch-1"));

        Order order = shop.order(ID);
        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(order.totals().captured())
                .isEqualTo(order.totals().refunded())
                .isEqualTo(order.totals().total());
        assertNothingIsParked();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void retry_of_an_outcome_that_is_not_known_asks_and_does_not_call() {
        parkACapture(Answer.UNKNOWN_DONE);
        long calls = captures();

        resolve(Resolution.retry());
        shop.advance(Duration.ZERO);

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(captures()).as("P4: calls").isEqualTo(calls);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void retry_of_an_outcome_that_stays_unknown_starts_the_schedule_anew() {
        parkACapture(Answer.UNKNOWN);
        shop.gateway.answer(Operation.QUERY, Answer.UNKNOWN);

        resolve(Resolution.retry());
        shop.advance(Duration.ZERO);

        OwedEffect effect = shop.order(ID).flow().effects().get(0);
        assertThat(effect.status()).isEqualTo(OwedEffect.Status.UNKNOWN);
        assertThat(effect.due()).isAfter(shop.clock.instant());
    }

    @Test
    void retry_of_a_refund_that_failed_for_good_calls_again_under_the_same_key() {
        parkARefund(Answer.FAILED);
        String key = lastKey();

        resolve(Resolution.retry());
        shop.advance(Duration.ZERO);

        assertThat(lastKey()).isEqualTo(key);
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertNothingIsParked();
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void a_refund_that_the_provider_declines_for_good_is_owed_anew_as_another_intent() {
        parkARefund(Answer.DECLINED);
        String key = lastKey();

        resolve(Resolution.declined("refund-expired", "The provider takes no refund under this reference any more"));
        shop.advance(Duration.ofMinutes(1));

        assertThat(lastKey()).isNotEqualTo(key);
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded())
                .isEqualTo(shop.order(ID).totals().captured());
        assertNothingIsParked();
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void a_refund_that_was_paid_out_by_hand_is_done() {
        parkARefund(Answer.DECLINED);

        resolve(Resolution.done("bank-transfer-17"));

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded())
                .isEqualTo(shop.order(ID).totals().captured());
        assertNothingIsParked();
    }

    @Test
    void nothing_undoes_a_refund() {
        parkARefund(Answer.DECLINED);
        Order before = shop.order(ID);

        assertThat(code(resolve(Resolution.reverse(null)))).isEqualTo("not-reversible");
        assertThat(shop.order(ID)).isEqualTo(before);
    }

    @Test
    void a_reservation_in_the_background_is_reversed_with_its_units() {
        shop.execute(threeLines(ID));
        never(FakeInventory.Operation.QUERY);
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.UNKNOWN_DONE);
        shop.execute(Action.on(ID, "modify")
                .set("lines", List.of(Payload.of(Map.of("line", "1", "quantity", 4L))))
                .build());
        shop.act(ID, "hold");
        shop.advance(Duration.ofDays(3));

        resolve(Resolution.reverse(null));

        assertThat(shop.order(ID).books().lines().get(0).units().cancelled()).isEqualTo(2);
        assertThat(shop.inventory.held(ID)).isEqualTo(10);
        Invariants.hold(shop, ID);
    }

    @Test
    void the_same_decision_twice_has_one_effect_and_another_under_its_id_is_refused() {
        parkACapture(Answer.UNKNOWN_DONE);
        EffectId effect = parked().effect().id();
        ResolveEffect done = new ResolveEffect(ID, effect, Resolution.done("ch-1"), "kim", "statement", "c-9");
        Outcome first = shop.execute(done);
        Order after = shop.order(ID);

        assertThat(shop.execute(done)).isEqualTo(first);
        assertThat(shop.order(ID)).isEqualTo(after);
        assertThat(code(shop.execute(
                        new ResolveEffect(ID, effect, Resolution.done("ch-2"), "kim", "statement", "c-9"))))
                .isEqualTo("command-id-reused");
    }

    @Test
    void what_cannot_be_resolved_is_refused_with_a_code() {
        parkACapture(Answer.UNKNOWN);
        EffectId effect = parked().effect().id();

        assertThat(code(shop.execute(new ResolveEffect("none", effect, Resolution.retry(), "kim", "e", null))))
                .isEqualTo("unknown-order");
        assertThat(code(shop.execute(new ResolveEffect(ID, "9.9", Resolution.retry(), "kim", "e", null))))
                .isEqualTo("unknown-effect");
        assertThat(code(shop.execute(new ResolveEffect(ID, effect, Resolution.retry(), " ", "e", null))))
                .isEqualTo("bad-id");
        assertThat(code(shop.execute(new ResolveEffect(ID, effect, Resolution.retry(), "kim", " ", null))))
                .isEqualTo("evidence-missing");
        assertThat(code(shop.execute(new ResolveEffect(ID, effect, Resolution.retry(), "kim", "x".repeat(4001), null))))
                .isEqualTo("limit-exceeded");
        resolve(Resolution.retry());
        assertThat(code(shop.execute(new ResolveEffect(ID, effect, Resolution.retry(), "kim", "e", null))))
                .isEqualTo("not-parked");
    }

    @Test
    void operator_and_evidence_stand_in_the_history_and_in_no_description() {
        parkACapture(Answer.UNKNOWN_DONE);
        ResolveEffect command = new ResolveEffect(
                ID, parked().effect().id(), Resolution.done("ch-1"), "kim", "call with Ann Smith", null);
        shop.execute(command);

        List<Event> last = shop.engine
                .orders()
                .timeline(ID)
                .get(shop.engine.orders().timeline(ID).size() - 1)
                .events();
        assertThat(last.get(0)).isInstanceOfSatisfying(Event.EffectResolved.class, resolved -> {
            assertThat(resolved.operator()).isEqualTo("kim");
            assertThat(resolved.evidence()).isEqualTo("call with Ann Smith");
            assertThat(resolved.resolution()).isEqualTo(Event.EffectResolved.Resolution.DONE);
        });
        assertThat(command + " " + last).doesNotContain("Smith").doesNotContain("kim");
    }

    private void parkACapture(Answer answer) {
        park(ID, answer);
    }

    private void park(String id, Answer answer) {
        shop.gateway.answer(Operation.CAPTURE, answer);
        Answer[] never = new Answer[6];
        Arrays.fill(never, Answer.UNKNOWN);
        shop.gateway.answer(Operation.QUERY, never);
        shop.execute(threeLines(id));
        shop.act(id, "pay");
        shop.advance(Duration.ofDays(3));
    }

    private void never(FakeInventory.Operation operation) {
        Answer[] never = new Answer[8];
        Arrays.fill(never, Answer.UNKNOWN);
        shop.inventory.answer(operation, never);
    }

    private void parkARefund(Answer answer) {
        shop.execute(threeLines(ID));
        shop.act(ID, "pay");
        Answer[] answers = new Answer[answer == Answer.DECLINED ? 1 : 9];
        Arrays.fill(answers, answer);
        shop.gateway.answer(Operation.REFUND, answers);
        shop.act(ID, "cancel");
        shop.advance(Duration.ofDays(3));
    }

    private Outcome resolve(Resolution resolution) {
        return shop.execute(
                new ResolveEffect(ID, parked().effect().id(), resolution, "kim", "statement of May 4th", null));
    }

    private ParkedEffect parked() {
        return shop.engine.orders().parked(OrderCriteria.ALL, null, 1).effects().get(0);
    }

    private void assertNothingIsParked() {
        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .isEmpty();
        assertThat(shop.order(ID).flow().effects()).isEmpty();
    }

    private long captures() {
        return shop.gateway.calls().stream()
                .filter(call -> call.request() instanceof CapturePayment)
                .count();
    }

    private String lastKey() {
        return shop.gateway
                .calls()
                .get(shop.gateway.calls().size() - 1)
                .context()
                .idempotencyKey();
    }

    private static String code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).code();
    }
}
