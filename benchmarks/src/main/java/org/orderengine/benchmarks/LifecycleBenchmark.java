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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.orderengine.memory.MemoryOrderStore;

/**
 * Whole lives of orders per second on one thread, in memory. Each iteration begins with an empty store, for the store keeps
 * all orders. Run it on one core with {@code taskset -c 0 java -jar benchmarks/target/benchmarks.jar LifecycleBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
public class LifecycleBenchmark {

    private Lifecycle lifecycle;
    private long number;

    /** Begins with an empty store. */
    @Setup(Level.Iteration)
    public void open() {
        lifecycle = new Lifecycle(new MemoryOrderStore());
        number = 0;
    }

    /** Forgets the store. */
    @TearDown(Level.Iteration)
    public void close() {
        lifecycle.close();
    }

    /** One life of an order. */
    @Benchmark
    public void inMemory() {
        lifecycle.run(number++);
    }
}
