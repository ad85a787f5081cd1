package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.NotDoneException;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.rule.HostEffectHandler;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.verification.engine.TestShop;

/** What an adapter throws may have been done: money is asked for, everything else is called again with the same key. */
class ThrowingAdaptersTest {

    private final List<CallContext> calls = new ArrayList<>();
    private final List<CallContext> queries = new ArrayList<>();
    private Supplier<EffectResult> answer = ThrowingAdaptersTest::timeout;

    private static EffectResult timeout() {
        throw new IllegalStateException("read timed out");
    }

    private static ProcessDefinition printing() {
        return ProcessDefinition.named("printing", 1)
                .initial("printing")
                .state(
                        "printing",
                        state -> state.run("label.print").done("printed").failed("given-up"))
                .state("printed", state -> state.end())
                .state("given-up", state -> state.end())
                .build();
    }

    private TestShop printing(HostEffectHandler handler) {
        return new TestShop(builder -> builder.process(printing()).effect("label.print", handler));
    }

    /** A gateway whose first capture is done and throws. */
    private record LateGateway(PaymentGateway gateway, List<String> operations, List<Effect.Charge> asked)
            implements PaymentGateway {

        @Override
        public EffectResult authorize(Effect.AuthorizePayment request, CallContext call) {
            operations.add("authorize");
            return gateway.authorize(request, call);
        }

        @Override
        public EffectResult capture(Effect.CapturePayment request, CallContext call) {
            boolean first = !operations.contains("capture");
            operations.add("capture");
            EffectResult answer = gateway.capture(request, call);
            return first ? timeout() : answer;
        }

        @Override
        public EffectResult voidAuthorization(Effect.VoidPayment request, CallContext call) {
            return gateway.voidAuthorization(request, call);
        }

        @Override
        public EffectResult refund(Effect.RefundPayment request, CallContext call) {
            return gateway.refund(request, call);
        }

        @Override
        public EffectResult query(Effect.Charge request, CallContext call) {
            operations.add("query");
            asked.add(request);
            return gateway.query(request, call);
        }
    }

    private EffectResult print(CallContext call) {
        calls.add(call);
        return answer.get();
    }

    private EffectResult ask(CallContext call, EffectResult said) {
        queries.add(call);
        return said;
    }

    private static OwedEffect owed(TestShop shop) {
        return shop.order("o").flow().effects().get(0);
    }

    private static ParkedEffect parked(TestShop shop) {
        return shop.engine
                .orders()
                .parked(OrderCriteria.ALL, null, 10)
                .effects()
                .get(0);
    }

