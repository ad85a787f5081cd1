package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.EveryStateEndsTest.ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderStore;

/**
 * Orders that rest in each state of the standard processes as they were stored before these changed in place: documents and histories that an
 * earlier build wrote. They are read, and come to an end under the processes of today.
 */
class OldOrdersEndTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A store whose orders can be taken for those of another one. */
    private static final class Switch {
        private OrderStore store = new MemoryOrderStore();
        private @Nullable OrderIndex latest;

        private OrderStore opened() {
            return (OrderStore) Proxy.newProxyInstance(
                    OrderStore.class.getClassLoader(), new Class<?>[] {OrderStore.class}, (proxy, method, given) -> {
                        if (given != null && given[0] instanceof Commit commit) {
                            latest = commit.index();
                        }
                        return method.invoke(store, given);
                    });
        }
    }

    @TestFactory
    Stream<DynamicTest> an_old_order_that_is_brought_on_ends() {
        return tests(EveryStateEndsTest::bringOn);
    }

    @TestFactory
    Stream<DynamicTest> an_old_order_that_is_cancelled_and_left_alone_ends_once_it_is_paid() {
        return tests(EveryStateEndsTest::takeBack);
    }

    private static Stream<DynamicTest> tests(Consumer<TestShop> lead) {
        return documents().stream()
                .map(old -> DynamicTest.dynamicTest(
                        old.get("process").asText() + " " + old.get("state").asText(), () -> {
                            TestShop shop = resting(old);
                            lead.accept(shop);
                            EveryStateEndsTest.assertEnded(shop);
                        }));
    }

    /** A shop whose services know of an order what its store has of an old one. */
    private static TestShop resting(JsonNode old) {
        List<String> actions = new ArrayList<>();
        old.get("actions").forEach(action -> actions.add(action.asText()));
        Switch orders = new Switch();
        TestShop shop = EveryStateEndsTest.resting(
                new TestShop(orders.opened(), TestShop::withStandardProcesses),
                new EveryStateEndsTest.Rest(
                        old.get("process").asText(), old.get("state").asText(), actions));
        orders.store = stored(old, Objects.requireNonNull(orders.latest));
        shop.restart();
        assertThat(shop.state(ID)).isEqualTo(old.get("state").asText());
        Invariants.hold(shop, ID);
        return shop;
    }

    private static OrderStore stored(JsonNode old, OrderIndex index) {
        MemoryOrderStore store = new MemoryOrderStore();
        Document document = document(old.get("document"));
        long revision = 0;
        for (JsonNode row : old.get("history")) {
            revision++;
            HistoryRow history = new HistoryRow(
                    revision, null, 0, Instant.parse(row.get("at").asText()), document(row.get("events")));
            assertThat(store.commit(new Commit(ID, revision, 0, document, index, history, true)))
                    .isEqualTo(CommitResult.COMMITTED);
        }
        return store;
    }

    private static Document document(JsonNode text) {
        byte[] bytes = text.asText().getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }

    private static List<JsonNode> documents() {
        try (InputStream in = OldOrdersEndTest.class.getResourceAsStream("resting-orders.jsonl")) {
            String lines = new String(
                    Objects.requireNonNull(in, "resting-orders.jsonl").readAllBytes(), StandardCharsets.UTF_8);
            List<JsonNode> documents = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                documents.add(JSON.readTree(line));
            }
            return documents;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
