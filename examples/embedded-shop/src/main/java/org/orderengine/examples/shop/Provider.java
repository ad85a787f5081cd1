package org.orderengine.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orderengine.examples.shop.Ledger.Charge;

/**
 * A payment provider over HTTP, as bad as real ones.
 *
 * <p>It does what a key asks for once. It loses every seventh answer after the work is done, declines the first card of every fifth order,
 * has buyers confirm on a page of its own (3-D Secure), and tells the shop of transfers: again and again until the shop has said yes, and
 * sometimes once more.
 */
final class Provider implements AutoCloseable {

    private static final int LOST_EVERY = 7;

    private final Ledger ledger;
    private final HttpServer server;
    private final Thread notices = new Thread(this::keepTelling, "notices");
    private final AtomicInteger answers = new AtomicInteger();
    private volatile @Nullable String webhook;

    Provider(Path file) throws IOException {
        this.ledger = new Ledger(file);
        this.server = Http.server(Map.of(
                "/charges", this::charges,
                "/pending", this::pending,
                "/confirm", this::confirm,
                "/transfers", this::transfer,
                "/webhook", this::subscribe,
                "/sums", this::sums));
        notices.setDaemon(true);
        notices.start();
    }

    String address() {
        return Http.address(server);
    }

    /** POST asks for a charge; GET asks what became of one. */
    private void charges(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            Optional<Charge> charge = ledger.find(lastOf(exchange));
            Http.answer(exchange, charge.map(this::shown).orElse(Map.of("state", "unheard-of")));
            return;
        }
        JsonNode asked = Http.body(exchange);
        String key = asked.path("key").asText();
        Charge charge = ledger.write(new Charge(
                key,
                asked.path("kind").asText(),
                asked.path("order").asText(),
                asked.path("cents").asLong(),
                "r-" + Integer.toHexString(key.hashCode()),
                firstState(asked)));
        if (answers.incrementAndGet() % LOST_EVERY == 0) {
            exchange.close();
        } else {
            Http.answer(exchange, shown(charge));
        }
    }

    private static String firstState(JsonNode asked) {
        boolean isFirstCard = asked.path("kind").asText().equals("authorize")
                && asked.path("payment").asText().equals("p1");
        if (isFirstCard && asked.path("order").asText().endsWith("3")) {
            return "declined";
        }
        return isFirstCard && asked.path("method").asText().equals("card-3ds") ? "pending" : "done";
    }

    private Map<String, Object> shown(Charge charge) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("state", charge.state());
        shown.put("reference", charge.reference());
        shown.put("redirect", address() + "/confirm/" + charge.reference());
        return shown;
    }

    private void pending(HttpExchange exchange) throws IOException {
        Http.answer(exchange, ledger.pending(lastOf(exchange)).map(this::shown).orElse(Map.of()));
    }

    private void confirm(HttpExchange exchange) throws IOException {
        ledger.confirm(lastOf(exchange));
        Http.answer(exchange, Map.of("confirmed", true));
    }

    /** A buyer transfers money; the same order's transfer is made once. */
    private void transfer(HttpExchange exchange) throws IOException {
        JsonNode asked = Http.body(exchange);
        String order = asked.path("order").asText();
        ledger.write(new Charge(
                "transfer/" + order, "transfer", order, asked.path("cents").asLong(), "t-" + order, "done"));
        Http.answer(exchange, Map.of());
    }

    private void subscribe(HttpExchange exchange) throws IOException {
        webhook = Http.body(exchange).path("address").asText();
        Http.answer(exchange, Map.of());
    }

    private void keepTelling() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(100);
                String shop = webhook;
                if (shop != null) {
                    tell(shop);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String shop) throws InterruptedException {
        for (Charge transfer : ledger.unnoticed()) {
            try {
                Http.post(shop, notice(transfer));
                if (answers.incrementAndGet() % 2 == 0) {
                    Http.post(shop, notice(transfer));
                }
                ledger.noticed(transfer);
            } catch (IOException notTaken) {
                return; // the shop is down, or has not booked it: told again later
            }
        }
    }

    private static Map<String, Object> notice(Charge transfer) {
        return Map.of("order", transfer.order(), "cents", transfer.cents(), "reference", transfer.reference());
    }

    private void sums(HttpExchange exchange) throws IOException {
        Http.answer(
                exchange,
                Map.of("captured", ledger.sum("capture", "transfer"), "refunded", ledger.sum("refund", "refund")));
    }

    private static String lastOf(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.indexOf('/', 1) + 1);
    }

    @Override
    public void close() {
        notices.interrupt();
        server.stop(0);
        ledger.close();
    }
}