    @Test
    void money_is_asked_for_and_not_repeated_until_the_provider_says_that_nothing_was_done() {
        List<String> operations = new ArrayList<>();
        List<Effect.Charge> asked = new ArrayList<>();
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new LateGateway(self.gateway, operations, asked)));
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        assertThat(shop.state("o")).isEqualTo("paying");
        assertThat(Objects.requireNonNull(owed(shop).problem()).code()).isEqualTo("outcome-unknown");

        shop.advance(Duration.ofMinutes(2));

        assertThat(shop.state("o")).isEqualTo("paid");
        assertThat(operations).containsExactly("authorize", "capture", "query");
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request).isInstanceOf(Effect.CapturePayment.class);
            assertThat(request.payment()).isEqualTo("p1");
            assertThat(request.method()).isEqualTo("card");
            assertThat(request.reference()).isNotNull();
            assertThat(request.amount())
                    .isEqualTo(shop.order("o").books().payments().get(0).captured());
        });
        assertThat(shop.gateway.captured(eur("0.00").currency()))
                .isEqualTo(shop.order("o").totals().total());
    }

    @Test
    void everything_else_is_called_again_with_the_same_key_and_each_call_counts() {
        TestShop shop = printing((order, call) -> print(call));
        shop.execute(threeLines("o"));
        assertThat(owed(shop).status()).isEqualTo(OwedEffect.Status.UNKNOWN);
        shop.advance(Duration.ofMinutes(5));
        answer = EffectResult::done;
        shop.advance(Duration.ofMinutes(30));

        assertThat(shop.state("o")).isEqualTo("printed");
        assertThat(calls).hasSizeGreaterThan(3);
        assertThat(calls).extracting(CallContext::idempotencyKey).containsOnly("o/1.1");
        for (int i = 0; i < calls.size(); i++) {
            assertThat(calls.get(i).attempt()).isEqualTo(i + 1);
        }
    }

    @Test
    void what_stays_unknown_is_left_to_a_person_with_every_call_counted_and_never_given_up_as_failed() {
        TestShop shop = printing((order, call) -> print(call));
        shop.execute(threeLines("o"));
        shop.advance(Duration.ofDays(3));

        assertThat(shop.state("o")).isEqualTo("printing");
        assertThat(parked(shop).code()).isEqualTo("outcome-unknown");
        assertThat(parked(shop).attempts()).isEqualTo(calls.size());
    }

    @Test
    void only_what_says_that_nothing_was_done_is_failed() {
        answer = () -> {
            throw new NotDoneException("no paper");
        };
        TestShop shop = printing((order, call) -> print(call));
        shop.execute(threeLines("o"));

        assertThat(owed(shop).status()).isEqualTo(OwedEffect.Status.OWED);
        Problem problem = Objects.requireNonNull(owed(shop).problem());
        assertThat(problem.code()).isEqualTo("service-failed");
        assertThat(problem.message()).contains("no paper");
        shop.advance(Duration.ofDays(3));
        assertThat(shop.state("o")).isEqualTo("given-up");
    }

    @Test
    void what_is_done_once_is_left_to_a_person_where_nobody_can_be_asked() {
        TestShop shop =
                printing(HostEffectHandler.of((order, call) -> print(call)).once());
        shop.execute(threeLines("o"));
        shop.advance(Duration.ofDays(3));

        assertThat(calls).hasSize(1);
        assertThat(parked(shop).code()).isEqualTo("outcome-unknown");
        assertThat(parked(shop).attempts()).isEqualTo(1);
    }

    @Test
    void what_is_done_once_is_asked_for_where_somebody_knows() {
        TestShop shop = printing(HostEffectHandler.of((order, call) -> print(call))
                .once((order, call) -> ask(call, EffectResult.done())));
        shop.execute(threeLines("o"));
        shop.advance(Duration.ofMinutes(2));

        assertThat(shop.state("o")).isEqualTo("printed");
        assertThat(calls).hasSize(1);
        assertThat(queries).singleElement().satisfies(query -> {
            assertThat(query.idempotencyKey()).isEqualTo(calls.get(0).idempotencyKey());
            assertThat(query.attempt()).isEqualTo(2);
        });
    }

    @Test
    void a_call_and_its_queries_are_counted_alike() {
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(self.gateway, (operation, call, gateway) -> {
                    if (operation.equals("authorize")) {
                        return gateway.get();
                    }
                    calls.add(call);
                    return EffectResult.unknown("nobody knows");
                })));
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        shop.advance(Duration.ofDays(3));

        assertThat(calls).as("one capture and six queries").hasSize(7);
        assertThat(parked(shop).attempts()).isEqualTo(7);
        assertThat(calls).extracting(CallContext::attempt).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void a_query_that_throws_says_nothing_of_the_call_whatever_it_throws() {
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(self.gateway, (operation, call, gateway) -> {
                    calls.add(call);
                    if (operation.equals("authorize")) {
                        return timeout();
                    }
                    throw new NotDoneException("the provider was not reached");
                })));
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        shop.advance(Duration.ofDays(3));

        assertThat(shop.gateway.calls()).isEmpty();
        assertThat(parked(shop).code()).isEqualTo("outcome-unknown");
        assertThat(parked(shop).attempts()).isEqualTo(calls.size());
        shop.execute(Action.on("o", "cancel").build());
        assertThat(shop.state("o")).as("cancelled only once it is known").isEqualTo("paying");
    }

    @Test
    void three_calls_in_a_row_that_throw_the_same_open_the_circuit_of_the_service() {
        TestShop shop = printing((order, call) -> print(call));
        for (int i = 0; i < 20; i++) {
            shop.execute(threeLines("o-" + i));
        }
        assertThat(calls).hasSize(3);
    }
}
