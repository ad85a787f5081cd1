package org.orderengine.examples.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the shop until every order's story is told, and prints one line of JSON: what came of it, and whether the books agree. Killed at any
 * moment and started again in the same folder, it goes on where it was.
 *
 * <p>Arguments: {@code [FOLDER [ORDERS [PROVIDER]]]}; a new folder, 20 orders, and a provider of its own unless given.
 */
public final class EmbeddedShop {

    private static final int CUSTOMERS_AT_A_TIME = 3;

    private EmbeddedShop() {}

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("embedded-shop");
        int orders = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        Files.createDirectories(folder);
        if (arguments.length > 2) {
            run(folder, orders, arguments[2]);
        } else {
            try (Provider provider = new Provider(folder.resolve("provider.db"))) {
                run(folder, orders, provider.address());
            }
        }
    }

    private static void run(Path folder, int orders, String provider)
            throws IOException, InterruptedException, ExecutionException {
        try (Shop shop = new Shop(folder, provider)) {
            Buyers buyers = new Buyers(shop, provider, System.err);
            tellAll(buyers, orders);
            System.out.println(Http.JSON.writeValueAsString(Sums.of(shop, provider, orders)));
        }
    }

    private static void tellAll(Buyers buyers, int orders) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS_AT_A_TIME);
        try {
            AtomicInteger next = new AtomicInteger(1);
            List<Future<Boolean>> customers = new ArrayList<>();
            for (int customer = 0; customer < CUSTOMERS_AT_A_TIME; customer++) {
                Callable<Boolean> one = () -> {
                    for (int number = next.getAndIncrement(); number <= orders; number = next.getAndIncrement()) {
                        buyers.tell(number);
                    }
                    return true;
                };
                customers.add(threads.submit(one));
            }
            for (Future<Boolean> customer : customers) {
                customer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
