package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Move.ARRIVE;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Move.LOSE;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Move.SEND;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Stage.DELIVERED;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Stage.PACKED;
import static org.orderengine.examples.quickstart.MachineExamplesTest.Stage.SENT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.Explanation;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Verdict;

/** The machine without orders, as the documents show it. */
class MachineExamplesTest {

    enum Stage {
        PACKED,
        SENT,
        DELIVERED
    }

    enum Move {
        SEND,
        ARRIVE,
        LOSE
    }

    /** A context: whatever guards read and actions write. */
    private static final class Parcel {

        private final int owedCents;
        private int labels;

        Parcel(int owedCents) {
            this.owedCents = owedCents;
        }

        boolean isPaid() {
            return owedCents == 0;
        }

        void label() {
            labels++;
        }
    }

    private static Machine<Stage, Move, Parcel> parcels() {
        // snippet: machine
        Machine<Stage, Move, Parcel> machine = Machine.compile(MachineDefinition.<Stage, Move, Parcel>named("parcel")
                .state(PACKED, s -> s.on(SEND)
                        .when("paid", Parcel::isPaid)
                        .does("label", Parcel::label)
                        .to(SENT))
                .state(SENT, s -> s.on(ARRIVE).to(DELIVERED).on(LOSE).to(PACKED))
                .finalState(DELIVERED)
                .build());
        // end
        return machine;
    }

    private static String send(Parcel parcel) {
        Machine<Stage, Move, Parcel> machine = parcels();
        // snippet: step
        Instance<Stage> packed = machine.start(parcel).instance();
        Step<Stage, Move, Parcel> step = machine.fire(packed, SEND, parcel);
        String answer = step.refusal().map(no -> "no: " + no.message()).orElse("now " + step.instance());
        // end
        return answer;
    }

    @Test
    void a_flat_machine_moves_or_says_why_not() {
        Parcel paid = new Parcel(0);
        assertThat(send(paid)).isEqualTo("now parcel in SENT");
        assertThat(paid.labels).isEqualTo(1);
        assertThat(send(new Parcel(250))).isEqualTo("no: not paid");
    }

    /** A context for machines that need none. */
    private record Nothing() {}

    private static Machine<String, String, Nothing> shipments() {
        // snippet: nested
        MachineDefinition<String, String, Nothing> shipment = MachineDefinition.<String, String, Nothing>named(
                        "shipment")
                .parallel("open", open -> open.deepHistory("as before", "unpaid", "shelved")
                        .state("money", money -> money.state(
                                        "unpaid", s -> s.on("pay").to("paid"))
                                .finalState("paid"))
                        .state("goods", goods -> goods.state(
                                        "shelved",
                                        s -> s.on("ship").whenIn("paid").to("gone"))
                                .finalState("gone"))
                        .on("hold")
                        .to("held")
                        .onDone()
                        .to("complete"))
                .state("held", s -> s.on("resume").to("as before"))
                .finalState("complete")
                .build();
        // end
        return Machine.compile(shipment);
    }

    @Test
    void regions_go_side_by_side_and_end_together() {
        Machine<String, String, Nothing> machine = shipments();
        Nothing none = new Nothing();
        Instance<String> open = machine.start(none).instance();
        assertThat(open.activeStates()).containsExactly("unpaid", "shelved");
        assertThat(machine.fire(open, "ship", none).refusal().orElseThrow().message())
                .isEqualTo("not in paid");

        Instance<String> paid = machine.fire(open, "pay", none).instance();
        Instance<String> held = machine.fire(paid, "hold", none).instance();
        // snippet: keep
        List<String> states = held.activeStates(); // store these two
        Map<String, List<String>> history = held.history();

        Instance<String> back = machine.instance(states, history); // and bring it back, perhaps years later
        // end
        assertThat(back).isEqualTo(held);
        Instance<String> resumed = machine.fire(back, "resume", none).instance();
        assertThat(resumed.isIn("open")).isTrue();
        assertThat(machine.fire(resumed, "pay", none).accepted()).isFalse();
        assertThat(machine.fire(resumed, "ship", none).instance().isFinished()).isTrue();
    }

    @Test
    void a_guard_gives_its_reason() {
        // snippet: reason
        Guard<Stage, Parcel> paid = Guard.check(
                "paid", parcel -> parcel.isPaid() ? Verdict.yes() : Verdict.no(parcel.owedCents + " cents are owed"));
        // end
        Machine<Stage, Move, Parcel> machine = Machine.compile(MachineDefinition.<Stage, Move, Parcel>named("parcel")
                .state(PACKED, s -> s.on(SEND).when(paid).to(DELIVERED))
                .finalState(DELIVERED)
                .build());
        Parcel parcel = new Parcel(250);
        Instance<Stage> packed = machine.start(parcel).instance();
        // snippet: explain
        Explanation<Stage, Move, Parcel> why = machine.explain(packed, SEND, parcel);
        String text = why.candidates().get(0).transition() + ": "
                + why.candidates().get(0).standing() + ", "
                + why.candidates().get(0).reason();
        // end
        assertThat(text).isEqualTo("PACKED on SEND [paid] to DELIVERED: REFUSED, 250 cents are owed");
    }

    @Test
    void a_definition_with_errors_says_all_of_them() {
        // snippet: verify
        MachineDefinition<String, String, Nothing> wrong = MachineDefinition.<String, String, Nothing>named("wrong")
                .state("open", s -> s.on("close").to("closd").on("lock").to("locked"))
                .state("locked")
                .finalState("closed")
                .build();
        List<Finding> findings = Machine.verify(wrong);
        // end
        assertThat(findings).extracting(Finding::code).containsExactly("unknown-target");
        assertThatThrownBy(() -> Machine.compile(wrong)).isInstanceOf(DefinitionException.class);
    }
}
