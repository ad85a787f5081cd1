package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.listener.EngineListener;
import org.orderengine.spi.listener.EngineListener.CommandDecided.Result;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway;

/** A host's listeners hear what the engine does, and cannot break it. */
class ListenersTest {

    private final List<Object> heard = new ArrayList<>();

    private final EngineListener listener = new EngineListener() {
        @Override
        public void commandDecided(CommandDecided decided) {
            heard.add(decided);
        }

        @Override
        public void effectPerformed(EffectPerformed performed) {
            heard.add(performed);
        }

        @Override
        public void timerFired(TimerFired fired) {
            heard.add(fired);
        }

        @Override
        public void workParked(WorkParked parked) {
            heard.add(parked);
        }

        @Override
        public void storeCalled(StoreCalled called) {
            heard.add(called);
        }
    };

    private final TestShop shop =
            new TestShop(builder -> TestShop.withStandardProcesses(builder).listener(listener));

    private <T> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void commands_are_told_with_what_became_of_them() {
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        shop.act("o", "deliver");

        assertThat(heard(EngineListener.CommandDecided.class))
                .extracting(
                        EngineListener.CommandDecided::orderId,
                        EngineListener.CommandDecided::action,
                        EngineListener.CommandDecided::result,
                        EngineListener.CommandDecided::code)
                .containsExactly(
                        tuple("o", "place", Result.ACCEPTED, null),
                        tuple("o", "pay", Result.ACCEPTED, null),
                        tuple("o", "deliver", Result.REFUSED, "not-allowed"));
        assertThat(heard(EngineListener.CommandDecided.class))
                .allSatisfy(decided -> assertThat(decided.duration()).isPositive());
    }

    @Test
    void effects_are_told_with_kind_answer_attempt_and_duration() {
        shop.execute(threeLines("o"));
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN);
        shop.act("o", "pay");
        shop.advance(Duration.ofMinutes(2));

        assertThat(heard(EngineListener.EffectPerformed.class))
                .filteredOn(performed -> performed.effect().equals("payment.capture"))
                .extracting(
                        EngineListener.EffectPerformed::isQuery,
                        EngineListener.EffectPerformed::answer,
                        EngineListener.EffectPerformed::attempt)
                .startsWith(
                        tuple(false, EngineListener.EffectPerformed.Answer.UNKNOWN, 1),
                        tuple(true, EngineListener.EffectPerformed.Answer.FAILED, 2),
                        tuple(false, EngineListener.EffectPerformed.Answer.DONE, 3));
    }

    @Test
    void timers_parked_work_and_calls_of_the_store_are_told() {
        shop.execute(threeLines("unpaid"));
        shop.advance(Duration.ofMinutes(31));
        shop.execute(threeLines("o"));
        shop.gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.DECLINED);
        shop.act("o", "pay");
        shop.act("o", "cancel");

        assertThat(heard(EngineListener.TimerFired.class))
                .containsExactly(new EngineListener.TimerFired("unpaid", "unpaid"));
        assertThat(heard(EngineListener.WorkParked.class)).singleElement().satisfies(parked -> {
            assertThat(parked.orderId()).isEqualTo("o");
            assertThat(parked.effect()).isEqualTo("payment.refund");
            assertThat(parked.code()).isEqualTo("card-declined");
        });
        assertThat(heard(EngineListener.StoreCalled.class))
                .extracting(EngineListener.StoreCalled::operation)
                .contains("load", "commit", "claimDue");
    }

    @Test
    void an_action_that_was_kept_is_told_when_it_is_kept_and_when_it_is_tried() {
        ProcessDefinition process = ProcessDefinition.named("engraving", 1)
                .initial("engraving")
                .state("engraving", state -> state.run("engrave").defer("wrap").done("engraved"))
                .state("engraved", state -> state.on("wrap").to("wrapped"))
                .state("wrapped", state -> state.end())
                .build();
        List<EffectResult> answers = new ArrayList<>(List.of(EffectResult.failed("down")));
        TestShop engraver = new TestShop(builder -> builder.process(process)
                .listener(listener)
                .effect("engrave", (order, call) -> answers.isEmpty() ? EffectResult.done() : answers.remove(0)));
        engraver.execute(threeLines("o"));
        engraver.act("o", "wrap");
        engraver.advance(Duration.ofMinutes(1));

        assertThat(engraver.state("o")).isEqualTo("wrapped");
        assertThat(heard(EngineListener.CommandDecided.class))
                .filteredOn(decided -> decided.action().equals("wrap"))
                .extracting(EngineListener.CommandDecided::result)
                .containsExactly(Result.DEFERRED, Result.ACCEPTED);
    }

    @Test
    void a_listener_that_throws_or_interrupts_breaks_no_order_and_hides_nothing_from_the_next() {
        EngineListener broken = new EngineListener() {
            @Override
            public void commandDecided(CommandDecided decided) {
                Thread.currentThread().interrupt();
                throw new StackOverflowError("deep");
            }

            @Override
            public void storeCalled(StoreCalled called) {
                throw new IllegalStateException("metrics are down");
            }
        };
        TestShop odd = new TestShop(builder ->
                TestShop.withStandardProcesses(builder).listener(broken).listener(listener));

        odd.execute(threeLines("o"));
        odd.act("o", "pay");

        assertThat(odd.state("o")).isEqualTo("paid");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(heard(EngineListener.CommandDecided.class)).hasSize(2);
    }

    @Test
    void what_a_listener_does_with_the_engine_is_not_told() {
        OrderEngine[] engine = new OrderEngine[1];
        EngineListener meddling = new EngineListener() {
            @Override
            public void commandDecided(CommandDecided decided) {
                engine[0].execute(Action.on(decided.orderId(), "hold").build());
            }
        };
        TestShop odd = new TestShop(builder ->
                TestShop.withStandardProcesses(builder).listener(meddling).listener(listener));
        engine[0] = odd.engine;

        odd.execute(threeLines("o"));

        assertThat(odd.state("o")).isEqualTo("held");
        assertThat(heard(EngineListener.CommandDecided.class)).hasSize(1);
    }
}
