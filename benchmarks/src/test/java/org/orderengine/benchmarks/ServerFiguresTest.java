package org.orderengine.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The programs that take figures on a server run; what they measure in a test is no figure. */
class ServerFiguresTest {

    @Test
    void engine_and_floor_live_side_by_side_on_a_durable_server() throws Exception {
        try (Server server = Server.open()) {
            ServerFigures.Pair pair = new ServerFigures(server, Duration.ofMillis(300)).measure(2);
            assertThat(pair.engine()).isPositive();
            assertThat(pair.floor()).isPositive();
        }
    }
}
