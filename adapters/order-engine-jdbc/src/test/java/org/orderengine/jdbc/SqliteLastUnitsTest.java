package org.orderengine.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.LastUnitsContract;

class SqliteLastUnitsTest extends LastUnitsContract {

    @TempDir
    Path directory;

    @Override
    protected OrderStore open() {
        return JdbcOrderStore.sqlite(directory.resolve("orders.db"));
    }
}
