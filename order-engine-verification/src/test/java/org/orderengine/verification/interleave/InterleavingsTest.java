package org.orderengine.verification.interleave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterleavingsTest {

    /** A number that is read and written by separate calls. */
    interface Register {
        int get();

        void set(int value);
    }

    private static final class Plain implements Register {
        private int value;

        @Override
        public int get() {
            return value;
        }

        @Override
        public void set(int next) {
            value = next;
        }
    }

    /** Commands that each add one, by reading and writing. */
    private record Adding(Register register, int adders, Map<Integer, Integer> sums, boolean strict) implements Story {

        Adding(Switches switches, int adders, Map<Integer, Integer> sums, boolean strict) {
            this(switches.before(Register.class, new Plain()), adders, sums, strict);
        }

        @Override
        public Map<String, Runnable> commands() {
            Map<String, Runnable> all = new LinkedHashMap<>();
            for (int i = 1; i <= adders; i++) {
                all.put("adder " + i, () -> register.set(register.get() + 1));
            }
            return all;
        }

        @Override
        public void check() {
            int sum = register.get();
            sums.merge(sum, 1, Integer::sum);
            if (strict) {
                assertThat(sum).isEqualTo(adders);
            }
        }
    }

    @Test
    void every_way_is_gone_once() {
        Map<Integer, Integer> sums = new TreeMap<>();
        assertThat(Interleavings.of(switches -> new Adding(switches, 2, sums, false))
                        .explore())
                .isEqualTo(6);
        assertThat(sums).as("4 of 6 ways lose an addition").isEqualTo(Map.of(1, 4, 2, 2));
        assertThat(Interleavings.of(switches -> new Adding(switches, 3, sums, false))
                        .explore())
                .isEqualTo(90);
    }

    @Test
    void preemptions_are_bounded() {
        Map<Integer, Integer> sums = new TreeMap<>();
        assertThat(Interleavings.of(switches -> new Adding(switches, 3, sums, false))
                        .preemptions(0)
                        .explore())
                .isEqualTo(6);
        assertThat(sums).isEqualTo(Map.of(3, 6));
    }

    @Test
    void a_way_that_goes_wrong_is_told_call_by_call() {
        assertThatThrownBy(() -> Interleavings.of(switches -> new Adding(switches, 2, new TreeMap<>(), true))
                        .explore())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("adder 1 Register.get")
                .hasMessageContaining("adder 2 Register.set");
    }

    @Test
    void too_many_ways_are_not_taken_for_all() {
        assertThatThrownBy(() -> Interleavings.of(switches -> new Adding(switches, 3, new TreeMap<>(), false))
                        .ways(10)
                        .explore())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("more than 10 ways");
    }

    @Test
    void what_a_command_throws_is_a_finding() {
        AtomicInteger told = new AtomicInteger();
        assertThatThrownBy(() -> Interleavings.of(switches -> new Story() {
                            @Override
                            public Map<String, Runnable> commands() {
                                return Map.of("breaks", () -> {
                                    throw new IllegalArgumentException("broken");
                                });
                            }

                            @Override
                            public void check() {
                                told.incrementAndGet();
                            }
                        })
                        .explore())
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(told).hasValue(0);
    }
}
