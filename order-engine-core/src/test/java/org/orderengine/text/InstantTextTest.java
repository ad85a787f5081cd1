package org.orderengine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.Tuple;
import net.jqwik.api.Combinators;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Property
    void instants_are_written_as_the_platform_writes_them(@ForAll("instants") Instant instant) {
        char[] target = new char[InstantText.LONGEST];
        int length = InstantText.write(instant, target);

        assertThat(length < 0 ? instant.toString() : new String(target, 0, length))
                .isEqualTo(instant.toString());
    }

    @Property
    void what_the_platform_writes_is_read(@ForAll("instants") Instant instant) {
        assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T10:00:00.1Z",
                "2024-02-29T00:00:00Z",
                "2025-03-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2025-03-01T10:00:00.123456789Z",
                "2025-03-01T10:00:00.12345678Z",
                "+12025-03-01T10:00:00Z"
            })
    void other_ways_to_write_an_instant_are_read_as_the_platform_reads_them(String text) {
        assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2025",
                "2025-02-29T00:00:00Z",
                "2025-13-01T00:00:00Z",
                "2025-00-01T00:00:00Z",
                "2025-01-00T00:00:00Z",
                "2025-01-01T25:00:00Z",
                "2025-01-01T00:60:00Z",
                "2025-01-01T00:00:00",
                "2025-01-01 00:00:00Z",
                "2025-01-01T00:00:00.1234567890Z",
                "2x25-01-01T00:00:00Z",
                "-025-01-01T00:00:00Z",
                "2025-01-01T00:00:00,5Z"
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeException.class);
    }

    @Provide
    static Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1_600_000_000L, 2_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())));
        Arbitrary<Integer> steps = Arbitraries.of(1_000_000_000, 1_000_000, 1_000, 1);
        Arbitrary<Integer> nanos = Arbitraries.integers().between(0, 999_999_999);
        return Combinators.combine(seconds, steps, nanos)
                .as((second, step, nano) -> Instant.ofEpochSecond(second, nano / step * step));
    }
}
