package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;

/** One machine does for many threads at once what it does for one. */
class SharedMachineTest {

    private static final int THREADS = 8;

    @Test
    void many_threads_step_one_machine_from_cold_alike() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            MachineDefinition<String, String, Trace> definition = RandomChart.of(seed);
            Machine<String, String, Trace> machine = Machine.compile(definition, Severities.lenient());
            List<String> alone = journal(Machine.compile(definition, Severities.lenient()));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                CyclicBarrier together = new CyclicBarrier(THREADS);
                List<Future<List<String>>> journals = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    journals.add(threads.submit(() -> {
                        together.await();
                        return journal(machine);
                    }));
                }
                for (Future<List<String>> journal : journals) {
                    assertThat(journal.get(1, TimeUnit.MINUTES)).isEqualTo(alone);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<String> journal(Machine<String, String, Trace> machine) {
        List<String> journal = new ArrayList<>();
        Trace trace = new Trace(5);
        try {
            Instance<String> instance = machine.start(trace).instance();
            for (int count = 0; count < 200; count++) {
                String event = RandomChart.EVENTS.get(count * 7 / 3 % RandomChart.EVENTS.size());
                Step<String, String, Trace> step = machine.fire(instance, event, trace);
                instance = step.instance();
                journal.add(step + " " + step.microsteps());
            }
        } catch (EndlessStepException endless) {
            journal.add("endless");
        }
        journal.addAll(trace.log);
        return journal;
    }
}
