package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.Stock;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Money;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.LosingGateway;
import org.orderengine.testkit.MoneyMovement;
import org.orderengine.testkit.MoneyMovement.Kind;

/** The contracts of gateways and inventories find each of these faults, by the rule that forbids it. */
class AdapterSharpnessTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    /** A gateway that passes everything on, to be overridden by one that has a fault. */
    private static class Passing implements PaymentGateway {
        private final PaymentGateway gateway;

        Passing(PaymentGateway gateway) {
            this.gateway = gateway;
        }

        @Override
        public EffectResult authorize(AuthorizePayment request, CallContext call) {
            return gateway.authorize(request, call);
        }

        @Override
        public EffectResult capture(CapturePayment request, CallContext call) {
            return gateway.capture(request, call);
        }

        @Override
        public EffectResult voidAuthorization(VoidPayment request, CallContext call) {
            return gateway.voidAuthorization(request, call);
        }

        @Override
        public EffectResult refund(RefundPayment request, CallContext call) {
            return gateway.refund(request, call);
        }

        @Override
        public EffectResult query(Charge request, CallContext call) {
            return gateway.query(request, call);
        }
    }

    /** The contract of gateways, tried on a fake one behind an adapter. */
    private static final class TriedGateway extends PaymentGatewayContract {
        private final FakePaymentGateway provider =
                new FakePaymentGateway().answer("stolen-card", Operation.AUTHORIZE, Answer.DECLINED);
        private final AtomicBoolean losing = new AtomicBoolean();
        private final PaymentGateway adapter;
        private final boolean inPart;

        TriedGateway(UnaryOperator<PaymentGateway> adapter, boolean inPart) {
            this.adapter = adapter.apply(new LosingGateway(provider, losing));
            this.inPart = inPart;
        }

        @Override
        protected PaymentGateway gateway() {
            return adapter;
        }

        @Override
        protected String approvedMethod() {
            return "card";
        }

        @Override
        protected String declinedMethod() {
            return "stolen-card";
        }

        @Override
        protected Money amount(long minorUnits) {
            return Money.ofMinor(EUR, minorUnits);
        }

        @Override
        protected boolean capturesInPart() {
            return inPart;
        }

        @Override
        protected void loseNextAnswer() {
            losing.set(true);
        }

        @Override
        protected Money held(String orderId) {
            Money held = sum(orderId, Kind.AUTHORIZED);
            return held.isZero() ? held : held.minus(sum(orderId, Kind.VOIDED)).minus(sum(orderId, Kind.CAPTURED));
        }

        @Override
        protected Money captured(String orderId) {
            return sum(orderId, Kind.CAPTURED);
        }

        @Override
        protected Money refunded(String orderId) {
            return sum(orderId, Kind.REFUNDED);
        }

        private Money sum(String orderId, Kind... kinds) {
            return provider.movements().stream()
                    .filter(movement -> movement.orderId().equals(orderId)
                            && Arrays.asList(kinds).contains(movement.kind()))
                    .map(MoneyMovement::amount)
                    .reduce(Money::plus)
                    .orElse(Money.zero(EUR));
        }
    }

    private static CallContext underAnotherKey(CallContext call) {
        return new CallContext(
                call.orderId(), call.idempotencyKey() + "#" + call.attempt(), call.deadline(), call.attempt());
    }

    private static List<String> failures(UnaryOperator<PaymentGateway> adapter) {
        return failures(PaymentGatewayContract.class, () -> new TriedGateway(adapter, true));
    }

    @Test
    void a_sound_gateway_keeps_the_contract() {
        assertThat(failures(gateway -> gateway)).isEmpty();
    }

    @Test
    void a_gateway_that_authorizes_again_under_a_new_key_is_found() {
        assertThat(failures(gateway -> new Passing(gateway) {
                    @Override
                    public EffectResult authorize(AuthorizePayment request, CallContext call) {
                        return super.authorize(request, call.attempt() > 1 ? underAnotherKey(call) : call);
                    }
                }))
                .contains("g1_a_second_authorization_with_the_same_key_is_the_same_hold");
    }

    @Test
    void a_gateway_that_captures_all_that_was_authorized_is_found() {
        assertThat(failures(gateway -> new Passing(gateway) {
                    private Money authorized = Money.zero(EUR);

                    @Override
                    public EffectResult authorize(AuthorizePayment request, CallContext call) {
                        authorized = request.amount();
                        return super.authorize(request, call);
                    }

                    @Override
                    public EffectResult capture(CapturePayment request, CallContext call) {
                        return super.capture(
                                new CapturePayment(
                                        request.payment(), request.method(), authorized, request.reference()),
                                call);
                    }
                }))
                .contains("g8_a_capture_takes_what_it_is_asked_to_take_and_no_more");
    }

    @Test
    void a_gateway_that_authorizes_in_another_currency_is_found() {
        assertThat(failures(gateway -> new Passing(gateway) {
                    @Override
                    public EffectResult authorize(AuthorizePayment request, CallContext call) {
                        Money yen = Money.ofMinor(
                                Currency.getInstance("JPY"), request.amount().minorUnits());
                        return super.authorize(
                                new AuthorizePayment(request.payment(), request.method(), yen, request.reference()),
                                call);
                    }
                }))
                .contains("g9_an_amount_is_moved_in_its_currency");
    }

    @Test
    void a_gateway_that_takes_a_timeout_for_a_failure_is_found() {
        assertThat(failures(gateway -> new Passing(gateway) {
                    @Override
                    public EffectResult authorize(AuthorizePayment request, CallContext call) {
                        return failedWhenLost(super.authorize(request, call));
                    }

                    @Override
                    public EffectResult capture(CapturePayment request, CallContext call) {
                        return failedWhenLost(super.capture(request, call));
                    }

                    private static EffectResult failedWhenLost(EffectResult answer) {
                        return answer instanceof EffectResult.Unknown ? EffectResult.failed("timeout") : answer;
                    }
                }))
                .contains(
                        "g10_an_authorization_whose_answer_is_lost_is_unknown_and_found_by_a_query",
                        "g10_a_capture_and_a_refund_whose_answers_are_lost_are_unknown_and_found_by_a_query");
    }

    @Test
    void a_gateway_that_captures_in_part_against_its_word_is_found() {
        assertThat(failures(PaymentGatewayContract.class, () -> new TriedGateway(gateway -> gateway, false)))
                .contains("g8_a_capture_takes_what_it_is_asked_to_take_and_no_more");
    }

    /** An inventory without backorders that passes everything on, to be overridden by one that has a fault. */
    private static class Shelves implements InventoryService {
        private final FakeInventory inventory = new FakeInventory();

        @Override
        public EffectResult reserve(ReserveStock request, CallContext call) {
            return inventory.reserve(request.policy() == ReservePolicy.BACKORDER ? wholly(request) : request, call);
        }

        static ReserveStock wholly(ReserveStock request) {
            return new ReserveStock(request.lines(), ReservePolicy.ALL_OR_NOTHING, request.location());
        }

        @Override
        public EffectResult release(ReleaseStock request, CallContext call) {
            return inventory.release(request, call);
        }

        @Override
        public EffectResult consume(ConsumeStock request, CallContext call) {
            return inventory.consume(request, call);
        }

        @Override
        public EffectResult takeBack(TakeBackGoods request, CallContext call) {
            return inventory.takeBack(request, call);
        }

        @Override
        public EffectResult restock(RestockGoods request, CallContext call) {
            return inventory.restock(request, call);
        }

        @Override
        public @Nullable EffectResult query(Stock request, CallContext call) {
            return inventory.query(request, call);
        }
    }

    /** The contract of inventories, tried on one without backorders. */
    private static class TriedInventory extends InventoryContract {
        private final Shelves shelves;
        private int products;

        TriedInventory(Shelves shelves) {
            this.shelves = shelves;
        }

        @Override
        protected InventoryService inventory() {
            return shelves;
        }

        @Override
        protected String newProduct(long units) {
            String sku = "P" + ++products;
            shelves.inventory.stock(sku, units);
            return sku;
        }

        @Override
        protected long available(String sku) {
            return shelves.inventory.level(sku).available();
        }
    }

    private static EffectResult forgetful(EffectResult answer) {
        return answer instanceof EffectResult.Done ? EffectResult.done() : answer;
    }

    @Test
    void a_sound_inventory_without_backorders_keeps_the_contract() {
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Shelves())))
                .isEmpty();
    }

    @Test
    void an_inventory_that_forgets_what_is_missing_when_it_answers_again_is_found() {
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Shelves() {
                    @Override
                    public EffectResult reserve(ReserveStock request, CallContext call) {
                        EffectResult answer = super.reserve(request, call);
                        return call.attempt() > 1 ? forgetful(answer) : answer;
                    }
                })))
                .containsExactly("i1_a_reservation_of_a_part_is_answered_again_with_what_is_missing");
    }

    @Test
    void an_inventory_whose_query_forgets_what_is_missing_is_found() {
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Shelves() {
                    @Override
                    public @Nullable EffectResult query(Stock request, CallContext call) {
                        EffectResult answer = super.query(request, call);
                        return answer == null ? null : forgetful(answer);
                    }
                })))
                .containsExactly("i8_a_query_about_a_part_names_what_is_missing");
    }

    /** An inventory that has none of the operations that one may leave out. */
    private static final class Plain extends Shelves {
        @Override
        public EffectResult reserve(ReserveStock request, CallContext call) {
            return super.reserve(wholly(request), call);
        }

        @Override
        public EffectResult takeBack(TakeBackGoods request, CallContext call) {
            return new EffectResult.Failed("this inventory takes no parcels back that did not arrive", false);
        }

        @Override
        public @Nullable EffectResult query(Stock request, CallContext call) {
            return null;
        }
    }

    @Test
    void what_an_inventory_may_leave_out_is_tried_as_left_out_where_it_says_so() {
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Plain()) {
                    @Override
                    protected boolean answersQueries() {
                        return false;
                    }

                    @Override
                    protected boolean takesBack() {
                        return false;
                    }

                    @Override
                    protected boolean holdsParts() {
                        return false;
                    }
                }))
                .isEmpty();
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Plain())))
                .as("left out without a word")
                .contains(
                        "i8_a_query_tells_what_became_of_a_call_or_there_is_none",
                        "i10_a_parcel_that_came_back_is_still_held_or_a_person_sees_to_it",
                        "i11_a_part_is_held_where_that_is_asked_for_or_nothing_is");
        assertThat(failures(InventoryContract.class, () -> new TriedInventory(new Shelves()) {
                    @Override
                    protected boolean takesBack() {
                        return false;
                    }

                    @Override
                    protected boolean holdsParts() {
                        return false;
                    }

                    @Override
                    protected boolean answersQueries() {
                        return false;
                    }
                }))
                .as("there against its word")
                .contains(
                        "i8_a_query_tells_what_became_of_a_call_or_there_is_none",
                        "i10_a_parcel_that_came_back_is_still_held_or_a_person_sees_to_it",
                        "i11_a_part_is_held_where_that_is_asked_for_or_nothing_is");
    }

    private interface Trials {
        Object open();
    }

    /** The names of a contract's tests that fail, each tried on an instance of its own. */
    private static List<String> failures(Class<?> contract, Trials trials) {
        List<String> failed = new ArrayList<>();
        for (Method test : contract.getDeclaredMethods()) {
            if (test.isAnnotationPresent(Test.class)) {
                try {
                    test.setAccessible(true);
                    test.invoke(trials.open());
                } catch (InvocationTargetException thrown) {
                    failed.add(test.getName());
                } catch (IllegalAccessException closed) {
                    throw new AssertionError(closed);
                }
            }
        }
        return failed;
    }
}
