package org.orderengine.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.FeedContract;

class SqliteFeedTest extends FeedContract {

    private static final Map<OrderStore, Path> FILES = new ConcurrentHashMap<>();

    @Override
    protected OrderStore open() {
        try {
            return open(Files.createTempDirectory("sqlite-feed").resolve("orders.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrderStore open(Path file) {
        OrderStore store = JdbcOrderStore.sqlite(file);
        FILES.put(store, file);
        return store;
    }

    @Override
    protected OrderStore reopen(OrderStore store) {
        store.close();
        return open(forget(store));
    }

    @Override
    protected void discard(OrderStore store) {
        store.close();
        Path file = forget(store);
        try {
            Files.delete(file);
            Files.delete(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("closing left more than the file", e);
        }
    }

    private static Path forget(OrderStore store) {
        return Objects.requireNonNull(FILES.remove(store), "a store that was not opened here");
    }
}
