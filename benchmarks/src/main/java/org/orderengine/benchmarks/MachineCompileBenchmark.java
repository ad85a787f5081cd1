package org.orderengine.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.MachineBuilder;
import org.orderengine.machine.definition.MachineDefinition;

/** Verifying and compiling a definition of 200 states and 600 transitions, flat and nested in regions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MachineCompileBenchmark {

    private static final int REGIONS = 10;
    private static final int STATES_PER_REGION = 19;

    private final MachineDefinition<String, String, Parcel> flat = flat();
    private final MachineDefinition<String, String, Parcel> nested = nested();

    private static MachineDefinition<String, String, Parcel> flat() {
        MachineBuilder<String, String, Parcel> builder = MachineDefinition.named("flat");
        for (int state = 0; state < 199; state++) {
            int at = state;
            builder.state("s" + at, s -> s.on("next" + at % 20)
                    .when("funded", Parcel::isFunded)
                    .to("s" + (at + 1))
                    .on("back")
                    .to("s" + Math.max(0, at - 1))
                    .on("end")
                    .to("s199"));
        }
        return builder.finalState("s199").build();
    }

    private static MachineDefinition<String, String, Parcel> nested() {
        return MachineDefinition.<String, String, Parcel>named("nested")
                .parallel("all", all -> {
                    for (int region = 0; region < REGIONS; region++) {
                        String name = "r" + region;
                        all.state(name, inner -> {
                            for (int state = 0; state < STATES_PER_REGION; state++) {
                                int at = state;
                                inner.state(name + "." + at, s -> s.on("next")
                                        .when("funded", Parcel::isFunded)
                                        .to(name + "." + (at + 1) % STATES_PER_REGION)
                                        .on("back")
                                        .to(name + "." + Math.max(0, at - 1)));
                            }
                        });
                    }
                    all.on("end").to("done");
                })
                .finalState("done")
                .build();
    }

    /** Two hundred states side by side. */
    @Benchmark
    public Machine<String, String, Parcel> flat200() {
        return Machine.compile(flat);
    }

    /** Two hundred states in ten regions. */
    @Benchmark
    public Machine<String, String, Parcel> nested200() {
        return Machine.compile(nested);
    }
}
