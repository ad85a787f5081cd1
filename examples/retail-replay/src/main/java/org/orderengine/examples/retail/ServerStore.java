package org.orderengine.examples.retail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/**
 * A store in a server's database, with a pool of connections that is closed with it.
 *
 * <p>PostgreSQL's driver is in the program. That of MariaDB has to be on the class path.
 */
final class ServerStore extends ForwardingOrderStore {

    private static final String POSTGRES = "jdbc:postgresql:";
    private static final List<String> SERVERS = List.of(POSTGRES, "jdbc:mariadb:", "jdbc:mysql:");
    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;

    private ServerStore(OrderStore store, HikariDataSource pool) {
        super(store);
        this.pool = pool;
    }

    static boolean isOnServer(String url) {
        return SERVERS.stream().anyMatch(url::startsWith);
    }

    /**
     * Opens the store of a URL.
     *
     * @throws UnusableInputException if there is no driver for it, or it cannot be reached
     */
    static OrderStore open(String url) {
        requireDriver(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A server that cannot be reached is told by the store, at its first call.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new ServerStore(
                    url.startsWith(POSTGRES) ? JdbcOrderStore.postgresql(pool) : JdbcOrderStore.mysql(pool), pool);
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
    }

    private static void requireDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException none) {
            throw new UnusableInputException(
                    "there is no driver for this database; start the program with the driver's jar on its class path: java"
                            + " -cp retail-replay.jar:mariadb-java-client.jar org.orderengine.examples.retail.RetailReplay …",
                    none);
        }
    }

    @Override
    public void close() {
        super.close();
        pool.close();
    }
}
