package org.orderengine.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orderengine.machine.Instance;

/**
 * An order from start to end on our machine and on others: three transitions, each with a guard and an action.
 *
 * <p>An operation is one order. Whatever a library shares between orders is made once, whatever it wants made for each order is part
 * of the operation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MachineBenchmark {

    private final Parcel parcel = new Parcel();
    private FlatMachine flat;
    private ParallelMachine parallel;
    private Stateless4jRival stateless4j;
    private ColaRival cola;
    private SquirrelRival squirrel;
    private SpringRival spring;

    /** Makes what is shared between orders. */
    @Setup(Level.Trial)
    public void share() {
        flat = new FlatMachine();
        parallel = new ParallelMachine();
        stateless4j = new Stateless4jRival();
        cola = new ColaRival();
        squirrel = new SquirrelRival();
        spring = new SpringRival();
    }

    /** Our machine, one active state at a time. */
    @Benchmark
    public Instance<Stage> orderEngineFlat() {
        parcel.reset();
        return flat.run(parcel);
    }

    /** Our machine, with nested states in two regions. */
    @Benchmark
    public Instance<String> orderEngineParallel() {
        parcel.reset();
        return parallel.run(parcel);
    }

    /** A switch. */
    @Benchmark
    public Stage handWritten() {
        parcel.reset();
        return HandWrittenRival.run(parcel);
    }

    /** stateless4j 2.6.0. */
    @Benchmark
    public Stage stateless4j() {
        parcel.reset();
        return stateless4j.run(parcel);
    }

    /** The state machine of COLA 5.0.0. */
    @Benchmark
    public Stage cola() {
        parcel.reset();
        return cola.run(parcel);
    }

    /** squirrel-foundation 0.3.10. */
    @Benchmark
    public Stage squirrel() {
        parcel.reset();
        return squirrel.run(parcel);
    }

    /** Spring Statemachine 4.0.0. */
    @Benchmark
    public Stage springStatemachine() {
        parcel.reset();
        return spring.run(parcel);
    }

    /** The order of the last operation. */
    Parcel parcel() {
        return parcel;
    }
}
