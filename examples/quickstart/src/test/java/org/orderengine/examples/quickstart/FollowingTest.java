package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.FeedSlice;
import org.orderengine.feed.Subscription;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderColumn;

/** The examples of {@code docs/feed.md}. */
class FollowingTest {

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, String> search = new LinkedHashMap<>();

    @Test
    void a_search_index_follows_the_orders() {
        Product seat = Product.of("SEAT", Money.of("EUR", "20.00"));
        ProcessDefinition tickets = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("use").to("used"))
                .state("used", s -> s.end())
                .build();
        // snippet: subscribe
        Subscription index = Subscription.named("search")
                .fromBeginning()
                .where(OrderColumn.MERCHANT, "north", "south")
                .retries(20, Duration.ofSeconds(1))
                .deliver(this::index);
        OrderEngine engine = OrderEngine.builder()
                .catalog((skus, origin) -> Map.of("SEAT", seat))
                .process(tickets)
                .subscribe(index)
                .build();
        // end
        engine.execute(PlaceOrder.of("o-1").merchant("north").line("SEAT", 1).build());
        engine.execute(PlaceOrder.of("o-2").merchant("west").line("SEAT", 1).build());
        engine.execute(Action.on("o-1", "use").build());
        assertThat(engine.runFeed()).isEqualTo(3);
        assertThat(search).containsExactly(Map.entry("o-1", "used"));

        // snippet: events
        String place = null;
        FeedSlice slice;
        do {
            slice = engine.events(place, 100);
            slice.entries().forEach(this::index);
            place = slice.next();
        } while (slice.hasMore());
        // end
        assertThat(search).containsOnlyKeys("o-1", "o-2");
        assertThat(slice.unreadable()).isEqualTo(List.of());
        engine.close();
    }

    // snippet: listener
    void index(FeedEntry entry) {
        if (seen.merge(entry.orderId(), entry.revision(), Math::max) == entry.revision()) {
            search.put(entry.orderId(), entry.columns().state());
        }
    }
    // end
}
