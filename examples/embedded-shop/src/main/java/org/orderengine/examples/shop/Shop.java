package org.orderengine.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orderengine.command.Action;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.model.Money;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderStore;

/** The shop: an engine with what is the shop's own around it, opened in a folder and closed in the opposite order. */
final class Shop implements AutoCloseable {

    /** What it sells, and what each costs. */
    static final Map<String, Product> CATALOG = Map.of(
            "MUG", Product.of("MUG", Money.of("EUR", "12.30")),
            "TEA", Product.of("TEA", Money.of("EUR", "4.95")));

    /** Units of each product at the beginning. */
    static final long STOCK = 1_000;

    private final OrderStore store;
    private final SqlInventory inventory;
    private final Wrapping wrapping;
    private final Sales sales;
    private final HttpPayments payments;
    private final OrderEngine engine;
    private final HttpServer webhook;

    // snippet: open
    Shop(Path folder, String provider) throws IOException, InterruptedException {
        store = JdbcOrderStore.sqlite(folder.resolve("orders.db"));
        inventory = new SqlInventory(folder.resolve("stock.db"));
        CATALOG.keySet().forEach(sku -> inventory.open(sku, STOCK));
        wrapping = new Wrapping(folder.resolve("wrapping.db"));
        sales = new Sales(folder.resolve("sales.db"));
        payments = new HttpPayments(provider);
        engine = OrderEngine.builder()
                .store(store)
                .catalog((skus, origin) -> CATALOG)
                .inventory(inventory)
                .payments(payments)
                .process(process())
                .guard("is-gift", Wrapping::refusal)
                .effect("gift.wrap", wrapping::wrap)
                .subscribe(sales.following())
                .effects(new EffectPolicy(Duration.ofSeconds(1), often(200), often(200)))
                .leaseFor(Duration.ofSeconds(3))
                .callTimeout(Duration.ofSeconds(2))
                .build();
        engine.start(2);
        webhook = Http.server(Map.of("/paid", this::paid));
        Http.post(provider + "/webhook", Map.of("address", Http.address(webhook) + "/paid"));
    }
    // end

    /** How soon lost answers are asked for: soon here, since the buyers of this program do not wait. */
    private static List<Duration> often(int pauses) {
        return Collections.nCopies(pauses, Duration.ofMillis(150));
    }

    private static ProcessDefinition process() throws IOException {
        try (InputStream text =
                Objects.requireNonNull(Shop.class.getResourceAsStream("gift-shop.json"), "the process")) {
            return ProcessJson.read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    // snippet: webhook
    /** The provider tells of money that arrived. It is told that the shop knows once the order's commit is made. */
    private void paid(HttpExchange exchange) throws IOException {
        JsonNode notice = Http.body(exchange);
        String reference = notice.path("reference").asText();
        Outcome outcome = engine.execute(Action.on(notice.path("order").asText(), "payment-received")
                .set(
                        "amount",
                        Money.of("EUR", "0.01").times(notice.path("cents").asLong()))
                .set("method", "transfer")
                .set("reference", reference)
                .commandId("notice/" + reference)
                .build());
        if (outcome.isAccepted()) {
            Http.answer(exchange, Map.of("booked", true));
        } else {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        }
    }
    // end

    OrderEngine engine() {
        return engine;
    }

    HttpPayments payments() {
        return payments;
    }

    SqlInventory inventory() {
        return inventory;
    }

    Wrapping wrapping() {
        return wrapping;
    }

    Sales sales() {
        return sales;
    }

    // snippet: close
    /** First nothing new comes in, then what is under way ends, then the tables are let go. */
    @Override
    public void close() {
        webhook.stop(0);
        engine.close();
        sales.close();
        wrapping.close();
        inventory.close();
        store.close();
    }
    // end
}
