package org.orderengine.jdbc.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The warehouse and the payment provider of several nodes, over HTTP: they live on while nodes die. Each intent is done once, by its key.
 * Every answer in nine is lost after the work was done.
 */
final class World implements AutoCloseable {

    static final String DONE = "done";
    static final String LOST = "lost";
    static final String DECLINED = "out-of-stock";
    static final String NEVER = "never";

    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>();
    private final Map<String, Long> stock = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int calls;

    World(long units) throws IOException {
        CrashShop.SKUS.forEach(sku -> stock.put(sku, units));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4, work -> {
            Thread thread = new Thread(work, "world");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** A call: operation, order, key, amount, and lines as {@code sku:quantity}, each on a line of its own. */
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = answer(List.of(body.split("\n", -1))).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized String answer(List<String> call) {
        String operation = call.get(0);
        String key = call.get(2);
        String known = answers.get(key);
        if (operation.equals("query")) {
            return known == null ? NEVER : known;
        }
        if (known != null) {
            return known;
        }
        String answer = perform(operation, call.get(1), Long.parseLong(call.get(3)), call.subList(4, call.size()));
        answers.put(key, answer);
        return ++calls % 9 == 0 ? LOST : answer;
    }

    private String perform(String operation, String order, long quantity, List<String> lines) {
        Map<String, Long> wanted = new HashMap<>();
        for (String line : lines) {
            if (!line.isEmpty()) {
                int colon = line.indexOf(':');
                wanted.merge(line.substring(0, colon), Long.valueOf(line.substring(colon + 1)), Long::sum);
            }
        }
        int sign =
                switch (operation) {
                    case "reserve" -> -1;
                    case "release", "restock" -> 1;
                    default -> 0;
                };
        if (sign < 0 && wanted.entrySet().stream().anyMatch(line -> stock(line.getKey()) < line.getValue())) {
            return DECLINED;
        }
        wanted.forEach((sku, units) -> stock.put(sku, stock(sku) + sign * units));
        if (stock.values().stream().anyMatch(units -> units < 0)) {
            faults.add("U3: below zero at " + operation + " of " + order);
        }
        sums.merge(operation + " " + order, quantity, Long::sum);
        return DONE;
    }

    private long stock(String sku) {
        return stock.getOrDefault(sku, 0L);
    }

    /** What was done for an order by one operation, in units or minor units. */
    synchronized long sum(String operation, String orderId) {
        return sums.getOrDefault(operation + " " + orderId, 0L);
    }

    synchronized long left() {
        return stock.values().stream().mapToLong(Long::longValue).sum();
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
